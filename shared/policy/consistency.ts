import { EVIDENCE_KINDS, GAPS } from '../domain/gap.ts';
import type { Policy } from '../domain/policy.ts';
import { MEASUREMENT_METHODS } from '../domain/value-lines.ts';
import { shownValue } from './field-text.ts';
import { findField } from './fields.ts';
import { valueAt } from './policy-path.ts';
import type { PolicyProblem } from './problem.ts';

/** Weights are fractions typed in percent: a sum this close to 1 is 1. */
const WEIGHT_TOLERANCE = 1e-9;

/** The first value must be at most the second, or below it when `isStrict`; the problem stands at the field named last. */
interface Order {
  readonly low: string;
  readonly high: string;
  readonly at: 'low' | 'high';
  readonly isStrict?: boolean;
}

/** What no range of a single field can say: values that only make sense beside one another. */
export function consistencyProblems(policy: Policy): readonly PolicyProblem[] {
  return [
    ...ORDERS.flatMap((order) => orderProblem(policy, order)),
    ...bandProblems(policy),
    ...weightProblem(policy),
    ...gradeProblem(policy),
  ];
}

/** Each value and the next one. */
function ascending(paths: readonly string[], isStrict = false): readonly Order[] {
  return paths.slice(1).map((high, index) => ({ low: paths[index] ?? '', high, at: 'high', isStrict }));
}

const ORDERS: readonly Order[] = [
  ...ascending(['probabilityCuts.0', 'probabilityCuts.1', 'probabilityCuts.2'], true),
  { low: 'deadBand', high: 'clearBreach', at: 'high', isStrict: true },
  // Otherwise no first look could ever find a value negative.
  { low: 'clearBreach', high: 'probabilityCuts.0', at: 'low', isStrict: true },
  { low: 'draws', high: 'mostDraws', at: 'high' },
  { low: 'fixBenefitRealisation', high: 'scaleBenefitRealisation', at: 'high' },
  { low: 'readinessLeave', high: 'readinessEnter', at: 'low' },
  { low: 'paybackMonths', high: 'horizonMonths', at: 'low' },
  ...ascending(['idea', 'pilot', 'limited', 'scaled'].map((stage) => `closedMonthsNeeded.${stage}`)),
  ...GAPS.flatMap((gap) =>
    ascending(['pilot', 'limited', 'scaled'].map((stage) => `floors.${stage}.${gap}`)),
  ),
  // Kinds stand weakest first, methods strongest first.
  ...ascending(EVIDENCE_KINDS.map((kind) => `evidenceGrade.${kind}`)),
  ...ascending(EVIDENCE_KINDS.map((kind) => `evidenceLimit.${kind}`)),
  ...ascending(MEASUREMENT_METHODS.toReversed().map((method) => `methodQuality.${method}`)),
  ...ascending(MEASUREMENT_METHODS.map((method) => `benefitRisk.${method}`)),
  ...ascending(['actual', 'quote', 'estimate'].map((basis) => `costRisk.${basis}`)),
  { low: 'realisation.deflected_contacts', high: 'cashReleasingDeflection', at: 'high' },
];

function orderProblem(policy: Policy, { low, high, at, isStrict = false }: Order): readonly PolicyProblem[] {
  const [below, above] = [valueAt(policy, low), valueAt(policy, high)];
  if (below < above || (!isStrict && below === above)) return [];
  const [path, other] = at === 'high' ? [high, low] : [low, high];
  const limit = at === 'high' ? (isStrict ? 'above' : 'at least') : isStrict ? 'below' : 'at most';
  return [{ path, message: `${nameOf(path)} must be ${limit} ${nameOf(other)} (${shown(policy, other)}).` }];
}

/** The dead-bands of two cuts must not meet, and that of the highest must end below certainty. */
function bandProblems(policy: Policy): readonly PolicyProblem[] {
  const [low, middle, high] = policy.probabilityCuts;
  const distance = Math.min(middle - low, high - middle);
  if (distance > 0 && policy.deadBand >= distance / 2 - 1e-12) {
    const half = shown({ ...policy, deadBand: distance / 2 }, 'deadBand');
    return [
      {
        path: 'deadBand',
        message: `${nameOf('deadBand')} must be below half the distance between two cuts (${half}), or P could lie in two dead-bands at once.`,
      },
    ];
  }
  if (high + policy.deadBand > 1) {
    return [
      {
        path: 'deadBand',
        message: `${nameOf('deadBand')} reaches past 100 % at the highest cut (${shown(policy, 'probabilityCuts.2')}): nothing could ever be scaled. Lower one of the two.`,
      },
    ];
  }
  return [];
}

function weightProblem({ gapWeights }: Policy): readonly PolicyProblem[] {
  const sum = GAPS.reduce((total, gap) => total + gapWeights[gap], 0);
  if (Math.abs(sum - 1) <= WEIGHT_TOLERANCE) return [];
  const percent = Number((sum * 100).toPrecision(6));
  return [
    {
      path: 'gapWeights',
      message: `The weights of the gaps must add up to 100 %; these add up to ${percent} %.`,
    },
  ];
}

function gradeProblem(policy: Policy): readonly PolicyProblem[] {
  const lowest = Math.min(...EVIDENCE_KINDS.map((kind) => policy.evidenceGrade[kind]));
  if (policy.evidenceStaleBelow <= lowest) return [];
  return [
    {
      path: 'evidenceStaleBelow',
      message: `${nameOf('evidenceStaleBelow')} must be at most the lowest grade of fresh evidence (${Number((lowest * 100).toPrecision(6))} %), or that evidence would be stale on its first day.`,
    },
  ];
}

/** The name inside a sentence keeps its capital: it is how the screen calls the field. */
function nameOf(path: string): string {
  return findField(path)?.name ?? path;
}

function shown(policy: Policy, path: string): string {
  const field = findField(path);
  return field === undefined ? '' : shownValue(field, valueAt(policy, path));
}
