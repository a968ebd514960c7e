import type { Policy } from '../../domain/policy.ts';
import { RULE_IDS } from '../../domain/verdict.ts';
import { ruleTruths } from './conditions.ts';
import type { RuleState } from './rule-state.ts';

/** What a simulation could say: every combination of its figures that turns a condition one way or the other. */
const OUTCOMES: readonly Partial<RuleState>[] = [
  { value: -1, probability: 0, band: 0, unitEconomics: 0, bcr50: 0, paybackProbability: 0 },
  { value: -1, probability: 0, band: 1, unitEconomics: 1, bcr50: 0, paybackProbability: 0 },
  { value: 1, probability: 0, band: 0, unitEconomics: 1, bcr50: 0, paybackProbability: 0 },
  {
    value: 1,
    probability: 1,
    band: 3,
    unitEconomics: 1,
    bcr50: Number.MAX_VALUE,
    paybackProbability: 1,
  },
];

/**
 * True while the verdict has to wait for a simulation that is running: a rule before the first that fires cannot be
 * told yet, and some result of the simulation would make it fire. When an earlier rule decides whatever the
 * simulation brings, nothing waits.
 * @param state with the simulated figures null
 */
export function isWaiting(state: RuleState, policy: Policy): boolean {
  const now = ruleTruths(state, policy);
  const possible = OUTCOMES.map((outcome) => ruleTruths({ ...state, ...outcome }, policy));
  for (const rule of RULE_IDS) {
    if (now[rule] === true) return false;
    if (now[rule] === null && possible.some((truths) => truths[rule] === true)) return true;
  }
  return false;
}
