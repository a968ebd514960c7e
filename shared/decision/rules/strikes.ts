import { GATE_IDS, GATE_NAMES, type GateId } from '../../domain/verdict.ts';
import type { PastDecision } from '../facts.ts';
import type { GateResult } from '../gates/gate-result.ts';
import { NO_PLAN, NO_UNIT_COUNTS } from '../missing.ts';
import type { Missing, RuleOutcome, Term } from '../result.ts';
import { allOf, anyOf, type Truth } from '../truth.ts';
import { type RuleInputs, ruleOutcome } from './rule-inputs.ts';

/** Number of latest consecutive closed reviews that decided FIX. */
export function countStrikes(pastDecisions: readonly PastDecision[]): number {
  let strikes = 0;
  for (let i = pastDecisions.length - 1; i >= 0 && pastDecisions[i]?.decision === 'fix'; i -= 1) strikes += 1;
  return strikes;
}

interface Cause {
  readonly holds: Truth;
  readonly name: string;
  readonly state: string | null;
  readonly missing: readonly Missing[];
}

/** K5: two FIX decisions in a row, and a cause of the last one still holds. */
export function strikeRule({ pastDecisions, gates, policy }: RuleInputs): RuleOutcome {
  const strikes = countStrikes(pastDecisions);
  const isOut = strikes >= policy.strikes;
  const terms: Term[] = [
    {
      quantity: 'FIX decisions in a row',
      actual: strikes,
      comparator: '>=',
      threshold: policy.strikes,
      unit: 'count',
      holds: isOut,
    },
  ];
  if (!isOut) return ruleOutcome('K5', false, terms);
  const causes = [...new Set(pastDecisions.at(-1)?.causes)].map((cause) => judgeCause(cause, gates));
  if (causes.length === 0) return ruleOutcome('K5', null, terms, [NO_CAUSE]);
  for (const cause of causes) {
    terms.push({
      quantity: cause.name,
      actual: cause.state,
      comparator: '=',
      threshold: 'open',
      unit: 'text',
      holds: cause.holds,
    });
  }
  const truth = allOf(isOut, anyOf(...causes.map((cause) => cause.holds)));
  return ruleOutcome(
    'K5',
    truth,
    terms,
    causes.flatMap((cause) => cause.missing),
  );
}

/**
 * A gate named as cause is still open while it has a failure, fixable or hard; closed when it passes or is not asked;
 * otherwise it cannot be told. BRI and unit cost wait for the plan and the unit counts.
 */
function judgeCause(cause: string, gates: readonly GateResult[]): Cause {
  const index = GATE_IDS.indexOf(cause as GateId);
  const gate = gates[index];
  if (gate === undefined) {
    const missing = cause === 'BRI' ? NO_PLAN : cause === 'unit cost' ? NO_UNIT_COUNTS : NO_CAUSE;
    return { holds: null, name: cause, state: null, missing: [missing] };
  }
  const name = GATE_NAMES[gate.outcome.gate];
  const { state, findings } = gate.outcome;
  if (findings.some((finding) => finding.state === 'fixable' || finding.state === 'hard')) {
    return { holds: true, name, state: 'open', missing: [] };
  }
  if (state === 'unknown') return { holds: null, name, state: null, missing: gate.missing };
  return { holds: false, name, state: 'closed', missing: [] };
}

const NO_CAUSE: Missing = { code: 'fixCauses', text: 'the cause of the last FIX' };
