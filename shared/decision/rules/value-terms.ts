import { missingFor, uniqueMissing } from '../missing.ts';
import type { Figure, Missing, Simulated, Term, TermUnit } from '../result.ts';
import type { Truth } from '../truth.ts';
import { isBandAtLeast, isValueNotAboveZero, reachesCut } from './conditions.ts';
import { textTerm } from './judged.ts';
import type { RuleInputs } from './rule-inputs.ts';

/** A figure against a threshold; `actual` is null while the figure is not known. */
export function figureTerm(
  quantity: string,
  figure: Figure,
  comparator: Term['comparator'],
  threshold: number,
  unit: TermUnit,
  holds: Truth,
  estimate?: { readonly se: number } | null,
): Term {
  const actual = figure.status === 'known' ? figure.value : null;
  const term: Term = { quantity, actual, comparator, threshold, unit, holds };
  return actual === null || estimate == null ? term : { ...term, se: estimate.se };
}

/** "data in order: yes". */
export function dataOkTerm({ state }: RuleInputs): Term {
  return textTerm('data in order', state.isDataOk ? 'yes' : 'no', 'yes', state.isDataOk);
}

/** "funded: yes". */
export function fundedTerm({ state }: RuleInputs, wanted: 'yes' | 'no'): Term {
  const actual = state.isFunded ? 'yes' : 'no';
  return textTerm('funded', actual, wanted, actual === wanted);
}

/** "expected value: −4 k EUR, at most 0". */
export function valueTerm({ state, figures }: RuleInputs, comparator: '<=' | '>'): Term {
  const isNot = isValueNotAboveZero(state);
  const holds = isNot === null || comparator === '<=' ? isNot : !isNot;
  return figureTerm('expected value', figures.value, comparator, 0, 'money', holds);
}

/** "P(value > 0): 0.43 (SE 0.005), below 0.6": P as simulated, against the cut. */
export function probabilityTerm(inputs: RuleInputs, cut: 0 | 1 | 2, wanted: 'below' | 'reached'): Term {
  const { state, policy, figures, simulated } = inputs;
  const reached = reachesCut(state, policy, cut);
  return figureTerm(
    'P(value > 0)',
    figures.probability,
    wanted === 'reached' ? '>=' : '<',
    policy.probabilityCuts[cut],
    'ratio',
    reached === null || wanted === 'reached' ? reached : !reached,
    simulated?.probability,
  );
}

/** "band of P: 1, below 2": the band after hysteresis, which is what verdicts go by. */
export function bandTerm({ state }: RuleInputs, band: 1 | 2 | 3, wanted: 'below' | 'reached'): Term {
  const reached = isBandAtLeast(state, band);
  return {
    quantity: 'band of P',
    actual: state.band,
    comparator: wanted === 'reached' ? '>=' : '<',
    threshold: band,
    unit: 'count',
    holds: reached === null || wanted === 'reached' ? reached : !reached,
  };
}

/** P against a cut and, where memory or the first look holds another band than P alone would give, the band too. */
export function cutTerms(inputs: RuleInputs, cut: 0 | 1 | 2, wanted: 'below' | 'reached'): readonly Term[] {
  const term = probabilityTerm(inputs, cut, wanted);
  const { band } = inputs;
  if (band === null || band.band === band.rawBand) return [term];
  return [term, bandTerm(inputs, (cut + 1) as 1 | 2 | 3, wanted)];
}

/** Why the value class is not positive: E at most 0, or else P below the second cut. */
export function notPositiveTerms(inputs: RuleInputs): readonly Term[] {
  const value = valueTerm(inputs, '<=');
  return value.holds === true ? [value] : [value, ...cutTerms(inputs, 1, 'below')];
}

/** Why the value class is positive: E above 0 and P at the second cut. */
export function positiveTerms(inputs: RuleInputs): readonly Term[] {
  return [valueTerm(inputs, '>'), ...cutTerms(inputs, 1, 'reached')];
}

/** Why the value class is neither: E and P disagree, or P lies between. */
export function unclearTerms(inputs: RuleInputs): readonly Term[] {
  const isNot = isValueNotAboveZero(inputs.state);
  if (isNot === false) return [valueTerm(inputs, '>'), ...cutTerms(inputs, 1, 'below')];
  return [valueTerm(inputs, '<='), ...cutTerms(inputs, 0, 'reached')];
}

/** A simulated share of draws with its standard error. */
export function shareOf(simulated: Simulated | null, name: 'unitEconomics' | 'payback') {
  return simulated === null ? null : simulated[name];
}

/** What is missing for E and P. */
export function valueMissing({ figures }: RuleInputs): readonly Missing[] {
  return uniqueMissing(missingFor(figures.value), missingFor(figures.probability));
}
