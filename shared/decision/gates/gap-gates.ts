import { dayNumber } from '../../domain/calendar.ts';
import { EVIDENCE_KIND_NAMES, GAP_NAMES, type Gap, LEVEL_NAMES, type Level } from '../../domain/gap.ts';
import type { Policy } from '../../domain/policy.ts';
import type { GateId } from '../../domain/verdict.ts';
import { missingLevel } from '../missing.ts';
import type { GapView } from '../readiness.ts';
import type { GapScore, Term } from '../result.ts';
import {
  type Column,
  type Found,
  fixable,
  type GateInputs,
  type GateResult,
  gateOf,
  hard,
  passes,
  unknown,
} from './gate-result.ts';

/** G3: data lawful and available. Without a lawful basis no level helps: hard. */
export function dataGate(inputs: GateInputs, column: Column): GateResult {
  const { lawfulBasis } = inputs.initiative;
  return gapGate('G3', 'data', inputs, column, [LAWFUL[lawfulBasis ?? 'unanswered']]);
}

/** G4: integration. */
export function integrationGate(inputs: GateInputs, column: Column): GateResult {
  return gapGate('G4', 'integration', inputs, column, []);
}

/** G5: evaluation suite with a pass mark; from limited production on it must also have run lately, and passed. */
export function evaluationGate(inputs: GateInputs, column: Column): GateResult {
  const asksForRun = column.stage === 'limited' || column.stage === 'scaled';
  return gapGate('G5', 'evaluation', inputs, column, asksForRun ? [evaluationRun(inputs)] : []);
}

/** G6: risk class, human oversight from pilot on, no open Sev-1. */
export function governanceGate(inputs: GateInputs, column: Column): GateResult {
  return gapGate('G6', 'governance', inputs, column, riskFindings(inputs, column));
}

/** G7: organisational change. */
export function changeGate(inputs: GateInputs, column: Column): GateResult {
  return gapGate('G7', 'change', inputs, column, []);
}

function gapGate(
  gate: GateId,
  gap: Gap,
  inputs: GateInputs,
  column: Column,
  also: readonly Found[],
): GateResult {
  const view = inputs.gaps[gap];
  const level =
    column.stage === 'idea'
      ? planFinding(gap, view)
      : floorFinding(gap, view, inputs, inputs.policy.floors[column.stage][gap]);
  const evidence = column.stage === 'idea' ? view.plan : view.score.evidence;
  return gateOf(gate, column, also.length === 0 ? [level] : [level, ...also], evidence);
}

/** Idea: an assessment with a written plan, that is with evidence of any kind and age. */
function planFinding(gap: Gap, { score, plan }: GapView): Found {
  if (score.level === null) return NEVER_ASSESSED[gap];
  if (plan === null) return fixable(`plan:${gap}`, 'assessed, but without a written plan');
  return passes(`plan:${gap}`, `plan written (${EVIDENCE_KIND_NAMES[plan.kind]}, ${plan.datedOn})`);
}

/** Pilot on: raw level against the floor. Stale evidence wins over a low level: first look, then repair. */
function floorFinding(gap: Gap, { score }: GapView, { policy }: GateInputs, floor: Level): Found {
  if (score.level === null) return NEVER_ASSESSED[gap];
  return score.isStale ? staleFinding(score, score.level, policy) : LEVEL_FINDINGS[gap][floor][score.level];
}

function staleFinding({ gap, evidence, quality }: GapScore, level: Level, policy: Policy): Found {
  const code = `evidence:${gap}`;
  const term: Term = {
    quantity: 'evidence quality',
    actual: quality,
    comparator: '>=',
    threshold: policy.evidenceStaleBelow,
    unit: 'share',
    holds: false,
  };
  if (evidence === null) {
    return unknown(code, `level ${level} has no evidence`, `evidence for ${GAP_NAMES[gap]}`, term);
  }
  const age = `${EVIDENCE_KIND_NAMES[evidence.kind]}, ${evidence.datedOn}`;
  return unknown(
    code,
    `evidence for level ${level} is stale (${age})`,
    `fresh evidence for ${GAP_NAMES[gap]} (${evidence.datedOn})`,
    term,
  );
}

function levelFinding(gap: Gap, floor: Level, level: Level): Found {
  const holds = level >= floor;
  const term: Term = {
    quantity: 'level',
    actual: level,
    comparator: '>=',
    threshold: floor,
    unit: 'level',
    holds,
  };
  return holds
    ? passes(`floor:${gap}`, `level ${level} (${LEVEL_NAMES[level]}), needs ${floor}`, term)
    : fixable(`floor:${gap}`, `level ${level}, needs ${floor}`, term);
}

/** A run counts for 92 days; one dated after the as-of date is not known yet. */
function evaluationRun({ initiative, policy, asOf }: GateInputs): Found {
  const { evaluationRanOn: ranOn, evaluationPassRate: rate, evaluationPassMark: mark } = initiative;
  const wanted = `an evaluation run of the last ${policy.evaluationMaxAgeDays} days`;
  if (ranOn === null || ranOn > asOf.date || rate === null) {
    return unknown('evaluationRun', 'no evaluation run', wanted);
  }
  const age = asOf.day - dayNumber(ranOn);
  if (age > policy.evaluationMaxAgeDays) {
    return unknown('evaluationRun', `last evaluation run ${age} days old`, wanted, {
      quantity: 'age of the evaluation run',
      actual: age,
      comparator: '<=',
      threshold: policy.evaluationMaxAgeDays,
      unit: 'days',
      holds: false,
    });
  }
  if (mark === null) return NO_PASS_MARK;
  const holds = rate >= mark;
  const term: Term = {
    quantity: 'pass rate',
    actual: rate,
    comparator: '>=',
    threshold: mark,
    unit: 'share',
    holds,
  };
  return holds
    ? passes('evaluationRun', `evaluation passed ${age} days ago`, term)
    : fixable('evaluationRun', `evaluation ${age} days ago was below its pass mark`, term);
}

function riskFindings({ initiative, incidents, asOf }: GateInputs, column: Column): readonly Found[] {
  const findings: Found[] = [];
  if (initiative.riskClass === null) findings.push(NO_RISK_CLASS);
  else if (initiative.riskClass === 'prohibited') findings.push(PROHIBITED);
  else findings.push(RISK_CLASS);
  if (column.stage !== 'idea' && initiative.oversight.trim() === '') findings.push(NO_OVERSIGHT);
  for (const incident of incidents) {
    if (incident.severity !== 1 || incident.openedOn > asOf.date) continue;
    if (incident.mitigatedOn !== null && incident.mitigatedOn <= asOf.date) continue;
    const code = `incident:${incident.id}`;
    const text = `Sev-1 incident of ${incident.openedOn} open`;
    const { deadline } = incident;
    findings.push(
      asOf.date > deadline
        ? hard(code, `${text} past its deadline ${deadline}`)
        : fixable(code, `${text}, to be mitigated by ${deadline}`),
    );
  }
  return findings;
}

const LAWFUL: Readonly<Record<'yes' | 'no' | 'unanswered', Found>> = {
  yes: passes('lawfulBasis', 'lawful basis confirmed'),
  no: hard('lawfulBasis', 'no lawful basis for the data'),
  unanswered: {
    ...unknown('lawfulBasis', 'lawful basis not answered', 'whether the data may lawfully be used'),
    hardMissing: { code: 'lawfulBasis', text: 'whether the data may lawfully be used' },
  },
};
const RISK_CLASS = passes('riskClass', 'risk class set');
const NO_RISK_CLASS: Found = {
  ...fixable('riskClass', 'no risk class set'),
  hardMissing: { code: 'riskClass', text: 'the risk class' },
};
const PROHIBITED = hard('riskClass', 'prohibited practice');
const NO_PASS_MARK = unknown(
  'evaluationPassMark',
  'the evaluation has no pass mark',
  'a pass mark for the evaluation',
);
const NO_OVERSIGHT = fixable('oversight', 'no human oversight measure set');
const NEVER_ASSESSED = perGap((gap): Found => {
  const missing = missingLevel(gap);
  return { finding: { state: 'unknown', code: missing.code, text: 'never assessed' }, missing };
});
/** By gap, floor, level: made once, since every gate of every initiative is one of these few. */
const LEVEL_FINDINGS = perGap((gap) =>
  perLevel((floor) => perLevel((level) => levelFinding(gap, floor, level))),
);

function perGap<T>(make: (gap: Gap) => T): Readonly<Record<Gap, T>> {
  return {
    data: make('data'),
    integration: make('integration'),
    evaluation: make('evaluation'),
    governance: make('governance'),
    change: make('change'),
  };
}

function perLevel<T>(make: (level: Level) => T): Readonly<Record<Level, T>> {
  return { 0: make(0), 1: make(1), 2: make(2), 3: make(3), 4: make(4) };
}
