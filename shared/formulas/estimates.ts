import { paybackProbability } from '../uncertainty/payback-probability.ts';
import {
  meanAndError,
  orderStatisticRanks,
  percentile,
  percentileInterval,
  shareAndError,
} from '../uncertainty/percentile.ts';
import { averageRanks, rankCorrelation } from '../uncertainty/rank-correlation.ts';
import { answerText, refusal } from './answers.ts';
import type { Answer, FormulaEntry } from './formula.ts';

const ONE_TO_TEN = Float64Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
/** Cumulative net by month 0, 1, 2 of four draws. */
const LINES = Float64Array.of(-10, -5, 5, -10, -8, -1, -10, 2, 4, -10, 2, -1);

/** What is read from draws, and how sure it is. Last part of "Uncertainty". */
export const ESTIMATE_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'percentile',
    name: 'Percentile',
    statement: 'h = (n − 1) q; Q = x_⌊h⌋ + (h − ⌊h⌋)(x_⌊h⌋+1 − x_⌊h⌋), places from 0',
    convention: 'Type 7, as PERCENTILE.INC of Excel. P10 is the low end (oil and gas use the reverse).',
    edgeCases: [
      {
        when: 'No values',
        answer: 'refused (RangeError)',
        run: () => refusal(() => percentile(new Float64Array(0), 0.5)),
      },
      {
        when: 'q outside 0 to 1',
        answer: 'refused (RangeError)',
        run: () => refusal(() => percentile(ONE_TO_TEN, 10)),
      },
    ],
    example: {
      inputs: '1 to 10, q = 0.1',
      compute: () => percentile(ONE_TO_TEN, 0.1),
      expected: 1.9,
      tolerance: 1e-12,
      unit: 'unit of the values',
    },
    source: 'Hyndman & Fan 1996, type 7.',
    judgement: null,
    code: {
      'shared/uncertainty/percentile.ts': 'percentile',
      'shared/forward-model/order-window.ts': 'orderWindow',
    },
  },
  {
    id: 'percentile-interval',
    name: 'Interval of a percentile',
    statement: 'ranks n q ∓ 1.96 sqrt(n q (1 − q)), rounded outwards',
    convention: '95 %; from order statistics, so that no distribution is supposed. Held inside 1 to n.',
    edgeCases: [
      {
        when: 'Few draws: the first and the last',
        answer: '1 to 3',
        run: () => {
          const { low, high } = percentileInterval(Float64Array.of(1, 2, 3), 0.5);
          return `${low} to ${high}`;
        },
      },
    ],
    example: {
      inputs: 'P10 of 10,000 draws',
      compute: () => {
        const { low, high } = orderStatisticRanks(10_000, 0.1);
        return `${answerText(low)} to ${answerText(high)}`;
      },
      expected: '941 to 1,059',
      tolerance: 0,
      unit: '',
    },
    source: 'David & Nagaraja, Order Statistics.',
    judgement: null,
    code: { 'shared/uncertainty/percentile.ts': 'orderStatisticRanks, percentileInterval' },
  },
  {
    id: 'standard-error-mean',
    name: 'Standard error of a mean',
    statement: 'SE = s / sqrt(n), s with n − 1',
    convention: 'Unit of the draws; two passes around the mean.',
    edgeCases: [
      {
        when: 'Fewer than two draws',
        answer: 'refused (RangeError)',
        run: () => refusal(() => meanAndError(Float64Array.of(1)).se),
      },
      { when: 'Draws all alike', answer: '0', run: () => meanAndError(Float64Array.of(3, 3, 3)).se },
    ],
    example: {
      inputs: '1, 3, 5, 7',
      compute: () => meanAndError(Float64Array.of(1, 3, 5, 7)).se,
      expected: 1.2909944487,
      tolerance: 1e-10,
      unit: 'unit of the draws',
    },
    source: 'Textbook.',
    judgement: null,
    code: { 'shared/uncertainty/percentile.ts': 'meanAndError' },
  },
  {
    id: 'standard-error-share',
    name: 'Standard error of a share of draws',
    statement: 'SE = sqrt(p (1 − p) / n)',
    convention: 'At most 0.005 for 10,000 draws: a tenth of the dead-band around a cut.',
    edgeCases: [
      {
        when: 'More than all',
        answer: 'refused (RangeError)',
        run: () => refusal(() => shareAndError(11, 10).se),
      },
      { when: 'All draws', answer: '0', run: () => shareAndError(10, 10).se },
    ],
    example: {
      inputs: '5,000 of 10,000 draws',
      compute: () => shareAndError(5_000, 10_000).se,
      expected: 0.005,
      tolerance: 1e-12,
      unit: 'share',
    },
    source: 'Textbook.',
    judgement: '10,000 draws by default.',
    code: { 'shared/uncertainty/percentile.ts': 'shareAndError' },
  },
  {
    id: 'rank-correlation',
    name: 'Rank correlation',
    statement: 'Spearman = correlation of the ranks, equal values sharing the mean of their ranks',
    convention:
      'Between an input and Δ over the draws; −1 to 1. Stands beside the tornado, which ignores interactions.',
    edgeCases: [
      {
        when: 'One side never changes',
        answer: 'undefined: constant',
        run: () => rankAnswer([1, 2, 3], [5, 5, 5]),
      },
      { when: 'Fewer than two pairs', answer: 'undefined: too_few', run: () => rankAnswer([1], [2]) },
    ],
    example: {
      inputs: '(1, 10), (2, 20), (3, 40), (4, 30)',
      compute: () => rankAnswer([1, 2, 3, 4], [10, 20, 40, 30]),
      expected: 0.8,
      tolerance: 1e-12,
      unit: 'correlation',
    },
    source: 'Spearman 1904.',
    judgement: null,
    code: { 'shared/uncertainty/rank-correlation.ts': 'averageRanks, rankCorrelation' },
  },
  {
    id: 'payback-probability',
    name: 'Probability of payback by month N',
    statement: 'share of draws whose sustained payback is ≤ N',
    convention:
      'Cumulative net from the life-to-date sum on, undiscounted. A draw that is never paid back counts as no. For the chart; only PB, of the increment, is in a rule.',
    edgeCases: [
      {
        when: 'A month outside the line',
        answer: 'refused (RangeError)',
        run: () => refusal(() => paybackProbability(LINES, 3, 7).estimate),
      },
    ],
    example: {
      inputs:
        'four draws of months 0 to 2: back in month 2, never, back in month 1, back and lost again; N = 2',
      compute: () => paybackProbability(LINES, 3, 2).estimate,
      expected: 0.5,
      tolerance: 0,
      unit: 'probability',
    },
    source: 'Definition.',
    judgement: null,
    code: {
      'shared/uncertainty/payback-probability.ts': 'paybackProbability, paybackCurve',
      'shared/forward-model/flow-band.ts': 'paybackByMonth',
    },
  },
];

function rankAnswer(x: readonly number[], y: readonly number[]): Answer {
  const ranks = (values: readonly number[]) => averageRanks(Float64Array.from(values));
  const found = rankCorrelation(ranks(x), ranks(y));
  return found.status === 'known' ? found.value : `undefined: ${found.reason}`;
}
