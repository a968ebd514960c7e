import { describe, expect, it } from 'vitest';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { unitCost } from '#shared/decision/unit-cost.ts';
import { costLine, lastMonths, monthly, soundFacts, unitCounts } from './example-facts.ts';

const months = lastMonths(6);
const before = months.slice(0, 3);
const now = months.slice(3);

/** 1,000.00 a month; 400 successes a month, 500 in the 3 months before. */
const counted: InitiativeFacts = {
  ...soundFacts(),
  unitCounts: [...unitCounts(before, 500), ...unitCounts(now, 400)],
};
const codes = (facts: InitiativeFacts, part: 'costPerSuccess' | 'rise') => {
  const figure = unitCost(facts)[part];
  return figure.status === 'unknown' ? figure.missing.map(({ code }) => code) : figure;
};

describe('unitCost()', () => {
  it('is 100,000 / 400 = 250 minor units, 25 % above the 200 of the 3 months before', () => {
    const { costPerSuccess, rise } = unitCost(counted);
    expect(costPerSuccess).toEqual({ status: 'known', value: 250 });
    expect(rise).toEqual({ status: 'known', value: 0.25 });
  });

  it.each([
    ['integration build', costLine('once', { category: 'integration_build' })],
    ['retirement', costLine('once', { category: 'retirement' })],
    ['anything marked once', costLine('once', { category: 'platform', isOnce: true })],
  ])('leaves %s out: paid once', (_, once) => {
    const facts = {
      ...counted,
      lines: [...counted.lines, once],
      values: [...counted.values, ...monthly('once', now.slice(0, 1), 900_000)],
    };
    expect(unitCost(facts)).toEqual(unitCost(counted));
  });

  it('is not counted anywhere without unit counts', () => {
    expect(codes(soundFacts(), 'costPerSuccess')).toEqual(['unitCounts']);
    expect(codes(soundFacts(), 'rise')).toEqual(['unitCounts']);
  });

  it('has no rise before six closed months, and nothing before three', () => {
    const five = { ...counted, closedMonths: months.slice(1) };
    expect(unitCost(five).costPerSuccess.status).toBe('known');
    expect(codes(five, 'rise')).toEqual(['closedMonths']);
    expect(codes({ ...counted, closedMonths: months.slice(4) }, 'costPerSuccess')).toEqual(['closedMonths']);
  });

  it('names a month whose successes are not counted, and a cost not measured', () => {
    const gap = {
      ...counted,
      unitCounts: counted.unitCounts.map((c, i) => (i === 1 ? { ...c, successes: null } : c)),
      values: counted.values.filter((v) => v.lineId !== 'c1' || v.month !== months[2]),
    };
    expect(unitCost(gap).costPerSuccess.status).toBe('known');
    expect(codes(gap, 'rise')).toEqual(['successes:2026-05', 'costs:2026-06']);
  });

  it('has no value without a success, and no rise on a cost of 0', () => {
    const none = { ...counted, unitCounts: unitCounts(months, 0) };
    expect(codes(none, 'costPerSuccess')).toEqual(['successes']);
    const free = {
      ...counted,
      values: counted.values.map((v) => (before.includes(v.month) ? { ...v, amount: 0 as never } : v)),
    };
    expect(codes(free, 'rise')).toEqual(['unitCost']);
  });

  it('is unknown when no cost is recorded at all: blank is not zero', () => {
    const blank = { ...counted, lines: counted.lines.filter(({ kind }) => kind === 'outcome') };
    expect(codes(blank, 'costPerSuccess')).toEqual(['costs']);
  });
});
