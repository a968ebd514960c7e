import { DEFAULT_POLICY } from '../domain/policy.ts';
import { optionToWait, type WaitInput } from '../finance/option-to-wait.ts';
import {
  expectedCommercialValue,
  productivityIndex,
  riskAdjustedNpv,
  type StagedProject,
  stageProbability,
  valueWithAbandonment,
} from '../finance/staged-value.ts';
import { figureAnswer } from './answers.ts';
import { AS_OF } from './example-records.ts';
import type { FormulaEntry } from './formula.ts';

const ALPHA = {
  presentValue: 30,
  technicalSuccess: 0.8,
  commercialSuccess: 0.5,
  developmentCost: 3,
  launchCost: 5,
};
/** Three stages half a year apart, worth 400 when all are passed. */
const THREE_STAGES: StagedProject = {
  annualRate: 0.1,
  stages: [
    { month: 0, cost: 20, p: 0.5 },
    { month: 6, cost: 60, p: 0.6 },
    { month: 12, cost: 40, p: 0.8 },
  ],
  payoff: { month: 18, value: 400 },
};
/** The same with a dearer last stage: stopping before it is better. */
const DEAR_LAST_STAGE: StagedProject = {
  ...THREE_STAGES,
  stages: THREE_STAGES.stages.map((stage, i) => (i === 2 ? { ...stage, cost: 320 } : stage)),
};
/** Now: 200 a year for ever for 1,600. Next year 300 or 100, at even odds. */
const WAIT: WaitInput = {
  valueNow: 600,
  outcomes: [
    { probability: 0.5, value: 1_700 },
    { probability: 0.5, value: -500 },
  ],
  rateOverWait: 0.1,
  costOfDelay: 0,
  informationOn: AS_OF,
};

export const STAGED_VALUE_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'stage-probability',
    name: 'Probability of passing a stage',
    statement: 'p = (a + successes) / (a + b + trials)',
    convention:
      'Posterior mean of a Beta(a, b) prior. A trial is an own initiative that left the stage, a success one that left it upward. A weight in the forward model, never a coin flip.',
    edgeCases: [
      {
        when: 'More successes than trials',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(stageProbability({ a: 6, b: 4 }, 3, 2)),
      },
      {
        when: 'No own record: the prior alone (pilot to limited production)',
        answer: '0.3',
        run: () => figureAnswer(stageProbability(DEFAULT_POLICY.stagePriors.pilot, 0, 0)),
      },
    ],
    example: {
      inputs: 'limited to scaled, Beta(6, 4), 1 success in 2 trials',
      compute: () => figureAnswer(stageProbability(DEFAULT_POLICY.stagePriors.limited, 1, 2)),
      expected: 0.5833333333,
      tolerance: 1e-10,
      unit: 'probability',
    },
    source: 'Beta-binomial model; 7/12.',
    judgement: 'The priors: idea 5/5, pilot 3/7, limited 6/4.',
    code: { 'shared/finance/staged-value.ts': 'stageProbability' },
  },
  {
    id: 'ecv',
    name: 'Expected commercial value',
    statement: 'ECV = (PV × Pcs − C) × Pts − D',
    convention: 'D = REMAINING development cost: what was spent is gone either way. Unit of the inputs.',
    edgeCases: [
      {
        when: 'A probability outside 0 to 1',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(expectedCommercialValue({ ...ALPHA, technicalSuccess: 80 })),
      },
    ],
    example: {
      inputs: 'PV 30, Pcs 0.5, C 5, Pts 0.8, D 3',
      compute: () => figureAnswer(expectedCommercialValue(ALPHA)),
      expected: 5,
      tolerance: 1e-12,
      unit: 'unit of the inputs',
    },
    source: 'Cooper, Edgett & Kleinschmidt (project Alpha of their table); help.sap.com.',
    judgement: null,
    code: { 'shared/finance/staged-value.ts': 'expectedCommercialValue' },
  },
  {
    id: 'productivity-index',
    name: 'Productivity index',
    statement: 'value / use of the scarce resource',
    convention:
      'Good for reading, not for choosing: a list taken in this order may be worse than the best subset (41.70 against 42.30 on the ECV table).',
    edgeCases: [
      {
        when: 'No use of the resource',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(productivityIndex(5, 0)),
      },
    ],
    example: {
      inputs: 'ECV 19.5, remaining cost 5',
      compute: () => figureAnswer(productivityIndex(19.5, 5)),
      expected: 3.9,
      tolerance: 1e-12,
      unit: 'ratio',
    },
    source: 'Cooper, Edgett & Kleinschmidt (project Beta).',
    judgement: null,
    code: { 'shared/finance/staged-value.ts': 'productivityIndex' },
  },
  {
    id: 'rnpv',
    name: 'Risk-adjusted net present value',
    statement: 'rNPV = sum over t of P(reach t) × N_t × (1 + r)^(−t/12)',
    convention:
      'Every cost weighted with the probability of reaching its stage, the payoff with that of passing all. t in months; r the cost of capital: risk lives in the probabilities, not in r.',
    edgeCases: [
      {
        when: 'Stages out of order',
        answer: 'undefined: out_of_range',
        run: () =>
          figureAnswer(riskAdjustedNpv({ ...THREE_STAGES, stages: THREE_STAGES.stages.toReversed() })),
      },
      {
        when: 'No stage',
        answer: 'undefined: empty',
        run: () => figureAnswer(riskAdjustedNpv({ ...THREE_STAGES, stages: [] })),
      },
    ],
    example: {
      inputs: '10 %; 20 now (p 0.5), 60 in month 6 (p 0.6), 40 in month 12 (p 0.8), then 400 in month 18',
      compute: () => figureAnswer(riskAdjustedNpv(THREE_STAGES)),
      expected: 23.69831192952,
      tolerance: 1e-10,
      unit: 'unit of the inputs',
    },
    source:
      'Svennebring & Wikberg 2013 (PMC3622797), citing Stewart 2001; number derived in two independent ways.',
    judgement: null,
    code: { 'shared/finance/staged-value.ts': 'riskAdjustedNpv' },
  },
  {
    id: 'value-with-abandonment',
    name: 'Staged value with the right to stop',
    statement: 'V_s = max(0, −cost_s + p_s × V_(s+1) × DF)',
    convention: 'From the last stage back to today. Less the rNPV it is what the right to kill is worth.',
    edgeCases: [
      {
        when: 'Every stage worth going on to: the rNPV itself',
        answer: '23.698312',
        run: () => figureAnswer(valueWithAbandonment(THREE_STAGES)),
      },
      {
        when: 'rNPV of the example, without the right to stop',
        answer: '−52.665324',
        run: () => figureAnswer(riskAdjustedNpv(DEAR_LAST_STAGE)),
      },
    ],
    example: {
      inputs:
        '10 %; 20 now (p 0.5), 60 in month 6 (p 0.6), 320 in month 12 (p 0.8), then 400 in month 18: better not to start',
      compute: () => figureAnswer(valueWithAbandonment(DEAR_LAST_STAGE)),
      expected: 0,
      tolerance: 1e-12,
      unit: 'unit of the inputs',
    },
    source: 'Backward induction of decision trees.',
    judgement: null,
    code: { 'shared/finance/staged-value.ts': 'valueWithAbandonment' },
  },
  {
    id: 'option-to-wait',
    name: 'Value of waiting',
    statement:
      'V(wait) = DF × E[max(0, V1)] − cost of delay\noption value = V(wait) − V(now)\nwaiting is justified when V(wait) > max(0, V(now))',
    convention:
      'Worth today; V1 = value on the day the information is there. Shown with H3, it gives no verdict of its own.',
    edgeCases: [
      {
        when: 'No cost of delay, or no day by which the information is there',
        answer: 'undefined: missing',
        run: () => waitAnswer({ ...WAIT, informationOn: null }),
      },
      {
        when: 'Probabilities that do not sum to 1',
        answer: 'undefined: out_of_range',
        run: () => waitAnswer({ ...WAIT, outcomes: [{ probability: 0.5, value: 1 }] }),
      },
    ],
    example: {
      inputs:
        'invest 1,600; price 200 now, next year 300 or 100 at even odds; 10 %; now 600, later 1,700 or −500',
      compute: () => waitAnswer(WAIT),
      expected: 172.727272727,
      tolerance: 1e-8,
      unit: 'option value, unit of the inputs',
    },
    source: 'Dixit & Pindyck 1994, pages 26 to 35: 773 − 600 = 173.',
    judgement: 'An open-ended wait justifies nothing: date and cost of delay are asked.',
    code: { 'shared/finance/option-to-wait.ts': 'optionToWait' },
  },
];

function waitAnswer(input: WaitInput): number | string {
  const waiting = optionToWait(input);
  return waiting.status === 'known' ? waiting.optionValue : `undefined: ${waiting.reason.code}`;
}
