import { GATE_IDS, GATE_NAMES, type GateId } from '../../domain/verdict.ts';
import type { PastDecision } from '../facts.ts';
import type { GateResult } from '../gates/gate-result.ts';
import { missingFor, NO_MISSING, uniqueMissing } from '../missing.ts';
import type { Missing, Term } from '../result.ts';
import { anyOf, type Truth } from '../truth.ts';
import { hasStruckOut } from './conditions.ts';
import { benefitTerm, type FixInputs, unitCostTerm } from './fix-terms.ts';
import { type Judged, textTerm } from './judged.ts';
import type { RuleState } from './rule-state.ts';

/** Number of latest consecutive closed reviews that decided FIX. */
export function countStrikes(pastDecisions: readonly PastDecision[]): number {
  let strikes = 0;
  for (let i = pastDecisions.length - 1; i >= 0 && pastDecisions[i]?.decision === 'fix'; i -= 1) strikes += 1;
  return strikes;
}

/** What decides whether the cause of a FIX still holds. */
export interface CauseInputs extends FixInputs {
  readonly gates: readonly GateResult[];
  readonly state: Pick<RuleState, 'strikes' | 'benefitRealisation' | 'costPerSuccessRise'>;
}

interface Cause {
  readonly term: Term;
  readonly missing: readonly Missing[];
}

/**
 * Whether a cause of the last FIX still holds, for K5. Told only when the FIX decisions in a row suffice; before that
 * nothing is open in K5's sense, and the only comparison is their number.
 */
export function judgeStrikes(pastDecisions: readonly PastDecision[], inputs: CauseInputs): Judged {
  const { state, policy } = inputs;
  const isOut = hasStruckOut(state, policy);
  const count: Term = {
    quantity: 'FIX decisions in a row',
    actual: state.strikes,
    comparator: '>=',
    threshold: policy.strikes,
    unit: 'count',
    holds: isOut,
  };
  if (!isOut) return { truth: false, terms: [count], missing: NO_MISSING };
  const causes = [...new Set(pastDecisions.at(-1)?.causes)].sort().map((cause) => judgeCause(cause, inputs));
  if (causes.length === 0) return { truth: null, terms: [count], missing: [NO_CAUSE] };
  return {
    truth: anyOf(causes.map(({ term }): Truth => term.holds)),
    terms: [count, ...causes.map(({ term }) => term)],
    missing: uniqueMissing(...causes.map(({ missing }) => missing)),
  };
}

/**
 * A gate named as cause is still open while it has a failure, fixable or hard; closed when it passes or is not asked;
 * otherwise it cannot be told. The causes of F2 hold while their comparison does.
 */
function judgeCause(cause: string, inputs: CauseInputs): Cause {
  if (cause === 'BRI') {
    return { term: benefitTerm(inputs), missing: missingFor(inputs.figures.benefitRealisation) };
  }
  if (cause === 'unit cost') {
    return { term: unitCostTerm(inputs), missing: missingFor(inputs.figures.costPerSuccessRise) };
  }
  const gate = inputs.gates[GATE_IDS.indexOf(cause as GateId)];
  if (gate === undefined) return { term: textTerm(cause, null, 'open', null), missing: [NO_CAUSE] };
  const name = GATE_NAMES[gate.outcome.gate];
  const { state, findings } = gate.outcome;
  if (findings.some((finding) => finding.state === 'fixable' || finding.state === 'hard')) {
    return { term: textTerm(name, 'open', 'open', true), missing: NO_MISSING };
  }
  if (state === 'unknown') return { term: textTerm(name, null, 'open', null), missing: gate.missing };
  return { term: textTerm(name, 'closed', 'open', false), missing: NO_MISSING };
}

const NO_CAUSE: Missing = { code: 'fixCauses', text: 'the cause of the last FIX' };
