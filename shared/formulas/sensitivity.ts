import { type EngineInputs, type Recommendation, withContext } from '../decision/explain/engine-inputs.ts';
import { scaledFlips, stabilityOf } from '../decision/explain/flips.ts';
import type { ScaledInput } from '../decision/explain/inputs/changeable-input.ts';
import { reweighted, scoreNeeded, swapNeeded, weightNeeded } from '../decision/explain/sensitivity.ts';
import { verdictShares } from '../decision/explain/verdict-shares.ts';
import type { Flip } from '../decision/explanation.ts';
import { decidingRule } from '../decision/rules/conditions.ts';
import { DEFAULT_POLICY } from '../domain/policy.ts';
import { RULE_VERDICTS } from '../domain/verdict.ts';
import { evaluateAt } from '../forward-model/deterministic.ts';
import { drawColumns } from '../forward-model/draw-columns.ts';
import { tornado } from '../uncertainty/tornado.ts';
import { answerText } from './answers.ts';
import { EXAMPLE_CONTEXT, exampleFacts } from './example-facts.ts';
import { EXAMPLE_A } from './example-models.ts';
import { EXAMPLE_STATE, SCALE_STATE } from './example-state.ts';
import type { FormulaEntry } from './formula.ts';

const INPUTS: EngineInputs = { facts: exampleFacts({}), context: EXAMPLE_CONTEXT };
const WEIGHTS = [0.2, 0.2, 0.2, 0.2, 0.2];
const SCORES = [3, 2, 3, 4, 2];
const GOAL = { readiness: 70, mark: 75 };
const PAIR = { weights: [0.6, 0.2, 0.2], first: [3, 2, 1], second: [2, 3, 2] };

export const SENSITIVITY_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'tornado',
    name: 'Tornado',
    statement: 'bar of an input = Δ with it at P10 and at P90, all others at P50; longest first',
    convention:
      'The vertical line is Δ with every input at P50, no asset late. Interactions are ignored: rank correlations stand beside the bars.',
    edgeCases: [
      { when: 'A known input', answer: '0', run: () => barOf('hourly rate')?.range ?? 'none' },
      { when: 'The line of the example', answer: '556,883.4027', run: () => tornadoOfA().base },
      { when: 'A bar that crosses 0', answer: 'marked: the sign of the value turns' },
    ],
    example: {
      inputs: 'example A: the longest bar',
      compute: () => tornadoOfA().bars[0]?.id ?? 'none',
      expected: 'value',
      tolerance: 0,
      unit: '',
    },
    source: 'Howard 1988, decision analysis practice.',
    judgement: null,
    code: {
      'shared/uncertainty/tornado.ts': 'tornado',
      'shared/decision/explain/driver-effects.ts': 'driverEffects',
    },
  },
  {
    id: 'flip',
    name: 'Flip distance',
    statement: 'smallest change of one input, the others fixed, that changes the verdict',
    convention:
      'Three points by one factor from 1/4 to 4 on the same draws (shares on their odds): 17 points 2^(1/4) apart, then bisection to 1e−3. Levels, months, dates and yes/no one by one. Told in absolute terms, in percent and in sd = (P90 − P10) / 2.5631; one level = 1 sd.',
    edgeCases: [
      {
        when: 'No change inside the range changes the verdict',
        answer: 'no flip',
        run: () => flipOfMark(4_000),
      },
      { when: 'Another rule with the same verdict', answer: 'no flip' },
    ],
    example: {
      inputs: 'ready to scale with BCR50 1.8: up to which mark of BCR50 instead of 1.5?',
      compute: () => flipOfMark(1.8),
      expected: 1.8,
      tolerance: 0.002,
      unit: 'mark of BCR50, first one with another verdict',
    },
    source: 'Ours; bisection.',
    judgement: 'Range and grid.',
    code: {
      'shared/decision/explain/flips.ts': 'scaledFlips, steppedFlips',
      'shared/decision/explain/all-flips.ts': 'allFlips',
    },
  },
  {
    id: 'stability',
    name: 'Stability of a verdict (S)',
    statement: 'S = min over inputs of |flip distance| / sd',
    convention:
      'Fragile below 0.5, normal to 1.5, firm above. Yes/no inputs and dates have no sd and stay out.',
    edgeCases: [
      {
        when: 'Inputs with a spread, none of which flips the verdict',
        answer: 'firm',
        run: () => stabilityOf([], [{ deviation: 1 }]).label ?? 'none',
      },
      {
        when: 'Nothing with a spread to try',
        answer: 'none',
        run: () => stabilityOf([], []).label ?? 'none',
      },
      {
        when: 'The label of the example',
        answer: 'fragile',
        run: () => stabilityOf([flip(0.4), flip(-1.2)], []).label ?? 'none',
      },
    ],
    example: {
      inputs: 'flips at +0.4 sd and −1.2 sd',
      compute: () => stabilityOf([flip(0.4), flip(-1.2)], []).value ?? 'none',
      expected: 0.4,
      tolerance: 0,
      unit: 'standard deviations',
    },
    source: 'Ours.',
    judgement: 'The two marks.',
    code: { 'shared/decision/explain/flips.ts': 'stabilityOf' },
  },
  {
    id: 'score-needed',
    name: 'Score needed to reach a readiness',
    statement:
      'ds_k = (T − R) / (25 w_k) in s_eff\nin levels: (T − R) / (25 w_k f_k), then the next whole level, evaluated again',
    convention: 'Feasible iff 0 ≤ level + ds ≤ 4. f = freshness of the evidence.',
    edgeCases: [
      { when: 'A weight of 0', answer: 'undefined', run: () => levelsNeeded(0, 3, 1) },
      {
        when: 'Evidence so old that no level counts',
        answer: 'no level helps',
        run: () => levelsNeeded(0.2, 3, 0),
      },
      { when: 'From level 4', answer: 'not feasible', run: () => levelsNeeded(0.2, 4, 1) },
    ],
    example: {
      inputs: 'R 70, T 75, weight 0.2, level 3, fresh evidence',
      compute: () => levelsNeeded(0.2, 3, 1),
      expected: '1 level',
      tolerance: 0,
      unit: '',
    },
    source: 'Derived from R.',
    judgement: null,
    code: {
      'shared/decision/explain/sensitivity.ts': 'scoreNeeded',
      'shared/decision/explain/readiness-moves.ts': 'readinessMoves',
    },
  },
  {
    id: 'weight-needed',
    name: 'Weight needed to reach a readiness',
    statement: 'dw_k = ((T − R) / 25) / (s_k − mean of the other scores by weight)',
    convention: 'The others rescaled in proportion. Feasible iff −w_k ≤ dw_k ≤ 1 − w_k.',
    edgeCases: [
      {
        when: 'The score is the mean of the others',
        answer: 'undefined',
        run: () =>
          weightNeeded({ ...GOAL, weights: WEIGHTS, scores: [2, 2, 2, 2, 2], index: 0 }) === undefined
            ? 'undefined'
            : 'a weight',
      },
      {
        when: 'The weights after the example',
        answer: '1, 0, 0, 0, 0',
        run: () =>
          reweighted(WEIGHTS, 0, 0.8)
            .map((weight) => answerText(weight))
            .join(', '),
      },
    ],
    example: {
      inputs: 'weights 0.2 each, scores 3, 2, 3, 4, 2; R 70, T 75; by the first weight',
      compute: () =>
        weightNeeded({ ...GOAL, weights: WEIGHTS, scores: SCORES, index: 0 })?.change ?? 'undefined',
      expected: 0.8,
      tolerance: 1e-9,
      unit: 'weight',
    },
    source: 'Derived from R.',
    judgement: null,
    code: { 'shared/decision/explain/sensitivity.ts': 'weightNeeded, reweighted' },
  },
  {
    id: 'swap-needed',
    name: 'Weight at which two alternatives tie',
    statement: 'dw_k = (P_j − P_i) / (a_jk − a_ik); new weight w_k − dw_k, then renormalised',
    convention:
      'P = weighted sum of an alternative, a = its score under criterion k. Feasible iff dw_k ≤ w_k.',
    edgeCases: [
      {
        when: 'Equal scores under that criterion',
        answer: 'undefined',
        run: () =>
          swapNeeded({ ...PAIR, second: PAIR.first, index: 0 }) === undefined ? 'undefined' : 'a weight',
      },
    ],
    example: {
      inputs: 'weights 0.6, 0.2, 0.2; scores 3, 2, 1 and 2, 3, 2; by the first weight',
      compute: () => swapNeeded({ ...PAIR, index: 0 })?.change ?? 'undefined',
      expected: 0.2,
      tolerance: 1e-9,
      unit: 'weight to take off',
    },
    source: 'Triantaphyllou & Sanchez 1997.',
    judgement: null,
    code: { 'shared/decision/explain/sensitivity.ts': 'swapNeeded' },
  },
  {
    id: 'verdict-shares',
    name: 'Verdict probabilities',
    statement: 'share of draws per verdict, the rules run on each draw as if it were certain',
    convention:
      'E = Δ of the draw; P, UE, PB are 0 or 1; BCR50 = BCR of the draw; no hysteresis. All else stays as it is.',
    edgeCases: [
      { when: 'Without a complete forward model', answer: 'none' },
      { when: 'What is unknown', answer: 'stays unknown in every draw' },
    ],
    example: {
      inputs:
        'example A, the state of the rule table, 500 draws: CONTINUE unless Δ ≤ 0; expected is P in the long run, within 4 SE',
      compute: () =>
        verdictShares(
          EXAMPLE_STATE,
          drawColumns({ model: EXAMPLE_A, seed: '2026' }, 500),
          DEFAULT_POLICY,
        ).find(({ verdict }) => verdict === 'continue')?.share ?? 0,
      expected: 0.947,
      tolerance: 0.041,
      unit: 'share of draws',
    },
    source: 'Ours.',
    judgement: null,
    code: { 'shared/decision/explain/verdict-shares.ts': 'verdictShares' },
  },
];

function tornadoOfA() {
  const inputs = EXAMPLE_A.drivers.map(({ id, p10, p50, p90 }) => ({ id, low: p10, base: p50, high: p90 }));
  return tornado(inputs, (values) => evaluateAt(EXAMPLE_A, values).delta, [0]);
}

function barOf(id: string) {
  return tornadoOfA().bars.find((bar) => bar.id === id);
}

/** The first mark of BCR50 above 1.5 at which a state that is ready to scale with this BCR50 no longer scales. */
function flipOfMark(bcr50: number): number | string {
  const recommend = ({ context }: EngineInputs): Recommendation => {
    const rule = decidingRule({ ...SCALE_STATE, bcr50 }, context.policy);
    return { rule, verdict: RULE_VERDICTS[rule] };
  };
  const now = DEFAULT_POLICY.scaleBcr;
  const mark: ScaledInput = {
    input: 'policy:scaleBcr',
    kind: 'figure',
    name: 'mark of BCR50',
    unit: '',
    deviation: null,
    now,
    at: (factor) => ({
      to: now * factor,
      inputs: withContext(INPUTS, { policy: { ...DEFAULT_POLICY, scaleBcr: now * factor } }),
    }),
  };
  const to = scaledFlips(mark, recommend(INPUTS), recommend)[0]?.to;
  return to ?? 'no flip';
}

function flip(deviations: number): Flip {
  return {
    input: 'driver:tasks',
    kind: 'driver',
    name: 'tasks',
    unit: '',
    now: 1,
    to: 2,
    direction: 'up',
    relative: 1,
    deviations,
    verdict: 'hold',
    rule: 'H3',
  };
}

function levelsNeeded(weight: number, level: number, freshness: number): string {
  const needed = scoreNeeded({ ...GOAL, weight, level, freshness });
  if (needed === undefined) return 'undefined';
  if (needed.levels === null) return 'no level helps';
  return needed.levels.isFeasible ? `${answerText(needed.levels.change)} level` : 'not feasible';
}
