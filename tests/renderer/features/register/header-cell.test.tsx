import { describe, expect, test } from 'vitest';
import { placeColumns } from '#renderer/features/register/column-layout.ts';
import { HeaderCell } from '#renderer/features/register/header-cell.tsx';
import { REGISTER_COLUMNS } from '#renderer/features/register/register-columns.ts';
import type { SortKey } from '#renderer/features/register/register-query.ts';
import { markup, textOf } from '#tests/renderer/support/markup.tsx';

const [placed] = placeColumns(
  [
    {
      column: REGISTER_COLUMNS[0] as (typeof REGISTER_COLUMNS)[number],
      width: 10,
      isPinned: true,
      isResized: false,
    },
  ],
  0,
  16,
);

function drawn(sort: readonly SortKey[]): string {
  if (placed === undefined) throw new Error('no column was placed');
  return markup(
    <table>
      <thead>
        <tr>
          <HeaderCell
            placed={placed}
            rem={16}
            sort={sort}
            isStop
            onFocus={() => {}}
            onSort={() => {}}
            onMenu={() => {}}
          />
        </tr>
      </thead>
    </table>,
  );
}

describe('HeaderCell', () => {
  test.each([
    [[], 'none', 'Initiative'],
    [[{ column: 'name', isDescending: false }], 'ascending', 'Initiative ↑'],
    [
      [
        { column: 'unit', isDescending: false },
        { column: 'name', isDescending: true },
      ],
      'descending',
      'Initiative ↓ 2 , sorted second',
    ],
  ] as const)('of %j says its order and rank', (sort, order, text) => {
    const html = drawn(sort);
    expect(html).toContain(`aria-sort="${order}"`);
    expect(textOf(html)).toBe(text);
  });
});
