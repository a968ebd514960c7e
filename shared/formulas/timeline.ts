import { annuitiesOf } from '../forward-model/annuities.ts';
import { evaluateAt } from '../forward-model/deterministic.ts';
import type { ForwardModel } from '../forward-model/model.ts';
import { NONE_LATE, timelineOf } from '../forward-model/timeline.ts';
import { rampShare, reachByStage, reachOf, runningWeight, settlingShare } from '../forward-model/weights.ts';
import { EXAMPLE_A, EXAMPLE_B } from './example-models.ts';
import type { Answer, FormulaEntry } from './formula.ts';

const ALL_LATE = () => true;

/** When each scope runs, how likely and how large. First part of "Forward model". */
export const TIMELINE_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'timeline',
    name: 'Timeline',
    statement:
      'D_k = max(stored D, T_(k−1))\nT_k = max(D_k + build months, latest live month of the assets scope k requires), T_0 = 0',
    convention:
      'Months after the as-of month. Scope k runs in months t > T_k. A late asset goes live its months of lateness later.',
    edgeCases: [
      {
        when: 'Example A with the connector late',
        answer: '5',
        run: () => timelineOf(EXAMPLE_A, ALL_LATE).goLive[1] ?? 'none',
      },
      { when: 'A decision before the scope before is live', answer: 'moved to that month' },
    ],
    example: {
      inputs: 'example A: decision in month 0, 2 months of build, connector planned for month 2',
      compute: () => timelineOf(EXAMPLE_A, NONE_LATE).goLive[1] ?? 'none',
      expected: 2,
      tolerance: 0,
      unit: 'months after the as-of month',
    },
    source: 'Ours.',
    judgement: 'A step is never decided before the scope it starts from is live.',
    code: {
      'shared/forward-model/timeline.ts': 'timelineOf',
      'shared/forward-model/late-combinations.ts': 'LateCombinations',
    },
  },
  {
    id: 'reach',
    name: 'Reach of a scope',
    statement: 'w_0 = 1; w_k = w_(k−1) × p_k',
    convention:
      'p_k = probability of passing the stage before. A weight, never a coin flip: the chance of success is priced and printed beside P.',
    edgeCases: [{ when: 'An expansion of a scaled initiative', answer: 'p = 1' }],
    example: {
      inputs: 'example A, reaches Scaled: p_1 = (6 + 1) / (6 + 4 + 2)',
      compute: () => reachByStage(EXAMPLE_A)[0]?.probability ?? 'none',
      expected: 0.5833333333,
      tolerance: 1e-10,
      unit: 'probability',
    },
    source: 'Weights by probability of reaching a stage, as in rNPV.',
    judgement: null,
    code: { 'shared/forward-model/weights.ts': 'reachOf, reachByStage' },
  },
  {
    id: 'running-weight',
    name: 'Weight of a scope in a month',
    statement:
      'idea, pilot: w_k up to D_(k+1), then w_(k+1) up to T_(k+1), then 0\nlimited, scaled: w_k up to T_(k+1), then w_k − w_(k+1)\nlast scope: w_k to H',
    convention:
      'W_k(t) for t > T_k. From an idea or a pilot who does not pass stops and settles X; from production who is not promoted goes on as it is.',
    edgeCases: [
      {
        when: 'Before it is live',
        answer: '0',
        run: () => weightAt(EXAMPLE_A, 1, 2),
      },
      {
        when: 'Example B: the pilot in month 5, between decision and go-live',
        answer: '0.3',
        run: () => weightAt(EXAMPLE_B, 0, 5),
      },
      {
        when: 'Example B: share of pilots that stops',
        answer: '0.7',
        run: () => settlingShare(EXAMPLE_B, reachOf(EXAMPLE_B), 0),
      },
    ],
    example: {
      inputs: 'example A, limited production in month 3, after scaling is live: 1 − 7/12',
      compute: () => weightAt(EXAMPLE_A, 0, 3),
      expected: 0.4166666667,
      tolerance: 1e-10,
      unit: 'weight',
    },
    source: 'Ours.',
    judgement: 'What happens to those that do not pass.',
    code: { 'shared/forward-model/weights.ts': 'runningWeight, settlingShare' },
  },
  {
    id: 'monthly-amounts',
    name: 'Amounts of a month',
    statement:
      'amount of a line = k × product of 1 to 5 drivers\ng = min(1, (t − T_k) / ramp months), 1 for the current scope\nB_t = b_(k−1) + g (b_k − b_(k−1))\nC_t = v_(k−1) + g (v_k − v_(k−1)) + f_k; o_k in month D_k',
    convention:
      'b benefit, v variable, f fixed, o once; currency units. Benefits are times BRI*, except in a measured current scope. A straight line from the size of the scope before to the new one.',
    edgeCases: [
      {
        when: 'One of three ramp months after go-live',
        answer: '0.333333',
        run: () => rampShare(EXAMPLE_A, timelineOf(EXAMPLE_A, NONE_LATE), 1, 3),
      },
      { when: 'A missing number', answer: 'E, P, BCR50, UE, PB unknown, the number named' },
    ],
    example: {
      inputs: 'example A, scaled: 0.8 × 18,000 tasks × 0.84 × 5.40 × BRI* 0.9275',
      compute: () => evaluateAt(EXAMPLE_A).amounts[1]?.benefit ?? 'none',
      expected: 60582.816,
      tolerance: 1e-6,
      unit: 'currency units a month',
    },
    source: 'Ours.',
    judgement: 'The linear ramp.',
    code: {
      'shared/forward-model/amounts.ts': 'computeAmounts',
      'shared/forward-model/weights.ts': 'rampShare',
      'shared/forward-model/build.ts': 'buildForwardModel',
    },
  },
  {
    id: 'annuities',
    name: 'Annuities of a scope',
    statement:
      'A_k = sum over t = T_k + 1 to H of W_k(t) d_t\nG_k = sum over the same months of W_k(t) d_t g_k(t)',
    convention: 'Once per initiative and combination of late assets; a draw then needs no loop over months.',
    edgeCases: [
      { when: 'Example A, G_1', answer: '16.471146', run: () => annuity(EXAMPLE_A, 1, 'ramped') },
      {
        when: 'Example A, A_0 with the connector late',
        answer: '15.842528',
        run: () => annuity(EXAMPLE_A, 0, 'full', ALL_LATE),
      },
    ],
    example: {
      inputs: 'example A, A_1',
      compute: () => annuity(EXAMPLE_A, 1, 'full'),
      expected: 17.0392419325,
      tolerance: 1e-9,
      unit: 'discounted months',
    },
    source: 'Annuity factors; number of an independent month-by-month program.',
    judgement: null,
    code: { 'shared/forward-model/annuities.ts': 'annuitiesOf' },
  },
];

function weightAt(model: ForwardModel, scope: number, month: number): number {
  return runningWeight(model, reachOf(model), timelineOf(model, NONE_LATE), scope, month);
}

function annuity(model: ForwardModel, scope: number, part: 'full' | 'ramped', isLate = NONE_LATE): Answer {
  return annuitiesOf(model, timelineOf(model, isLate)).scopes[scope]?.[part] ?? 'none';
}
