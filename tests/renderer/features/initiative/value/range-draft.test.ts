import { describe, expect, test } from 'vitest';
import { type Bound, cellValues } from '#renderer/features/initiative/value/grid-model.ts';
import {
  forecastStep,
  type RangeDraft,
  unfinished,
} from '#renderer/features/initiative/value/range-draft.ts';
import { costLine, month } from './lines.ts';

const LINE = costLine('a');
const AT = { lineId: 'a', month: month(0) };
const NONE: RangeDraft = new Map();
const write = (kind: 'line' | Bound, value: number | null, col = 0) => ({
  place: { row: kind === 'line' ? 0 : kind === 'p10' ? 1 : 2, col },
  row:
    kind === 'line' ? ({ kind, line: LINE } as const) : ({ kind: 'bound', line: LINE, bound: kind } as const),
  month: month(col),
  value,
});
const shown = (amount: number | null, p10: number | null = null, p90: number | null = null) =>
  cellValues(
    amount === null ? [] : [{ ...AT, amount: amount as never }],
    [],
    new Map(),
    [],
    p10 === null && p90 === null ? [] : [{ ...AT, p10: p10 as never, p90: p90 as never }],
  );
const kept = (step: ReturnType<typeof forecastStep>) => (step.ok ? step.cells : step.problems);
const drafted = (step: ReturnType<typeof forecastStep>) => (step.ok ? [...step.draft.values()] : null);

describe('forecastStep()', () => {
  test('keeps an amount alone without saying anything of a range', () => {
    const step = forecastStep([write('line', 500)], shown(null), NONE);
    expect(kept(step)).toEqual([{ ...AT, amount: 500 }]);
    expect(drafted(step)).toEqual([]);
  });

  test('holds an end on the page until the range is complete, then keeps all of it at once', () => {
    const first = forecastStep([write('p10', 400)], shown(500), NONE);
    expect(kept(first)).toEqual([]);
    expect(drafted(first)).toEqual([{ ...AT, p10: 400, p90: null }]);
    const draft = first.ok ? first.draft : NONE;
    const second = forecastStep([write('p90', 700)], shown(500, 400), draft);
    expect(kept(second)).toEqual([{ ...AT, amount: 500, range: { p10: 400, p90: 700 } }]);
    expect(drafted(second)).toEqual([]);
  });

  test('keeps a block of P50, P10 and P90 in one go', () => {
    const step = forecastStep([write('line', 5), write('p10', 4), write('p90', 7)], shown(null), NONE);
    expect(kept(step)).toEqual([{ ...AT, amount: 5, range: { p10: 4, p90: 7 } }]);
  });

  test.each([
    ['a P10 above', [write('p10', 600), write('p90', 700)], 1, /P10 would lie above/],
    ['a P90 below', [write('p90', 300)], 2, /P90 would lie below/],
    ['an amount outside the range that stays', [write('line', 100)], 0, /P10 would lie above/],
  ] as const)('refuses %s, at the cell, and keeps nothing', (_, writes, row, text) => {
    const values = writes[0].row.kind === 'line' ? shown(500, 400, 700) : shown(500);
    const step = forecastStep([...writes, write('line', 9, 1)], values, NONE);
    expect(kept(step)).toEqual([{ place: { row, col: 0 }, text: expect.stringMatching(text) }]);
  });

  test('takes a kept range away when one end is cleared, and holds the other', () => {
    const step = forecastStep([write('p10', null)], shown(500, 400, 700), NONE);
    expect(kept(step)).toEqual([{ ...AT, amount: 500, range: null }]);
    expect(drafted(step)).toEqual([{ ...AT, p10: null, p90: 700 }]);
  });

  test('takes the range along when all three are cleared, and says nothing twice', () => {
    const all = [write('line', null), write('p10', null), write('p90', null)];
    const step = forecastStep(all, shown(500, 400, 700), NONE);
    expect(kept(step)).toEqual([{ ...AT, amount: null }]);
    expect(drafted(step)).toEqual([]);
    expect(kept(forecastStep([write('line', 500)], shown(500, 400, 700), NONE))).toEqual([]);
  });
});

describe('unfinished()', () => {
  test('lets go of what the file holds by now', () => {
    const draft: RangeDraft = new Map([['a\n24312', { ...AT, p10: 1 as never, p90: null }]]);
    expect(unfinished(draft, []).size).toBe(1);
    expect(unfinished(draft, [{ ...AT, p10: 1 as never, p90: 2 as never }]).size).toBe(0);
  });
});
