import type { Incident, Initiative, MetricReading, Tripwire } from '../../domain/initiative.ts';
import type { Policy } from '../../domain/policy.ts';
import type { ActiveStage } from '../../domain/stage.ts';
import type { MonthIndex } from '../../domain/units.ts';
import type { GateId } from '../../domain/verdict.ts';
import type { AsOf } from '../evidence.ts';
import type { GapViews } from '../readiness.ts';
import type { EvidenceUsed, GateFinding, GateOutcome, GateState, Missing, Term } from '../result.ts';

/** What the gates are read from. Everything in it is known on the as-of date, except facts that carry a date. */
export interface GateInputs {
  readonly initiative: Initiative;
  readonly gaps: GapViews;
  /** Ascending and distinct, none after the as-of month. */
  readonly closed: readonly MonthIndex[];
  readonly readings: readonly MetricReading[];
  readonly tripwires: readonly Tripwire[];
  readonly incidents: readonly Incident[];
  readonly policy: Policy;
  readonly asOf: AsOf;
}

/** The column of the gate table that is read; `isNext` when the initiative has not entered that stage yet. */
export interface Column {
  readonly stage: ActiveStage;
  readonly isNext: boolean;
}

/** A gate's outcome and, for each unknown finding, what would make it known. */
export interface GateResult {
  readonly outcome: GateOutcome;
  readonly missing: readonly Missing[];
  /** Missing facts that could turn out to be a hard failure: the lawful basis, the risk class. */
  readonly hardMissing: readonly Missing[];
}

/** A finding on its way into a gate; `missing` goes with an unknown one. Those without figures are shared constants. */
export interface Found {
  readonly finding: GateFinding;
  readonly missing?: Missing;
  readonly hardMissing?: Missing;
}

/** Worst first. Unknown stands before fixable: what is not known is measured before anything is repaired. */
const SEVERITY: Readonly<Record<GateState, number>> = {
  hard: 0,
  unknown: 1,
  fixable: 2,
  pass: 3,
  not_required: 4,
};

const NOTHING: readonly Missing[] = [];

/** Puts findings together: the worst decides the state. There is at least one finding; passing ones say what passed. */
export function gateOf(
  gate: GateId,
  column: Column,
  found: readonly Found[],
  evidence: EvidenceUsed | null = null,
): GateResult {
  const sorted = found.length < 2 ? found : [...found].sort(worstFirst);
  return {
    outcome: {
      gate,
      stage: column.stage,
      state: sorted[0]?.finding.state ?? 'unknown',
      findings: sorted.map(({ finding }) => finding),
      evidence,
    },
    missing: collect(sorted, 'missing'),
    hardMissing: collect(sorted, 'hardMissing'),
  };
}

function worstFirst({ finding: a }: Found, { finding: b }: Found): number {
  return SEVERITY[a.state] - SEVERITY[b.state] || (a.code < b.code ? -1 : 1);
}

function collect(found: readonly Found[], key: 'missing' | 'hardMissing'): readonly Missing[] {
  let items: Missing[] | undefined;
  for (const { [key]: missing } of found) {
    if (missing === undefined) continue;
    items ??= [];
    items.push(missing);
  }
  return items ?? NOTHING;
}

/** A passing finding. */
export function passes(code: string, text: string, term?: Term): Found {
  return { finding: findingOf('pass', code, text, term) };
}

/** A failure that work can repair. */
export function fixable(code: string, text: string, term?: Term): Found {
  return { finding: findingOf('fixable', code, text, term) };
}

/** A failure that no work repairs. */
export function hard(code: string, text: string): Found {
  return { finding: findingOf('hard', code, text) };
}

/** What cannot be told, and the item (same code) that would tell. */
export function unknown(code: string, text: string, missing: string, term?: Term): Found {
  return { finding: findingOf('unknown', code, text, term), missing: { code, text: missing } };
}

function findingOf(state: GateState, code: string, text: string, term?: Term): GateFinding {
  return term === undefined ? { state, code, text } : { state, code, text, term };
}
