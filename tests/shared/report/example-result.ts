import type { DecisionResult, Figure, RuleOutcome, Simulated, Term } from '#shared/decision/result.ts';
import type { IsoDate, MinorUnits } from '#shared/domain/units.ts';
import { RULE_VERDICTS, type RuleId } from '#shared/domain/verdict.ts';

export const known = (value: number): Figure => ({ status: 'known', value });
export const unknown = (text: string): Figure => ({ status: 'unknown', missing: [{ code: text, text }] });

/** A comparison; only what a test is about has to be said. */
export function term(
  quantity: string,
  actual: Term['actual'],
  comparator: Term['comparator'],
  threshold: Term['threshold'],
  over: Partial<Term> = {},
): Term {
  return { quantity, actual, comparator, threshold, unit: 'ratio', holds: true, ...over };
}

export const yes = (quantity: string, actual: string): Term =>
  term(quantity, actual, '=', actual, { unit: 'text' });
/** P as the engine compares it: with its standard error. */
export const chance = (p: number, comparator: '<' | '>=', cut: number, over: Partial<Term> = {}): Term =>
  term('P(value > 0)', p, comparator, cut, { se: 0.005, ...over });
/** E as the engine compares it, in minor units. */
export const value = (minor: number, comparator: '<=' | '>', over: Partial<Term> = {}): Term =>
  term('expected value', minor, comparator, 0, { unit: 'money', ...over });

export function firing(
  rule: RuleId,
  terms: readonly Term[] = [],
  over: Partial<RuleOutcome> = {},
): RuleOutcome {
  return { rule, verdict: RULE_VERDICTS[rule], status: 'fires', terms, missing: [], ...over };
}

/** What a simulation says, in currency units: E 485 k, P .86. */
export function simulated(over: Partial<Simulated> = {}): Simulated {
  const at = (v: number) => ({ value: v, low: v, high: v });
  return {
    draws: 10_000,
    isExtended: false,
    onTheLine: [],
    expected: { value: 485_000, se: 1_880 },
    deviation: 188_000,
    probability: { value: 0.86, se: 0.0035 },
    bcr50: { value: 1.5875, low: 1.5851, high: 1.5898 },
    unitEconomics: { value: 0.9996, se: 0.0001 },
    payback: { value: 0.78, se: 0.0041 },
    delta: { p10: at(259_000), p50: at(474_000), p90: at(-1_500) },
    optionValue: 0,
    ...over,
  };
}

const NO_SUM = {
  months: [],
  isContiguous: true,
  cost: 0 as MinorUnits,
  benefit: 0 as MinorUnits,
  net: 0 as MinorUnits,
  measured: 0,
  expected: 0,
};

/** A result decided by the given rule, with nothing else known; a test states only what it is about. */
export function result(decisive: RuleOutcome | null, over: Partial<DecisionResult> = {}): DecisionResult {
  const nothing = unknown('the forward model');
  return {
    initiativeId: 'i1',
    stage: 'limited',
    isPaused: false,
    verdict: decisive?.verdict ?? null,
    rule: decisive?.rule ?? null,
    isComputing: false,
    isAdvance: false,
    rules: decisive === null ? [] : [decisive],
    gates: [],
    nextGates: [],
    gaps: [],
    readiness: nothing,
    value: nothing,
    probability: nothing,
    bcr50: nothing,
    unitEconomics: nothing,
    paybackProbability: nothing,
    benefitRealisation: nothing,
    benefitHaircut: nothing,
    costPerSuccess: nothing,
    costPerSuccessRise: nothing,
    confidence: 0.5,
    band: null,
    valueClass: null,
    simulated: null,
    reach: [],
    strikes: 0,
    plan: { isAdopted: false, isFunded: true },
    layers: [],
    checklist: [],
    override: null,
    last3: NO_SUM,
    last12: NO_SUM,
    lifeToDate: NO_SUM,
    fullMonths: 0,
    neededMonths: 3,
    isDataOk: true,
    monthsInStage: 11,
    timeBoxMonths: 9,
    notes: [],
    asOf: '2026-09-30' as IsoDate,
    policyVersion: 1,
    engineVersion: '1.0.0',
    seed: 's',
    ...over,
  };
}
