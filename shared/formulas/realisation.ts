import { DEFAULT_POLICY } from '../domain/policy.ts';
import type { PlanVersion } from '../domain/tracking.ts';
import { benefitMonths } from '../finance/benefit-months.ts';
import { type BenefitMonth, benefitRealisation, forwardHaircut } from '../finance/benefit-realisation.ts';
import { planInForce } from '../finance/plan-in-force.ts';
import { known } from '../finance/reason.ts';
import { figureAnswer } from './answers.ts';
import { AS_OF_MONTH, day, minor, monthsAgo, outcomeLine } from './example-records.ts';
import type { FormulaEntry } from './formula.ts';

const PRIOR = DEFAULT_POLICY.realisationPrior;

/** Promised against achieved. Second half of "Benefits and realisation". */
export const REALISATION_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'plan-in-force',
    name: 'The plan a month is held against',
    statement: 'plan of month t = version in force when t began, of several the one that applies from latest',
    convention:
      'A plan approved after the first day of a month does not bind that month, whatever it says about the past.',
    edgeCases: [
      {
        when: 'No plan approved by the first day of the month',
        answer: 'none',
        run: () => planAnswer([plan(1, '2026-07-02')]),
      },
    ],
    example: {
      inputs:
        'July 2026; version 1 approved on 2026-05-20, version 2 on 2026-07-01, version 3 on 2026-07-15, all for July on',
      compute: () => planAnswer([plan(1, '2026-05-20'), plan(2, '2026-07-01'), plan(3, '2026-07-15')]),
      expected: 'version 2',
      tolerance: 0,
      unit: '',
    },
    source: 'Ours.',
    judgement: 'Nobody is held to a plan that was approved later.',
    code: { 'shared/finance/plan-in-force.ts': 'planInForce' },
  },
  {
    id: 'bri',
    name: 'Benefit realisation index (BRI)',
    statement: 'BRI = sum of actual benefit / sum of plan benefit, over the 3 latest closed months',
    convention:
      'Claimed amounts, plan as in force when each month began. An unmeasured line of a closed month adds nothing above and keeps its plan below: x of y measured.',
    edgeCases: [
      {
        when: 'No plan in the window',
        answer: 'undefined: plan_zero',
        run: () => briOf([benefitMonth(0, 5, 0)]),
      },
      { when: 'No closed month', answer: 'undefined: too_few_months', run: () => briOf([]) },
      {
        when: 'The last month of the example unmeasured',
        answer: '0.64',
        run: () => briOf([benefitMonth(2, 90, 100), benefitMonth(1, 102, 100), benefitMonth(0, null, 100)]),
      },
    ],
    example: {
      inputs: 'plan 100 a month; actual 90, 102, 99',
      compute: () => briOf([benefitMonth(2, 90, 100), benefitMonth(1, 102, 100), benefitMonth(0, 99, 100)]),
      expected: 0.97,
      tolerance: 1e-12,
      unit: 'ratio',
    },
    source: 'Earned-value practice: achieved over planned.',
    judgement: 'Three months; below 0.70 FIX (F2), 0.90 needed for SCALE (S1).',
    code: { 'shared/finance/benefit-realisation.ts': 'benefitRealisation' },
  },
  {
    id: 'forward-haircut',
    name: 'Haircut on forecast benefits (BRI*)',
    statement: 'BRI* = min(1, (n × BRI + 3 × 0.8) / (n + 3))',
    convention:
      'n = closed months with plan benefit above 0. Multiplies the benefits of every scope of the forward model, except a current scope whose forecast was set from measured months. A correction of bias, not a charge for risk.',
    edgeCases: [
      {
        when: 'No own record (n = 0)',
        answer: '0.8',
        run: () => figureAnswer(forwardHaircut(known(2), 0, PRIOR)),
      },
      {
        when: 'More than promised: never above 1',
        answer: '1',
        run: () => figureAnswer(forwardHaircut(known(1.4), 12, PRIOR)),
      },
      {
        when: 'BRI undefined with n > 0',
        answer: 'undefined: plan_zero',
        run: () =>
          figureAnswer(forwardHaircut({ status: 'undefined', reason: { code: 'plan_zero' } }, 4, PRIOR)),
      },
    ],
    example: {
      inputs: 'n = 9, BRI = 0.97',
      compute: () => figureAnswer(forwardHaircut(known(0.97), 9, PRIOR)),
      expected: 0.9275,
      tolerance: 1e-12,
      unit: 'factor',
    },
    source: 'Reference class forecasting from the own record (Flyvbjerg), with a prior.',
    judgement: 'The prior of 0.8 and its weight of 3 months.',
    code: { 'shared/finance/benefit-realisation.ts': 'forwardHaircut' },
  },
];

function benefitMonth(back: number, actual: number | null, planned: number): BenefitMonth {
  const month = monthsAgo(back);
  const line = outcomeLine({ outcomeKind: 'cost_avoided' });
  const cell = { lineId: line.id, month };
  const version = { ...plan(1, '2026-01-01'), inForceFrom: monthsAgo(11) };
  const [found] = benefitMonths(
    [line],
    actual === null ? [] : [{ ...cell, amount: minor(actual) }],
    [{ ...version, values: [{ ...cell, amount: minor(planned) }] }],
    [month],
    DEFAULT_POLICY,
  );
  return found ?? { month, lines: [] };
}

function briOf(months: readonly BenefitMonth[]) {
  return figureAnswer(benefitRealisation(months, PRIOR).bri);
}

function plan(version: number, approvedOn: string): PlanVersion {
  return {
    id: String(version),
    version,
    inForceFrom: AS_OF_MONTH,
    approvedOn: day(approvedOn),
    approvedBy: '',
    values: [],
  };
}

function planAnswer(plans: readonly PlanVersion[]): string {
  const found = planInForce(plans, AS_OF_MONTH);
  return found === undefined ? 'none' : `version ${found.version}`;
}
