import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { countFullMonths, isActiveIn, monthTotals, sumWindow } from '#shared/finance/tracking.ts';
import { costLine, money, month, monthly, outcomeLine } from '../decision/example-facts.ts';

const jan = month('2026-01');
const feb = month('2026-02');
const mar = month('2026-03');
const apr = month('2026-04');

describe('isActiveIn()', () => {
  it.each([
    [null, null, true],
    [feb, feb, true],
    [null, jan, false],
    [mar, null, false],
    [jan, null, true],
    [null, mar, true],
  ])('a line from %s to %s: February %s', (startsOn, endsOn, expected) => {
    expect(isActiveIn({ startsOn, endsOn }, feb)).toBe(expected);
  });
});

describe('monthTotals()', () => {
  it('sums closed months only and ignores values of unknown lines', () => {
    const values = [...monthly('c', [jan, feb, mar], 100), ...monthly('gone', [jan], 999)];
    const totals = monthTotals([costLine('c')], values, [jan, mar], DEFAULT_POLICY);
    expect(totals.map((t) => [t.month, t.cost])).toEqual([
      [jan, 100],
      [mar, 100],
    ]);
  });

  it('sums a value outside the span of its line without counting it as measured', () => {
    const [total] = monthTotals(
      [costLine('c', { startsOn: feb })],
      monthly('c', [jan], 70),
      [jan],
      DEFAULT_POLICY,
    );
    expect(total).toMatchObject({ cost: 70, costExpected: 0, costMeasured: 0, hasCost: true });
  });
});

describe('monthTotals() of outcomes', () => {
  const january = (lines: Parameters<typeof monthTotals>[0], amounts: Readonly<Record<string, number>>) =>
    monthTotals(
      lines,
      Object.entries(amounts).flatMap(([id, amount]) => monthly(id, [jan], amount)),
      [jan],
      DEFAULT_POLICY,
    )[0]?.benefit;

  it('counts them with realisation x attribution: 1,001 hours-saved minor units x .5 = 500.5', () => {
    expect(january([outcomeLine('o', { outcomeKind: 'hours_saved' })], { o: 1001 })).toBe(500.5);
  });

  it('sums in the order of the line ids, whatever order lines and values come in', () => {
    const third = { unit: '', valuePerUnit: null, agreedBy: '', baselineValue: null, baselineOn: null };
    const lines = ['c', 'a', 'b'].map((id, i) =>
      outcomeLine(id, { terms: { ...third, attribution: 1, realisation: [0.1, 0.2, 0.7][i] ?? 1 } }),
    );
    const sum = january(lines, { a: 3, b: 1, c: 1 });
    expect(sum).toBe(3 * 0.2 + 0.7 + 0.1);
    expect(january([...lines].reverse(), { c: 1, b: 1, a: 3 })).toBe(sum);
  });
});

describe('sumWindow()', () => {
  const lines = [costLine('c'), outcomeLine('o', { startsOn: feb })];
  const values = [...monthly('c', [jan, feb, mar, apr], 100), ...monthly('o', [feb, apr], 250)];

  it('sums the latest months: 3 x 100 cost, 2 x 250 benefit, net 200, 5 of 6 measured', () => {
    expect(sumWindow(monthTotals(lines, values, [jan, feb, mar, apr], DEFAULT_POLICY), 3)).toEqual({
      months: [feb, mar, apr],
      isContiguous: true,
      cost: 300,
      benefit: 500,
      net: 200,
      measured: 5,
      expected: 6,
    });
  });

  it('names a gap between the months, and takes all months without a count', () => {
    const sum = sumWindow(monthTotals(lines, values, [jan, feb, apr], DEFAULT_POLICY));
    expect(sum).toMatchObject({ months: [jan, feb, apr], isContiguous: false, net: 200 });
  });

  it.each([
    [[1, 0], 0],
    [[3, 0], 2],
    [[1, 1], 1],
    [[1, 2], 2],
  ])('rounds the benefit of %j x .5 once and half-even to %i', (amounts, expected) => {
    const hours = outcomeLine('o', { outcomeKind: 'hours_saved' });
    const months = [jan, feb];
    const cells = months.flatMap((m, i) => monthly('o', [m], amounts[i] ?? 0));
    expect(sumWindow(monthTotals([hours], cells, months, DEFAULT_POLICY))).toMatchObject({
      benefit: expected,
      net: expected,
    });
  });

  it('is empty without closed months', () => {
    expect(sumWindow(monthTotals(lines, values, [], DEFAULT_POLICY), 3)).toMatchObject({
      months: [],
      net: 0,
      expected: 0,
    });
  });

  it('refuses a sum beyond exact whole numbers', () => {
    const many = Array.from({ length: 901 }, (_, i) => costLine(`c${i}`));
    const huge = many.map((line) => ({ lineId: line.id, month: jan, amount: money(1e13) }));
    expect(() => sumWindow(monthTotals(many, huge, [jan], DEFAULT_POLICY))).toThrow(RangeError);
  });
});

describe('countFullMonths()', () => {
  const lines = [costLine('c'), costLine('late', { startsOn: mar }), outcomeLine('o'), outcomeLine('p')];
  const count = (values: Parameters<typeof monthTotals>[1]) =>
    countFullMonths(monthTotals(lines, values, [jan, feb, mar], DEFAULT_POLICY));

  it('asks for every active cost line and at least one outcome', () => {
    expect(count([...monthly('c', [jan, feb, mar], 5), ...monthly('o', [jan, feb, mar], 1)])).toBe(2);
    expect(
      count([...monthly('c', [jan, feb, mar], 5), ...monthly('late', [mar], 5), ...monthly('p', [mar], 1)]),
    ).toBe(1);
  });

  it('starts with the first spend: a month that cost nothing before it does not count', () => {
    const values = [...monthly('c', [jan], 0), ...monthly('c', [feb], 5), ...monthly('o', [jan, feb], 1)];
    expect(count(values)).toBe(1);
  });

  it('counts a measured zero after first spend, but not a blank', () => {
    const base = [...monthly('c', [jan], 5), ...monthly('o', [jan, feb], 1)];
    expect(count([...base, ...monthly('c', [feb], 0)])).toBe(2);
    expect(count(base)).toBe(1);
  });
});
