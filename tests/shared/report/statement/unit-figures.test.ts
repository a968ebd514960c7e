import { describe, expect, it } from 'vitest';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { unitFigures } from '#shared/report/statement/unit-figures.ts';
import { baseOf } from './flows.ts';
import { at, story } from './story.ts';

const figureOf = (id: string, over: Partial<InitiativeFacts>) =>
  unitFigures(baseOf({ ...story(), ...over })).find((figure) => figure.id === id);
const IDS = ['cost_per_success', 'cost_per_attempt', 'marginal_cost', 'break_even_volume'];
const counted = (attempts: number | null, successes: number | null) => ({
  unitCounts: [16, 17, 18].map((number) => ({ month: at(number), attempts, successes })),
});

describe('unitFigures()', () => {
  it('asks for the counts that are missing, month by month', () => {
    const { unitCounts } = story();
    const over = {
      unitCounts: [{ month: at(16), attempts: 500, successes: null }, ...unitCounts.slice(2)],
    };
    for (const id of IDS) {
      expect(figureOf(id, over)).toMatchObject({
        value: null,
        reason:
          'not entered: attempts and successful tasks of 2026-07, attempts and successful tasks of 2026-08',
        inputs: [],
      });
    }
  });

  it('names the months in which a cost is unmeasured: a unit cost without it would be too low', () => {
    const values = story().values.filter((value) => value.lineId !== 'inference' || value.month !== at(17));
    for (const id of IDS) {
      expect(figureOf(id, { values })?.reason).toBe('not closed or a cost unmeasured: 2026-08');
    }
  });

  it.each([
    ['cost_per_success', counted(500, 0), 'no task succeeded'],
    ['break_even_volume', counted(500, 0), 'no task succeeded'],
    ['cost_per_attempt', counted(0, 0), 'no task was attempted'],
    ['marginal_cost', counted(0, 0), 'no task was attempted'],
    // Without outcomes a task brings nothing, and still costs 0.60.
    [
      'break_even_volume',
      { values: story().values.filter(({ lineId }) => lineId !== 'avoided' && lineId !== 'hours') },
      'a task costs at least as much as it brings, so no volume pays',
    ],
  ] as const)('says why %s has no value', (id, over, reason) => {
    expect(figureOf(id, over)).toMatchObject({ value: null, reason });
  });

  it('leaves a one-off out of the months and spreads it over the horizon', () => {
    const { lines } = story();
    const once = lines.map((line) => (line.id === 'platform' ? { ...line, isOnce: true } : line));
    // One-offs: 9,000 + 18 x 200 = 12,600, a 36th of it a month: 350. (900 + 0 + 3 x 350) / 1,200.
    expect(figureOf('cost_per_success', { lines: once })?.value).toBeCloseTo(100 * (1950 / 1200), 10);
  });

  it('wants three closed months', () => {
    const closedMonths = story().closedMonths.slice(0, 2);
    expect(figureOf('marginal_cost', { closedMonths })).toMatchObject({
      value: null,
      reason: '3 closed months are needed, 2 so far',
      label: 'actual, undiscounted, raw, last 3 closed months, 2025-04 to 2025-05',
    });
  });
});
