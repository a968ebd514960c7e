import { asOfDay } from '../decision/evidence.ts';
import { metricGate } from '../decision/gates/metric-gate.ts';
import { scoreGaps } from '../decision/readiness.ts';
import { countStrikes } from '../decision/rules/strikes.ts';
import { judgeTimeBox, monthsInStage, timeBoxMonths } from '../decision/rules/time-box.ts';
import { judgeTripwires } from '../decision/rules/tripwires.ts';
import { DEFAULT_POLICY } from '../domain/policy.ts';
import { countFullMonths } from '../finance/tracking.ts';
import { EXAMPLE_INITIATIVE } from './example-facts.ts';
import { AS_OF, AS_OF_MONTH, day, monthTotal } from './example-records.ts';
import type { FormulaEntry } from './formula.ts';

const TODAY = asOfDay(AS_OF, DEFAULT_POLICY);

/** Counts and clocks that rules and gates go by. Second half of "Hysteresis and rules". */
export const CLOCK_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'complete-months',
    name: 'Complete months (n)',
    statement:
      'n = closed months since first spend with every active cost line valued and an outcome measured',
    convention:
      'First spend = first closed month that cost more than 0. data_ok needs 2 for a pilot, 3 later, none for an idea; beside it the inputs of the forward model, and C ≥ 0.50 from pilot on.',
    edgeCases: [
      {
        when: 'Before first spend',
        answer: '0',
        run: () => countFullMonths([monthTotal({ cost: 0, benefit: 5 })]),
      },
      {
        when: 'A cost unmeasured',
        answer: '0',
        run: () => countFullMonths([monthTotal({ cost: 5, costMeasured: 0 })]),
      },
    ],
    example: {
      inputs: 'three complete months and one without a measured outcome',
      compute: () => {
        const full = monthTotal({ cost: 5, benefit: 9 });
        return countFullMonths([full, full, monthTotal({ cost: 5, hasOutcome: false }), full]);
      },
      expected: 3,
      tolerance: 0,
      unit: 'months',
    },
    source: 'Ours.',
    judgement: 'How many months each stage needs.',
    code: {
      'shared/finance/tracking.ts': 'countFullMonths',
      'shared/decision/rules/data-check.ts': 'judgeData',
    },
  },
  {
    id: 'strikes',
    name: 'Strikes (rule K5)',
    statement: 'strikes = number of latest consecutive closed reviews whose DECISION was FIX',
    convention: 'Decided, not recommended. Two strikes with a cause still open: the third FIX is a KILL.',
    edgeCases: [
      {
        when: 'Another decision in between',
        answer: '1',
        run: () => countStrikes([fix('fix'), fix('continue'), fix('fix')]),
      },
    ],
    example: {
      inputs: 'continue, fix, fix',
      compute: () => countStrikes([fix('continue'), fix('fix'), fix('fix')]),
      expected: 2,
      tolerance: 0,
      unit: 'reviews',
    },
    source: 'elite-consulting.com, stage gates: "three strikes and out".',
    judgement: null,
    code: { 'shared/decision/rules/strikes.ts': 'countStrikes, judgeStrikes' },
  },
  {
    id: 'time-box',
    name: 'Time-box of a pilot (rule K6)',
    statement: 'late when whole months since stage entry − paused months > min(9, 2 × planned months)',
    convention: 'Whole months: one counts once its day of the month is reached. Pilots only.',
    edgeCases: [
      {
        when: 'No plan: the 9 of the policy',
        answer: '9',
        run: () => timeBoxMonths(pilot(null), DEFAULT_POLICY) ?? 'none',
      },
      {
        when: 'A pause that still runs, late by this count',
        answer: 'unknown',
        run: () => lateness(pilot(3), true),
      },
      {
        when: 'No day of stage entry',
        answer: 'unknown',
        run: () => lateness({ ...pilot(3), stageEnteredOn: null }, false),
      },
    ],
    example: {
      inputs:
        'entered on 2026-01-05, planned for 3 months, seen on 2026-07-31: 6 whole months against a box of 6',
      compute: () => lateness(pilot(3), false),
      expected: 'in time',
      tolerance: 0,
      unit: '',
    },
    source:
      'Pages citing MIT NANDA 2025 (about 90 days for mid-market, nine months and more for enterprises).',
    judgement: 'Nine months, or twice the plan.',
    code: { 'shared/decision/rules/time-box.ts': 'monthsInStage, timeBoxMonths, judgeTimeBox' },
  },
  {
    id: 'tripwire',
    name: 'Tripwire (rule K2)',
    statement:
      'missed when the value on its due date does not meet the threshold, or nothing was measured 30 days later',
    convention: 'Metric, comparator, threshold and date are committed before the money is spent.',
    edgeCases: [
      { when: 'Due in the future', answer: 'not missed', run: () => tripwire('2026-08-31', null) },
      { when: 'Due 30 days ago, not measured', answer: 'unknown', run: () => tripwire('2026-07-01', null) },
      { when: 'Due 31 days ago, not measured', answer: 'missed', run: () => tripwire('2026-06-30', null) },
    ],
    example: {
      inputs: 'success rate at least 0.80 by 2026-06-30, measured 0.76',
      compute: () => tripwire('2026-06-30', 0.76),
      expected: 'missed',
      tolerance: 0,
      unit: '',
    },
    source: 'Staw & Ross on escalation of commitment: criteria before funding.',
    judgement: 'The 30 days.',
    code: { 'shared/decision/rules/tripwires.ts': 'judgeTripwires' },
  },
  {
    id: 'on-track',
    name: 'On track to the target (gate G2, limited production)',
    statement:
      'way = (latest value − baseline) / (target − baseline)\non track when way ≥ 0.8 × days since stage entry / days from stage entry to target date',
    convention:
      'Both plain ratios, either direction of better. Latest value of the last 3 closed months. After the target date the demand goes on rising, up to the target itself; a target that is met passes at once.',
    edgeCases: [
      { when: 'No value in the last 3 closed months', answer: 'unknown', run: () => targetGate(null) },
      { when: 'Met', answer: 'pass', run: () => targetGate(0.9) },
      { when: 'Behind', answer: 'fixable', run: () => targetGate(0.7) },
    ],
    example: {
      inputs:
        'baseline 0.60, target 0.90 a year after entry, half the year gone (0.40 of the way asked), value 0.75',
      compute: () => targetGate(0.75),
      expected: 'pass',
      tolerance: 0,
      unit: '',
    },
    source: 'Ours.',
    judgement: 'The share of 0.8.',
    code: { 'shared/decision/gates/metric-gate.ts': 'metricGate' },
  },
];

function fix(decision: 'fix' | 'continue') {
  return { reviewId: 'r', recommendedRule: null, decision, causes: [] };
}

function pilot(plannedPilotMonths: number | null) {
  return {
    ...EXAMPLE_INITIATIVE,
    stage: 'pilot' as const,
    stageEnteredOn: day('2026-01-05'),
    plannedPilotMonths,
  };
}

function lateness(initiative: Parameters<typeof monthsInStage>[0], isPaused: boolean): string {
  const months = isPaused ? 12 : monthsInStage(initiative, AS_OF);
  const { truth } = judgeTimeBox(months, timeBoxMonths(initiative, DEFAULT_POLICY), isPaused);
  return truth === null ? 'unknown' : truth ? 'late' : 'in time';
}

function tripwire(dueOn: string, measuredValue: number | null): string {
  const wire = {
    id: 'w',
    initiativeId: 'example',
    metric: 'success rate',
    comparator: 'at_least' as const,
    threshold: 0.8,
    dueOn: day(dueOn),
    committedOn: day('2026-01-01'),
    measuredValue,
  };
  const { truth } = judgeTripwires([wire], [], DEFAULT_POLICY, TODAY);
  return truth === null ? 'unknown' : truth ? 'missed' : 'not missed';
}

/** G2 of an initiative in limited production since 2026-01-30 (182 days), target 0.90 by 2027-01-29 (364 days). */
function targetGate(value: number | null): string {
  const initiative = {
    ...EXAMPLE_INITIATIVE,
    stageEnteredOn: day('2026-01-30'),
    baselineValue: 0.6,
    targetComparator: 'at_least' as const,
    targetValue: 0.9,
    targetDate: day('2027-01-29'),
  };
  const inputs = {
    initiative,
    gaps: scoreGaps([], 'limited', DEFAULT_POLICY, TODAY),
    closed: [AS_OF_MONTH],
    readings: value === null ? [] : [{ month: AS_OF_MONTH, value }],
    tripwires: [],
    incidents: [],
    policy: DEFAULT_POLICY,
    asOf: TODAY,
  };
  return metricGate(inputs, { stage: 'limited', isNext: false }).outcome.state;
}
