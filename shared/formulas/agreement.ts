import { ordinalAlpha, quadraticKappa } from '../portfolio/rater-agreement.ts';
import { figureAnswer } from './answers.ts';
import type { FormulaEntry } from './formula.ts';

const FILE = 'shared/portfolio/rater-agreement.ts';
const FIRST = [1, 2, 3, 1, 2, 2, 3];
const SECOND = [1, 2, 3, 1, 2, 3, 2];

export const AGREEMENT_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'quadratic-kappa',
    name: 'Agreement of two raters: quadratic-weighted kappa',
    statement: 'κ = 1 − Σ w O / Σ w E, w = (i − j)²',
    convention:
      '1 = always the same level, 0 = as chance would have it. Over the whole portfolio, from 30 double ratings on; where a gap has more than two raters, the first two by name.',
    edgeCases: [
      {
        when: 'Both gave one and the same level to everything',
        answer: 'undefined: no_variation',
        run: () => figureAnswer(quadraticKappa([[2, 2]])),
      },
    ],
    example: {
      inputs: '1 2 3 1 2 2 3 against 1 2 3 1 2 3 2',
      compute: () => figureAnswer(quadraticKappa(FIRST.map((level, i) => [level, SECOND[i] as number]))),
      expected: 0.75,
      tolerance: 1e-12,
      unit: '',
    },
    source: 'Cohen 1968; numbers from the tests of the ml_metrics package.',
    judgement: '30 double ratings before it is shown.',
    code: { [FILE]: 'quadraticKappa' },
  },
  {
    id: 'ordinal-alpha',
    name: 'Agreement of several raters: Krippendorff’s alpha, ordinal',
    statement:
      'α = 1 − D_o / D_e, distance of two levels = (ratings between them, half of each end counted)²',
    convention:
      'Any number of raters, not all of whom rated everything. .80 and more is usually called good, .667 to .80 tentative.',
    edgeCases: [
      {
        when: 'All ratings are the same',
        answer: 'undefined: no_variation',
        run: () =>
          figureAnswer(
            ordinalAlpha([
              [3, 3],
              [3, 3],
            ]),
          ),
      },
    ],
    example: {
      inputs: '15 units, 3 raters, some ratings missing: the example of Krippendorff as Wikipedia prints it',
      compute: () =>
        figureAnswer(
          ordinalAlpha([
            [1],
            [],
            [2, 2],
            [1, 1],
            [3, 3],
            [3, 3, 4],
            [4, 4, 4],
            [1, 3],
            [2, 2],
            [1, 1],
            [1, 1],
            [3, 3],
            [3, 3],
            [],
            [3, 4],
          ]),
        ),
      expected: 0.806721,
      tolerance: 5e-7,
      unit: '',
    },
    source: 'Krippendorff; data of the sample of fast-krippendorff.',
    judgement: null,
    code: { [FILE]: 'ordinalAlpha' },
  },
];
