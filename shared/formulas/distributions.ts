import { exp, ln } from '../uncertainty/elementary.ts';
import { normalCdf, normalDensity, normalQuantile } from '../uncertainty/normal.ts';
import { pertMean, pertQuantile, pertSd } from '../uncertainty/pert.ts';
import { type Bound, checkThreePoint, fitThreePoint, quantile } from '../uncertainty/three-point.ts';
import { triangularMean, triangularQuantile, triangularSd } from '../uncertainty/triangular.ts';
import { answerText, refusal } from './answers.ts';
import type { FormulaEntry } from './formula.ts';

const SKEWED = { lowest: 10, mode: 20, highest: 60 };
const UNORDERED = { lowest: 10, mode: 70, highest: 60 };

/** What an uncertain input looks like. First part of "Uncertainty". */
export const DISTRIBUTION_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'ln-exp',
    name: 'Logarithm and exponential of our own',
    statement: 'ln x = k ln 2 − ln c + ln(1 + f)\ne^x = 2^k × 2^(j/128) × e^r',
    convention:
      'Built from + − × / alone, whose every bit IEEE 754 fixes; the built-in ones may differ between engines, and a stored review must replay to the last bit. Within one unit in the last place.',
    edgeCases: [
      { when: 'ln of 0', answer: '−Infinity', run: () => String(ln(0)).replace('-', '−') },
      { when: 'e to the power 710, beyond any number', answer: 'Infinity', run: () => String(exp(710)) },
    ],
    example: {
      inputs: 'ln 9, which the metalog divides by',
      compute: () => ln(9),
      expected: 2.1972245773362196,
      tolerance: 5e-16,
      unit: '',
    },
    source: 'Table method of Tang 1989 and 1990.',
    judgement: null,
    code: {
      'shared/uncertainty/elementary.ts': 'ln, exp',
      'shared/uncertainty/exact-tables.ts': 'exactTables',
    },
  },
  {
    id: 'normal',
    name: 'Normal distribution',
    statement: 'Φ(z) = probability of a value ≤ z\nφ(z) = e^(−z²/2) / sqrt(2π)\nΦ⁻¹(p) = the z with Φ(z) = p',
    convention: 'Standard normal; about 16 digits, far tails included.',
    edgeCases: [
      { when: 'Φ⁻¹(1)', answer: 'Infinity', run: () => String(normalQuantile(1)) },
      { when: 'Φ⁻¹ outside 0 to 1', answer: 'NaN', run: () => String(normalQuantile(1.2)) },
      { when: 'φ(0)', answer: '0.398942', run: () => normalDensity(0) },
      { when: 'Φ(1.96)', answer: '0.975002', run: () => normalCdf(1.96) },
    ],
    example: {
      inputs: 'p = 0.975',
      compute: () => normalQuantile(0.975),
      expected: 1.959963984540054,
      tolerance: 1e-14,
      unit: 'standard deviations',
    },
    source: 'Cody 1969 (Φ); Wichura 1988, AS 241 (Φ⁻¹); number of scipy.',
    judgement: null,
    code: { 'shared/uncertainty/normal.ts': 'normalCdf, normalDensity, normalQuantile' },
  },
  {
    id: 'metalog',
    name: 'Three points: metalog, unbounded',
    statement:
      'L = ln 9; r = (P50 − P10) / (P90 − P10)\na1 = P50; a2 = (P90 − P10) / (2L); a3 = (1 − 2r)(P90 − P10) / (0.8 L)\nQ(u) = a1 + [a2 + a3 (u − 1/2)] ln(u / (1 − u))',
    convention:
      'P10 low, P90 high. Passes through all three points. u is held inside [0.001, 0.999]: no knowledge is claimed beyond one in a thousand.',
    edgeCases: [
      {
        when: 'P50 too near one end (r outside 0.166578 to 0.833422)',
        answer: 'metalog_infeasible',
        run: () => checkAnswer('free', 0, 10, 100),
      },
      { when: 'Not ascending', answer: 'not_ascending', run: () => checkAnswer('free', 5, 4, 6) },
      { when: 'Three equal numbers', answer: 'a constant', run: () => checkAnswer('free', 5, 5, 5) },
      {
        when: 'u = 0.0001, held at 0.001',
        answer: '6.738963',
        run: () => quantile(fitThreePoint('free', 35, 50, 75), 0.0001),
      },
    ],
    example: {
      inputs: 'P10 35, P50 50, P90 75; u = 0.95',
      compute: () => quantile(fitThreePoint('free', 35, 50, 75), 0.95),
      expected: 84.339343,
      tolerance: 5e-7,
      unit: 'unit of the input',
    },
    source: 'Keelin 2016, symmetric percentile triplet; number of independent code.',
    judgement: 'The clamp of u.',
    code: { 'shared/uncertainty/three-point.ts': 'fitThreePoint, quantile, checkThreePoint' },
  },
  {
    id: 'metalog-positive',
    name: 'Three points: metalog of amounts above 0',
    statement: 'fit ln P10, ln P50, ln P90 → M(u)\nQ(u) = e^M(u)',
    convention: 'Lower bound 0; for costs, volumes, prices. The unbounded form on the logarithms.',
    edgeCases: [
      { when: 'P10 of 0', answer: 'not_positive', run: () => checkAnswer('positive', 0, 1, 2) },
      {
        when: 'A tail too heavy (a2 + a3/2 ≥ 0.5 on the logarithms)',
        answer: 'usable, flagged: narrow it or give an upper bound',
        run: () => checkAnswer('positive', 1, 10, 150),
      },
      { when: 'A known cost of 0', answer: 'a constant', run: () => checkAnswer('positive', 0, 0, 0) },
    ],
    example: {
      inputs: 'P10 10, P50 20, P90 60; u = 0.99',
      compute: () => quantile(fitThreePoint('positive', 10, 20, 60), 0.99),
      expected: 218.915938,
      tolerance: 5e-7,
      unit: 'unit of the input',
    },
    source: 'Keelin 2016, semi-bounded form; number of independent code.',
    judgement: 'The mark at which a tail is flagged.',
    code: { 'shared/uncertainty/three-point.ts': 'fitThreePoint, quantile, checkThreePoint' },
  },
  {
    id: 'metalog-share',
    name: 'Three points: metalog of shares',
    statement: 'fit the log odds ln(P / (1 − P)) → M(u)\nQ(u) = 1 / (1 + e^−M(u))',
    convention: 'Between 0 and 1; for rates and shares. The unbounded form on the log odds.',
    edgeCases: [
      { when: 'P90 of 1', answer: 'not_share', run: () => checkAnswer('share', 0.2, 0.4, 1) },
      {
        when: 'A number too large',
        answer: 'not_finite',
        run: () => checkAnswer('share', 0.2, 0.4, Infinity),
      },
    ],
    example: {
      inputs: 'P10 0.2, P50 0.4, P90 0.7; u = 0.99',
      compute: () => quantile(fitThreePoint('share', 0.2, 0.4, 0.7), 0.99),
      expected: 0.907077,
      tolerance: 5e-7,
      unit: 'share',
    },
    source: 'Keelin 2016, bounded form; number of independent code.',
    judgement: null,
    code: { 'shared/uncertainty/three-point.ts': 'fitThreePoint, quantile, checkThreePoint' },
  },
  {
    id: 'pert',
    name: 'PERT: mean and standard deviation',
    statement: 'mean = (a + 4m + b) / 6\nsd = sqrt((mean − a)(b − mean) / 7)',
    convention:
      'a lowest, m most likely, b highest. The sd is NOT (b − a)/6 in general: here 8.660, not 8.333. For the closed forms the simulation is checked with; inputs of initiatives are P10, P50, P90.',
    edgeCases: [
      {
        when: 'Not in ascending order',
        answer: 'refused (RangeError)',
        run: () => refusal(() => pertMean(UNORDERED)),
      },
      { when: 'The mean of the example', answer: '25', run: () => pertMean(SKEWED) },
    ],
    example: {
      inputs: 'a 10, m 20, b 60',
      compute: () => pertSd(SKEWED),
      expected: 8.660254037844387,
      tolerance: 1e-12,
      unit: 'standard deviation, unit of the input',
    },
    source: 'Malcolm et al. 1959; sd of the beta distribution.',
    judgement: null,
    code: { 'shared/uncertainty/pert.ts': 'pertMean, pertSd' },
  },
  {
    id: 'pert-quantile',
    name: 'PERT: quantile',
    statement: 'α = 1 + 4(m − a)/(b − a); β = 1 + 4(b − m)/(b − a)\nQ(u) = a + (b − a) × I⁻¹(u; α, β)',
    convention: 'I = regularised incomplete beta function, by its continued fraction.',
    edgeCases: [
      {
        when: 'u outside 0 to 1',
        answer: 'refused (RangeError)',
        run: () => refusal(() => pertQuantile(SKEWED, 1.5)),
      },
    ],
    example: {
      inputs: 'a 10, m 20, b 60; u = 0.1',
      compute: () => pertQuantile(SKEWED, 0.1),
      expected: 14.495107,
      tolerance: 5e-7,
      unit: 'unit of the input',
    },
    source: 'DLMF 8.17.22; number of scipy.',
    judgement: null,
    code: {
      'shared/uncertainty/pert.ts': 'pertQuantile',
      'shared/uncertainty/incomplete-beta.ts': 'regularisedIncompleteBeta, inverseIncompleteBeta',
    },
  },
  {
    id: 'triangular',
    name: 'Triangular distribution',
    statement:
      'mean = (a + m + b) / 3\nvariance = (a² + b² + m² − ab − am − bm) / 18\nQ(u) = a + sqrt(u (b − a)(m − a)) below the mode, b − sqrt((1 − u)(b − a)(b − m)) above',
    convention: 'a lowest, m most likely, b highest. Fatter than PERT.',
    edgeCases: [
      {
        when: 'Not in ascending order',
        answer: 'refused (RangeError)',
        run: () => refusal(() => triangularSd(UNORDERED)),
      },
      {
        when: 'Mean and P10 of the example',
        answer: '30 and 17.071068',
        run: () => `${answerText(triangularMean(SKEWED))} and ${answerText(triangularQuantile(SKEWED, 0.1))}`,
      },
    ],
    example: {
      inputs: 'a 10, m 20, b 60',
      compute: () => triangularSd(SKEWED),
      expected: 10.801234497346433,
      tolerance: 1e-12,
      unit: 'standard deviation, unit of the input',
    },
    source: 'Textbook; APM guidance sheet on three-point estimates; number of scipy.',
    judgement: null,
    code: { 'shared/uncertainty/triangular.ts': 'triangularMean, triangularSd, triangularQuantile' },
  },
];

function checkAnswer(bound: Bound, p10: number, p50: number, p90: number): string {
  const check = checkThreePoint(bound, p10, p50, p90);
  if (check.status === 'infeasible') return check.reason;
  if (check.isConstant) return 'a constant';
  return check.isHeavyTailed ? 'usable, flagged: narrow it or give an upper bound' : 'usable';
}
