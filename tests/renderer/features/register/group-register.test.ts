import { describe, expect, test } from 'vitest';
import {
  groupRegister,
  isGroup,
  itemKey,
  type RegisterItem,
  subtotalOf,
} from '#renderer/features/register/group-register.ts';
import { registerRow } from './rows.ts';

const ROWS = [
  registerRow({ id: 'a', unit: 'Sales', stage: 'scaled', cost3: 100 as never, businessOwner: 'Zoe' }),
  registerRow({ id: 'b', unit: ' sales 10 ', stage: 'pilot', verdict: null, rule: null }),
  registerRow({ id: 'c', unit: '', stage: 'pilot', cost3: 0 as never, net3: -5 as never, verdict: 'kill' }),
  registerRow({ id: 'd', unit: 'Sales', stage: 'pilot', verdict: null, isComputing: true }),
  registerRow({ id: 'e', unit: 'sales 2', stage: 'idea', value: 7, businessOwner: 'zoe' }),
];
const NONE: ReadonlySet<string> = new Set();
const lines = (items: readonly RegisterItem[]) =>
  items.map((item) => (isGroup(item) ? `${item.name} (${item.count})` : item.id));

describe('groupRegister()', () => {
  test('is the rows themselves without a grouping', () => {
    expect(groupRegister(ROWS, null, NONE)).toBe(ROWS);
  });

  test.each([
    ['stage', ['Idea (1)', 'e', 'Pilot (3)', 'b', 'c', 'd', 'Scaled (1)', 'a']],
    ['unit', ['Sales (2)', 'a', 'd', 'sales 2 (1)', 'e', 'sales 10 (1)', 'b', 'No unit (1)', 'c']],
    ['owner', ['Zoe (1)', 'a', 'zoe (1)', 'e', 'No business owner (3)', 'b', 'c', 'd']],
    [
      'verdict',
      ['KILL (1)', 'c', 'HOLD (2)', 'a', 'e', 'Computing (1)', 'd', 'No verdict (retired) (1)', 'b'],
    ],
  ] as const)('puts rows under headings by %s, in their order within each', (by, expected) => {
    expect(lines(groupRegister(ROWS, by, NONE))).toEqual(expected);
  });

  test('leaves the rows of a collapsed group out, not its figures', () => {
    const items = groupRegister(ROWS, 'stage', new Set(['stage:pilot', 'unit:Sales']));
    expect(lines(items)).toEqual(['Idea (1)', 'e', 'Pilot (3)', 'Scaled (1)', 'a']);
    const pilot = items.find((item) => itemKey(item) === 'group:stage:pilot');
    expect(pilot).toMatchObject({
      isCollapsed: true,
      subtotals: { cost3: { sum: 0, measured: 1 }, net3: { sum: -5, measured: 1 } },
    });
  });
});

describe('subtotalOf()', () => {
  test('adds the measured and counts them; nothing measured is no zero', () => {
    expect(subtotalOf(ROWS, 'cost3')).toEqual({ sum: 100, measured: 2 });
    expect(subtotalOf(ROWS.slice(0, 2), 'net3')).toEqual({ sum: null, measured: 0 });
    expect(subtotalOf([], 'value')).toEqual({ sum: null, measured: 0 });
  });
});
