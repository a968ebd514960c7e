import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { type ColumnLayout, DEFAULT_LAYOUT } from '#renderer/features/register/column-layout.ts';
import { COLUMN_IDS } from '#renderer/features/register/register-columns.ts';
import { useShownColumns } from '#renderer/features/register/register-model.ts';

function Probe({ layout }: { readonly layout: ColumnLayout }) {
  return useShownColumns(layout)
    .map(
      ({ column, width, isPinned, isResized }) =>
        `${column.id}${isPinned ? '!' : ''}${isResized ? `=${width}` : ''}`,
    )
    .join(' ');
}

const shown = (layout: ColumnLayout) => renderToStaticMarkup(createElement(Probe, { layout })).split(' ');

describe('useShownColumns()', () => {
  test('shows every column in its order, the name pinned', () => {
    expect(shown(DEFAULT_LAYOUT)).toEqual(COLUMN_IDS.map((id) => (id === 'name' ? 'name!' : id)));
  });

  test('puts the pinned first and leaves the hidden out', () => {
    const layout = {
      order: ['stage', 'name', 'net3', 'unit'],
      hidden: ['net3'],
      pinned: ['unit', 'name'],
      widths: {},
    } as const;
    expect(shown(layout).slice(0, 3)).toEqual(['name!', 'unit!', 'stage']);
    expect(shown(layout)).not.toContain('net3');
  });

  test('takes the width a person gave', () => {
    expect(shown({ ...DEFAULT_LAYOUT, widths: { unit: 14.5 } })).toContain('unit=14.5');
  });
});
