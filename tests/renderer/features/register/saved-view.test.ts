import { describe, expect, test } from 'vitest';
import { DEFAULT_LAYOUT } from '#renderer/features/register/column-layout.ts';
import { EMPTY_QUERY } from '#renderer/features/register/register-query.ts';
import { isSameView, readView, viewBody } from '#renderer/features/register/saved-view.ts';

const VIEW = {
  query: {
    ...EMPTY_QUERY,
    text: 'claims',
    verdicts: ['kill', 'fix'],
    cost: { min: 100, max: null },
    sort: [{ column: 'net3', isDescending: true }],
    group: 'stage',
  },
  layout: { ...DEFAULT_LAYOUT, hidden: ['unit', 'gates'], widths: { name: 22 } },
} as const;

describe('readView()', () => {
  test('reads back what was saved', () => {
    expect(readView(JSON.parse(JSON.stringify(viewBody(VIEW))))).toEqual(VIEW);
  });

  test.each([
    null,
    'x',
    {},
    { query: 7, columns: 'x' },
    { query: 'stage=never&group=colour&cost=a..b', columns: { order: [1, null], pinned: ['name', 'gone'] } },
  ])('of %j shows everything as at first', (body) => {
    expect(readView(body)).toEqual({ query: EMPTY_QUERY, layout: DEFAULT_LAYOUT });
  });
});

describe('isSameView()', () => {
  test('is not moved by the order of ticks and hidings', () => {
    const other = {
      query: { ...VIEW.query, verdicts: ['fix', 'kill'] },
      layout: { ...VIEW.layout, hidden: ['gates', 'unit'] },
    } as const;
    expect(isSameView(VIEW, other)).toBe(true);
  });

  test('is moved by everything a view brings back', () => {
    expect(isSameView(VIEW, { ...VIEW, query: { ...VIEW.query, group: null } })).toBe(false);
    expect(isSameView(VIEW, { ...VIEW, query: { ...VIEW.query, sort: [] } })).toBe(false);
    expect(isSameView(VIEW, { ...VIEW, layout: { ...VIEW.layout, widths: { name: 23 } } })).toBe(false);
    expect(isSameView(VIEW, { ...VIEW, layout: { ...VIEW.layout, pinned: [] } })).toBe(false);
  });
});
