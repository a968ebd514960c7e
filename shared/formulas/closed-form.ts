import { npv } from '../finance/npv.ts';
import { monthlyRate } from '../finance/rates.ts';
import { evaluateAt } from '../forward-model/deterministic.ts';
import type { ForwardModel } from '../forward-model/model.ts';
import { monthlyFlows } from '../forward-model/monthly-flows.ts';
import { NONE_LATE } from '../forward-model/timeline.ts';
import { answerText } from './answers.ts';
import { EXAMPLE_A, EXAMPLE_B } from './example-models.ts';
import type { FormulaEntry } from './formula.ts';

const ALL_LATE = () => true;
const IN_A = 'example A (limited production, to be scaled) at P50, connector on time';

/** From the amounts to Delta at P50. Second part of "Forward model". */
export const CLOSED_FORM_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'pv-benefit',
    name: 'Present value of the benefits',
    statement: 'PV(B) = sum over k of [b_(k−1) (A_k − G_k) + b_k G_k]',
    convention:
      'Forecast, present value at the as-of month, currency units. Nothing measured in the past enters but BRI*.',
    edgeCases: [
      {
        when: 'Connector late',
        answer: '1,193,483.6708',
        run: () => inUnits(evaluateAt(EXAMPLE_A, undefined, ALL_LATE).benefit),
      },
    ],
    example: {
      inputs: IN_A,
      compute: () => evaluateAt(EXAMPLE_A).benefit,
      expected: 1264863.026,
      tolerance: 1e-3,
      unit: 'currency units',
    },
    source: 'Derived; number of an independent month-by-month program.',
    judgement: null,
    code: { 'shared/forward-model/closed-form.ts': 'openClosedForm' },
  },
  {
    id: 'pv-cost',
    name: 'Present value of the costs',
    statement: 'PV(C) = sum over k of [v_(k−1) (A_k − G_k) + v_k G_k + f_k A_k + w_k d_(D_k) o_k]',
    convention:
      'o_k only if D_k ≤ H. People at their loaded rate plus the shadow price of their role in the adopted plan.',
    edgeCases: [
      {
        when: 'Connector late',
        answer: '697,926.2198',
        run: () => inUnits(evaluateAt(EXAMPLE_A, undefined, ALL_LATE).cost),
      },
      { when: 'A one-off decided after the horizon', answer: 'not counted' },
    ],
    example: {
      inputs: IN_A,
      compute: () => evaluateAt(EXAMPLE_A).cost,
      expected: 725979.6233,
      tolerance: 1e-3,
      unit: 'currency units',
    },
    source: 'Derived; number of an independent month-by-month program.',
    judgement: null,
    code: { 'shared/forward-model/closed-form.ts': 'openClosedForm' },
  },
  {
    id: 'stop-value',
    name: 'Value of stopping',
    statement: 'X = V(stop) = salvage − exit cost − upkeep a month × months',
    convention:
      'Currency units, may be negative. Freed people and budget are NOT added: they are the costs of going on already.',
    edgeCases: [{ when: 'Stop terms not entered', answer: 'unknown: stop terms named' }],
    example: {
      inputs: 'example A: 0 − 15,000 − 500 × 6',
      compute: () => EXAMPLE_A.stopValue,
      expected: -18000,
      tolerance: 0,
      unit: 'currency units',
    },
    source: 'Opportunity cost; sunk cost rule (Drummond, Gresham College).',
    judgement: null,
    code: { 'shared/forward-model/build.ts': 'buildForwardModel' },
  },
  {
    id: 'delta',
    name: 'Δ: going on against stopping',
    statement:
      'V(continue) = PV(B) − PV(C) + X × sum over idea and pilot scopes with a next one of (w_k − w_(k+1)) d_(D_(k+1))\nΔ = V(continue) − X',
    convention:
      'Forecast, present value, currency units. Past money never enters: multiply all past flows and Δ stays.',
    edgeCases: [
      {
        when: 'Connector late',
        answer: '513,557.4511',
        run: () => inUnits(evaluateAt(EXAMPLE_A, undefined, ALL_LATE).delta),
      },
      {
        when: 'Example B, a pilot whose failures settle X = −2,000',
        answer: '−2,642.0699',
        run: () => inUnits(evaluateAt(EXAMPLE_B).delta),
      },
      {
        when: 'The same from the flows month by month, X taken off',
        answer: '556,883.4027',
        run: () => deltaByMonth(EXAMPLE_A),
      },
    ],
    example: {
      inputs: IN_A,
      compute: () => evaluateAt(EXAMPLE_A).delta,
      expected: 556883.4027,
      tolerance: 5e-5,
      unit: 'currency units',
    },
    source: 'Ours; number of an independent month-by-month program.',
    judgement: 'The horizon of 36 months (three years of TEI studies).',
    code: {
      'shared/forward-model/closed-form.ts': 'openClosedForm',
      'shared/forward-model/deterministic.ts': 'evaluateAt',
      'shared/forward-model/monthly-flows.ts': 'monthlyFlows',
      'shared/forward-model/month-shares.ts': 'monthShares',
    },
  },
  {
    id: 'forward-bcr',
    name: 'BCR of a draw',
    statement: 'BCR = PV(B) / PV(C)',
    convention: 'X is in neither.',
    edgeCases: [
      { when: 'No cost in some draw', answer: 'BCR50 not applicable' },
      { when: 'Example B', answer: '0.967958', run: () => evaluateAt(EXAMPLE_B).bcr ?? 'none' },
    ],
    example: {
      inputs: IN_A,
      compute: () => evaluateAt(EXAMPLE_A).bcr ?? 'none',
      expected: 1.742284,
      tolerance: 5e-7,
      unit: 'ratio',
    },
    source: 'Definition; number of an independent month-by-month program.',
    judgement: null,
    code: { 'shared/forward-model/deterministic.ts': 'evaluateAt' },
  },
  {
    id: 'step-money',
    name: 'Money of the step to the next scope',
    statement:
      'Cum12 = −o_1 + S [(b_1 − b_0) − (v_1 − v_0)] − n (f_1 − f_0)\nn = number of months T_1 < t ≤ D_1 + 12, S = sum of g over them; CumH the same up to H',
    convention:
      'The extra money of scaling, given that it is done (weight 1), undiscounted, clock from D_1. Pays back when n > 0, Cum12 ≥ 0 and CumH ≥ 0.',
    edgeCases: [
      { when: 'To the horizon', answer: '714,386.928', run: () => stepAnswer('atHorizon') },
      { when: 'Connector late', answer: '17,224.896', run: () => stepAnswer('atPayback', ALL_LATE) },
      { when: 'Before limited production, or no next scope', answer: 'not applicable' },
    ],
    example: {
      inputs: IN_A,
      compute: () => evaluateAt(EXAMPLE_A).step?.atPayback ?? 'none',
      expected: 94687.344,
      tolerance: 1e-6,
      unit: 'currency units',
    },
    source: 'Ours; number of an independent program.',
    judgement: 'Twelve months: one budget year.',
    code: {
      'shared/forward-model/closed-form.ts': 'openClosedForm',
      'shared/forward-model/questions.ts': 'paybackQuestion, unitScope',
    },
  },
];

function inUnits(amount: number): string {
  return answerText(Math.round(amount * 1e4) / 1e4);
}

/** Delta by the months: discounted net flows less X. */
function deltaByMonth(model: ForwardModel): string {
  const flows = monthlyFlows(model).map(({ net }) => net);
  const worth = npv(monthlyRate(model.discountRate), flows);
  return worth.status === 'known' ? inUnits(worth.value - model.stopValue) : worth.reason.code;
}

function stepAnswer(part: 'atPayback' | 'atHorizon', isLate = NONE_LATE): string {
  const { step } = evaluateAt(EXAMPLE_A, undefined, isLate);
  return step === null ? 'none' : inUnits(step[part]);
}
