import { describe, expect, test } from 'vitest';
import { lifeLine, lifeMarks, lifeSeries } from '#renderer/features/initiative/economics/life-series.ts';
import { unitMonths } from '#renderer/features/initiative/economics/unit-months.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';

const month = (index: number) => (2026 * 12 + index) as MonthIndex;
const cost = (id: string, category: string) => ({
  id,
  kind: 'cost',
  name: id,
  category,
  startsOn: null,
  endsOn: null,
});
const value = (lineId: string, at: number, amount: number) => ({ lineId, month: month(at), amount });
const count = (at: number, attempts: number | null, successes: number | null) => ({
  month: month(at),
  attempts,
  successes,
});

describe('unitMonths()', () => {
  const lines = [
    cost('inference', 'inference'),
    cost('platform', 'platform'),
    cost('build', 'integration_build'),
  ];
  const whole = (at: number) => [
    value('inference', at, 6_000),
    value('platform', at, 4_000),
    value('build', at, 90_000),
  ];
  const given = (values: readonly unknown[], counts: readonly unknown[], closed: readonly number[]) =>
    unitMonths({ lines, values, unitCounts: counts, closedMonths: closed.map(month) } as never);

  test('divides variable and fixed cost by attempts and successes, one-offs left out', () => {
    // (6000 + 4000) / 100 = 100; / 80 = 125
    expect(given(whole(0), [count(0, 100, 80)], [0])).toEqual([
      { month: month(0), attempts: 100, successes: 80, cost: 10_000, perAttempt: 100, perSuccess: 125 },
    ]);
  });

  test.each([
    ['a blank cost', [value('platform', 0, 4_000)], [count(0, 100, 80)], [null, null]],
    ['no successes', whole(0), [count(0, 100, 0)], [100, null]],
    ['uncounted attempts', whole(0), [count(0, null, 80)], [null, null]],
  ] as const)('knows no unit cost with %s', (_, values, counts, figures) => {
    const [one] = given(values, counts, [0]);
    expect([one?.perAttempt, one?.perSuccess]).toEqual(figures);
  });

  test('begins with the first month that was counted', () => {
    const months = given([...whole(0), ...whole(1)], [count(1, 10, 5)], [0, 1]);
    expect(months.map((one) => one.month)).toEqual([month(1)]);
  });
});

describe('lifeSeries()', () => {
  const lines = [cost('a', 'platform')];
  const values = [value('a', 0, 500), value('a', 1, 300)];
  const flow = (at: number, net: number) => ({ month: month(at), benefit: 0, cost: 0, settlement: 0, net });
  const given = {
    lines,
    values,
    closedMonths: [month(0), month(1)],
    flowAtP50: [flow(2, 200), flow(3, 900)],
    asOf: '2026-03-31' as IsoDate,
  };
  const band = [{ month: 1, atP50: 0, p10: 100, p50: 1000, p90: 2000 }];
  const series = (with_: readonly unknown[]) => lifeSeries(given as never, DEFAULT_POLICY, with_ as never);

  test('goes on from what the closed months add up to', () => {
    expect(series([]).map(({ actual, ahead }) => [actual, ahead])).toEqual([
      [-500, null],
      [-800, null],
      [null, -600],
      [null, 300],
    ]);
  });

  test('lifts the band to the life so far', () => {
    expect(series(band).at(-1)).toMatchObject({ month: month(3), p10: -700, p50: 200, p90: 1200 });
  });

  test('marks the low point and the way back for good', () => {
    expect(lifeMarks(lifeLine(series([])))).toEqual({
      low: { month: month(1), value: -800 },
      back: { month: month(3), value: 300 },
    });
  });
});
