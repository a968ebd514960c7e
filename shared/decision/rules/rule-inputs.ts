import type { Policy } from '../../domain/policy.ts';
import { RULE_IDS, RULE_VERDICTS, type RuleId } from '../../domain/verdict.ts';
import type { GateResult } from '../gates/gate-result.ts';
import { NO_MISSING } from '../missing.ts';
import type { BandView, DecisionResult, Missing, RuleOutcome, Simulated, Term } from '../result.ts';
import type { RuleTruths } from './conditions.ts';
import { type Judged, NO_TERMS } from './judged.ts';
import type { RuleState } from './rule-state.ts';

/** The figures rules compare. */
export type RuleFigures = Pick<
  DecisionResult,
  | 'readiness'
  | 'value'
  | 'probability'
  | 'bcr50'
  | 'unitEconomics'
  | 'paybackProbability'
  | 'benefitRealisation'
  | 'costPerSuccessRise'
>;

/** What is told about the rules beside their truth: the numbers compared, and what is missing. */
export interface RuleInputs {
  readonly state: RuleState;
  readonly truths: RuleTruths;
  readonly policy: Policy;
  readonly figures: RuleFigures;
  readonly simulated: Simulated | null;
  readonly band: BandView | null;
  readonly gates: readonly GateResult[];
  readonly data: Judged;
  readonly tripwires: Judged;
  readonly strikes: Judged;
  readonly timeBox: Judged;
  readonly assets: Judged;
  readonly floors: Judged;
}

/** Quiet outcomes with nothing to compare: one object each, since most rules of most initiatives are. */
const QUIET = Object.fromEntries(
  RULE_IDS.map((rule): [RuleId, RuleOutcome] => [
    rule,
    { rule, verdict: RULE_VERDICTS[rule], status: 'quiet', terms: NO_TERMS, missing: NO_MISSING },
  ]),
) as Readonly<Record<RuleId, RuleOutcome>>;

/** A rule's outcome; its status is the truth of its condition. `missing` is kept only where that cannot be told. */
export function ruleOutcome(
  rule: RuleId,
  { truths }: Pick<RuleInputs, 'truths'>,
  terms: readonly Term[] = NO_TERMS,
  missing: readonly Missing[] = NO_MISSING,
): RuleOutcome {
  const truth = truths[rule];
  if (truth === false && terms.length === 0) return QUIET[rule];
  const verdict = RULE_VERDICTS[rule];
  if (truth === null) return { rule, verdict, status: 'not_evaluated', terms, missing };
  return { rule, verdict, status: truth ? 'fires' : 'quiet', terms, missing: NO_MISSING };
}
