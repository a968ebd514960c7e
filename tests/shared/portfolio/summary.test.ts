import { describe, expect, it } from 'vitest';
import { evaluate } from '#shared/decision/evaluate.ts';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { EvaluatedInitiative } from '#shared/portfolio/attention.ts';
import { summarise as summariseUnder } from '#shared/portfolio/summary.ts';
import {
  AS_OF,
  decided,
  exampleContext,
  lastMonths,
  losingFacts,
  month,
  soundFacts,
} from '#tests/shared/decision/example-facts.ts';

function evaluated(facts: InitiativeFacts, id: string, lastChangedOn: IsoDate = AS_OF): EvaluatedInitiative {
  const own = { ...facts, initiative: { ...facts.initiative, id } };
  return { facts: own, result: decided(own), lastChangedOn };
}

/** The same while its simulation runs. */
function computing(facts: InitiativeFacts, id: string): EvaluatedInitiative {
  const one = evaluated(facts, id);
  return { ...one, result: evaluate(one.facts, exampleContext(), () => 'computing') };
}

const summarise = (all: readonly EvaluatedInitiative[], currency: string, asOf: IsoDate) =>
  summariseUnder(all, currency, asOf, DEFAULT_POLICY);

const empty = (facts: InitiativeFacts): InitiativeFacts => ({
  ...facts,
  assessments: [],
  lines: [],
  values: [],
  closedMonths: [],
  drivers: [],
  scopes: [],
  stopTerms: null,
});

describe('summarise()', () => {
  it('says why every money figure is unmeasured when nothing is measured, and shows none of them as 0', () => {
    const summary = summarise([evaluated(empty(soundFacts()), 'a')], 'EUR', AS_OF);
    for (const figure of [summary.net3, summary.net12, summary.runRate, summary.roi12]) {
      expect(figure.value).toBeNull();
      expect(figure.why).toMatch(/closed/);
    }
    expect(summary.mapPoints).toEqual([]);
    expect(summary.offMap).toEqual([
      { reason: 'neither', count: 1, first: [{ id: 'a', name: soundFacts().initiative.name }] },
    ]);
  });

  it('adds cost and benefit of the three latest calendar months closed by anyone', () => {
    // 6 months of 1,000.00 cost and 1,500.00 benefit, twice: net 3 x 500.00 x 2.
    const summary = summarise([evaluated(soundFacts(), 'a'), evaluated(soundFacts(), 'b')], 'EUR', AS_OF);
    expect(summary.net3.value).toBe(3 * 50_000 * 2);
    expect(summary.runRate.value).toBe(3 * 100_000 * 2 * 4);
    expect(summary.roi12.value).toBeCloseTo(0.5, 12);
    expect(summary.net12.why).toBe('6 of 12 months are closed');
    expect(summary.months3).toEqual(lastMonths(3));
  });

  it('leaves open initiative-months out of the sums and counts them beside the figure', () => {
    const late = { ...soundFacts(), closedMonths: lastMonths(6).slice(0, 4) };
    const summary = summarise([evaluated(soundFacts(), 'a'), evaluated(late, 'b')], 'EUR', AS_OF);
    expect(summary.net3.value).toBe(3 * 50_000 + 50_000);
    expect(summary.net3.why).toBe('2 initiative-months are open');
    const lessLate = { ...soundFacts(), closedMonths: lastMonths(6).slice(0, 5) };
    const one = summarise([evaluated(soundFacts(), 'a'), evaluated(lessLate, 'b')], 'EUR', AS_OF);
    expect(one.net3.why).toBe('1 initiative-month is open');
  });

  it('does not look past the as-of month', () => {
    const facts = { ...soundFacts(), closedMonths: [...lastMonths(6), month('2026-10')] };
    expect(summarise([evaluated(facts, 'a')], 'EUR', AS_OF).months3).toEqual(lastMonths(3));
  });

  it('calls a return on no cost undefined instead of infinite', () => {
    const free = { ...soundFacts(), values: soundFacts().values.filter((value) => value.lineId === 'o1') };
    const summary = summarise([evaluated(free, 'a')], 'EUR', AS_OF);
    expect(summary.roi12.value).toBeNull();
    expect(summary.roi12.why).toMatch(/undefined/);
  });

  it('counts stages and the share in production of all not retired', () => {
    const stages = ['idea', 'pilot', 'limited', 'scaled', 'retired'] as const;
    const all = stages.map((stage) => evaluated(soundFacts(stage), stage));
    const summary = summarise(all, 'EUR', AS_OF);
    expect(summary.byStage).toEqual({ idea: 1, pilot: 1, limited: 1, scaled: 1, retired: 1 });
    expect(summary.inProduction).toEqual({ count: 2, of: 4, share: 0.5 });
    expect(Object.values(summary.byVerdict).reduce((a, b) => a + b, 0)).toBe(4);
    expect(summary.byRule.reduce((sum, rule) => sum + rule.count, 0)).toBe(4);
  });

  it('has no share in production when everything is retired', () => {
    expect(summarise([evaluated(soundFacts('retired'), 'a')], 'EUR', AS_OF).inProduction.share).toBeNull();
    expect(summarise([], 'EUR', AS_OF).total).toBe(0);
  });

  it('puts an initiative with readiness and expected value on the map, a losing one below zero', () => {
    const one = evaluated(losingFacts(), 'a');
    const { mapPoints, valueLabel } = summarise([one], 'EUR', AS_OF);
    const [point] = mapPoints;
    expect(point).toMatchObject({ id: 'a', monthlyCost: 100_000 });
    expect(one.result.value).toEqual({ status: 'known', value: point?.value });
    expect(point?.value).toBeLessThan(0);
    expect(valueLabel).toBe('forecast, PV at 10\u00a0%, simulated, next 36 months, against stopping');
  });

  it('counts what still computes off the map, with that reason, and gives it no verdict', () => {
    const banned = computing(soundFacts('limited', { riskClass: 'prohibited' }), 'killed');
    const summary = summarise(
      [
        computing(soundFacts(), 'a'),
        evaluated(soundFacts(), 'b'),
        evaluated(empty(soundFacts()), 'c'),
        banned,
      ],
      'EUR',
      AS_OF,
    );
    // The hard failure decides without the simulation, but it has no place on the map either.
    expect(banned.result.verdict).toBe('kill');
    expect(summary.computing).toBe(1);
    expect(summary.offMap[0]).toMatchObject({ reason: 'computing', count: 2 });
    expect(summary.mapPoints.map((point) => point.id)).toEqual(['b']);
    expect(Object.values(summary.byVerdict).reduce((a, b) => a + b, 0)).toBe(3);
  });

  it('leaves the retired out of the counts beside the map', () => {
    expect(summarise([evaluated(empty(soundFacts('retired')), 'a')], 'EUR', AS_OF).offMap).toEqual([]);
  });
});
