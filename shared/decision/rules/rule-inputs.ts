import type { Initiative, Tripwire } from '../../domain/initiative.ts';
import type { Policy } from '../../domain/policy.ts';
import type { ActiveStage } from '../../domain/stage.ts';
import { RULE_IDS, RULE_VERDICTS, type RuleId } from '../../domain/verdict.ts';
import type { AsOf } from '../evidence.ts';
import type { PastDecision } from '../facts.ts';
import type { GateResult } from '../gates/gate-result.ts';
import type { GapViews } from '../readiness.ts';
import type { Figure, Missing, RuleOutcome, Term } from '../result.ts';
import type { Truth } from '../truth.ts';

/** Everything the rules read, worked out before them. */
export interface RuleInputs {
  readonly initiative: Initiative;
  readonly stage: ActiveStage;
  readonly gates: readonly GateResult[];
  readonly gaps: GapViews;
  readonly tripwires: readonly Tripwire[];
  readonly pastDecisions: readonly PastDecision[];
  readonly policy: Policy;
  readonly asOf: AsOf;
  readonly value: Figure;
  readonly readiness: Figure;
  readonly fullMonths: number;
  readonly neededMonths: number;
  readonly isDataOk: boolean;
  /** The comparisons that several rules share. */
  readonly dataOkTerm: Term;
  readonly valueTerm: Term;
  readonly monthsInStage: number | null;
  readonly timeBoxMonths: number | null;
}

const NO_TERMS: readonly Term[] = [];
const NO_MISSING: readonly Missing[] = [];

/** Quiet outcomes with nothing to compare: one object each, since most rules of most initiatives are. */
const QUIET = Object.fromEntries(
  RULE_IDS.map((rule): [RuleId, RuleOutcome] => [
    rule,
    { rule, verdict: RULE_VERDICTS[rule], status: 'quiet', terms: NO_TERMS, missing: NO_MISSING },
  ]),
) as Readonly<Record<RuleId, RuleOutcome>>;

/** The outcome of a rule whose condition is `truth`; `missing` is kept only where it cannot be told. */
export function ruleOutcome(
  rule: RuleId,
  truth: Truth,
  terms: readonly Term[] = NO_TERMS,
  missing: readonly Missing[] = NO_MISSING,
): RuleOutcome {
  if (truth === false && terms.length === 0) return QUIET[rule];
  const verdict = RULE_VERDICTS[rule];
  if (truth === null) return { rule, verdict, status: 'not_evaluated', terms, missing };
  return { rule, verdict, status: truth ? 'fires' : 'quiet', terms, missing: NO_MISSING };
}

/** The part of data_ok that can be told today: enough complete closed months for the stage. */
export function dataOkTerm(fullMonths: number, neededMonths: number): Term {
  return {
    quantity: 'complete closed months',
    actual: fullMonths,
    comparator: '>=',
    threshold: neededMonths,
    unit: 'months',
    holds: fullMonths >= neededMonths,
  };
}

/** "net value a year <= 0": unknown while the value is. */
export function valueNotPositiveTerm(value: Figure): Term {
  const actual = value.status === 'known' ? value.value : null;
  return {
    quantity: 'net value a year',
    actual,
    comparator: '<=',
    threshold: 0,
    unit: 'money',
    holds: actual === null ? null : actual <= 0,
  };
}

/** What is missing for a figure; nothing when it is known. */
export function missingFor(figure: Figure): readonly Missing[] {
  return figure.status === 'unknown' || figure.status === 'not_evaluated' ? figure.missing : NO_MISSING;
}
