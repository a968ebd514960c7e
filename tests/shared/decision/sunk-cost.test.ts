import { describe, expect, it } from 'vitest';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { decided, losingFacts, money, planVersion, scalableFacts, soundFacts } from './example-facts.ts';
import { exampleModel } from './example-model.ts';

describe('evaluate() and money already spent', () => {
  /** Costs and benefits of the past, and the plan they are held against, times a factor. */
  const scaled = (facts: InitiativeFacts, factor: number): InitiativeFacts => ({
    ...facts,
    values: facts.values.map((v) => ({ ...v, amount: money(v.amount * factor) })),
    planVersions: facts.planVersions.map((p) => ({
      ...p,
      values: p.values.map((v) => ({ ...v, amount: money(v.amount * factor) })),
    })),
  });
  const pastOnly = (facts: InitiativeFacts) => {
    const { last3, last12, lifeToDate, costPerSuccess, ...rest } = decided(facts);
    return rest;
  };

  it.each([
    ['scaling', scalableFacts()],
    ['losing', { ...losingFacts(), planVersions: [planVersion(100_000)] }],
    ['a pilot', { ...soundFacts('pilot'), planVersions: [planVersion(170_000)] }],
    ['half its plan', { ...soundFacts(), planVersions: [planVersion(290_000)] }],
  ] as const)('changes nothing but the sums of the past when the whole past is larger: %s', (_, facts) => {
    for (const factor of [2, 10, 1000]) expect(pastOnly(scaled(facts, factor))).toEqual(pastOnly(facts));
  });

  it.each([1, 7, 1000])('does not see past costs at all: x %i', (factor) => {
    const facts = scalableFacts();
    const dearer = {
      ...facts,
      values: facts.values.map((v) => (v.lineId === 'c1' ? { ...v, amount: money(v.amount * factor) } : v)),
    };
    expect(pastOnly(dearer)).toEqual(pastOnly(facts));
  });

  it('lets past benefits speak through BRI and BRI* alone', () => {
    const facts = scalableFacts();
    const less = {
      ...facts,
      values: facts.values.map((v) => (v.lineId === 'o1' ? { ...v, amount: money(75_000) } : v)),
    };
    const result = decided(less);
    expect([result.benefitRealisation, result.rule]).toEqual([{ status: 'known', value: 0.5 }, 'F2']);
    const measured = (f: InitiativeFacts) => ({
      ...f,
      scopes: f.scopes
        .filter((s) => s.stage === 'limited')
        .map((s) => ({ ...s, basis: 'measured' as const })),
    });
    expect(decided(measured(less)).value).toEqual(decided(measured(facts)).value);
  });
});

describe('evaluate() in another currency', () => {
  /** Every amount of money in whole other units: minor units, values per task, stop terms. */
  const priced = (facts: InitiativeFacts, factor: number): InitiativeFacts => ({
    ...facts,
    values: facts.values.map((v) => ({ ...v, amount: money(v.amount * factor) })),
    planVersions: facts.planVersions.map((p) => ({
      ...p,
      values: p.values.map((v) => ({ ...v, amount: money(v.amount * factor) })),
    })),
    scopes: facts.scopes.map((s) => ({
      ...s,
      lines: s.lines.map((l) => ({ ...l, constant: l.constant * factor })),
    })),
    stopTerms:
      facts.stopTerms === null
        ? null
        : {
            ...facts.stopTerms,
            salvage: money(facts.stopTerms.salvage * factor),
            exitCost: money(facts.stopTerms.exitCost * factor),
          },
  });
  const terms = {
    salvage: money(50_000),
    exitCost: money(20_000),
    upkeepPerMonth: money(0),
    upkeepMonths: 0,
  };

  it.each([
    ['scaling', { ...scalableFacts(), stopTerms: terms }],
    ['losing', { ...losingFacts(), stopTerms: terms }],
    ['near nothing', { ...soundFacts(), ...exampleModel('limited', 1.26), stopTerms: terms }],
  ] as const)('gives the same verdicts, P and BRI for any whole factor: %s', (_, facts) => {
    const of = (f: InitiativeFacts) => {
      const { verdict, rule, probability, bcr50, benefitRealisation, band } = decided(f);
      return { verdict, rule, probability, band, ratios: [bcr50, benefitRealisation].map(rounded) };
    };
    for (const factor of [2, 7, 100]) expect(of(priced(facts, factor))).toEqual(of(facts));
  });

  const rounded = (figure: { status: string; value?: number }) =>
    figure.value === undefined ? figure.status : Math.round(figure.value * 1e9);
});
