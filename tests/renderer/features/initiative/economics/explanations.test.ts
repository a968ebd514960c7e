import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type LifeColumn,
  lifeExplanation,
} from '#renderer/features/initiative/economics/life-explanation.ts';
import type { LifePoint } from '#renderer/features/initiative/economics/life-series.ts';
import { unitExplanation } from '#renderer/features/initiative/economics/unit-explanation.ts';
import type { UnitMonth } from '#renderer/features/initiative/economics/unit-months.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { inputsOf } from '#tests/renderer/inputs-of.ts';

const month = (index: number) => (2026 * 12 + index) as MonthIndex;

describe('lifeExplanation()', () => {
  const point = (at: number, over: Partial<LifePoint>): LifePoint => ({
    month: month(at),
    actual: null,
    ahead: null,
    p10: null,
    p50: null,
    p90: null,
    ...over,
  });
  const points = [
    point(0, { actual: -500 }),
    point(1, { actual: -800 }),
    point(3, { ahead: -600, p10: -900, p90: 100 }),
    point(4, { ahead: 300 }),
  ];
  const at = (row: number, column: LifeColumn) =>
    lifeExplanation(points, row, column, { initiativeId: 'i1', currency: 'EUR' });

  test('starts an actual month from the one before, the first from nothing', () => {
    expect(inputsOf(at(1, 'actual'))).toEqual([
      ['Up to Jan 2026', '−5.00 EUR'],
      ['Net value of Feb 2026', '−3.00 EUR'],
      ['In all', '−8.00 EUR'],
    ]);
    expect(inputsOf(at(0, 'actual'))).toEqual([
      ['Net value of Jan 2026', '−5.00 EUR'],
      ['In all', '−5.00 EUR'],
    ]);
  });

  test('starts the forecast from the closed months, then from the month before', () => {
    expect(inputsOf(at(2, 'ahead'))).toEqual([
      ['Closed months so far', '−8.00 EUR'],
      ['Net value of Apr 2026', '2.00 EUR'],
      ['In all', '−6.00 EUR'],
    ]);
    expect(inputsOf(at(3, 'ahead'))[0]).toEqual(['Up to Apr 2026', '−6.00 EUR']);
  });

  test('adds the percentile of the draws to the closed months', () => {
    expect(inputsOf(at(2, 'p90'))).toEqual([
      ['Closed months so far', '−8.00 EUR'],
      ['P90 from then on', '9.00 EUR'],
      ['In all', '1.00 EUR'],
    ]);
    expect(at(2, 'p90').places?.[0]?.href).toBe('/initiative/i1/forward');
  });

  test('makes up nothing where there is no figure', () => {
    expect(at(0, 'ahead')).toMatchObject({ note: 'It has none in this month.' });
    expect(inputsOf(at(0, 'ahead'))).toEqual([]);
  });

  test('names parts that come to the figure, whatever the amounts', () => {
    const minor = (text: string) => Number(text.replace('−', '-').replace(/[^-\d]/g, ''));
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e9, max: 1e9 }), { minLength: 1, maxLength: 8 }),
        (amounts) => {
          const series = amounts.map((amount, index) => point(index, { actual: amount }));
          for (const row of amounts.keys()) {
            const figure = lifeExplanation(series, row, 'actual', { initiativeId: 'i1', currency: 'EUR' });
            const parts = inputsOf(figure).map(([, value]) => minor(value as string));
            expect(parts.pop()).toBe(amounts[row]);
            expect(parts.reduce((sum, part) => sum + part, 0)).toBe(amounts[row]);
          }
        },
      ),
    );
  });
});

describe('unitExplanation()', () => {
  const counted: UnitMonth = {
    month: month(0),
    attempts: 100,
    successes: 80,
    cost: 10_000,
    perAttempt: 100,
    perSuccess: 125,
  };

  test.each([
    ['rate', ['Successful tasks', '80'], ['Attempts', '100'], ['Success rate', '80 %']],
    ['perAttempt', ['Cost', '100.00 EUR'], ['Attempts', '100'], ['Cost per attempt', '1.00 EUR']],
    [
      'perSuccess',
      ['Cost', '100.00 EUR'],
      ['Successful tasks', '80'],
      ['Cost per successful task', '1.25 EUR'],
    ],
  ] as const)('divides what it names, %s', (column, ...expected) => {
    const figure = unitExplanation(counted, column, 'EUR');
    expect(inputsOf(figure)).toEqual(expected);
    expect(figure.note).toBeNull();
  });

  test.each([
    [{ successes: 0, perSuccess: null }, 'perSuccess', 'No task of the month was successful.'],
    [{ attempts: 0, successes: 0, perAttempt: null }, 'perAttempt', 'Nothing was attempted in the month.'],
    [{ attempts: 0, successes: 0, cost: null }, 'rate', 'Nothing was attempted in the month.'],
    [
      { cost: null },
      'cost',
      'A count or a cost of the month is not entered; taken as zero it would flatter.',
    ],
  ] as const)('tells nothing done from nothing entered, %j', (over, column, note) => {
    expect(unitExplanation({ ...counted, ...over }, column, 'EUR').note).toBe(note);
  });

  test('says what is not entered instead of a figure', () => {
    const figure = unitExplanation({ ...counted, cost: null, perSuccess: null }, 'perSuccess', 'EUR');
    expect(inputsOf(figure)).toEqual([
      ['Cost', 'unmeasured'],
      ['Successful tasks', '80'],
      ['Cost per successful task', 'unmeasured'],
    ]);
    expect(figure.note).toContain('not entered');
  });
});
