import { formatMonth } from '../domain/calendar.ts';
import { breakEvenMonth, payback } from '../finance/payback.ts';
import { figureAnswer } from './answers.ts';
import { AS_OF_MONTH } from './example-records.ts';
import type { FormulaEntry } from './formula.ts';

const FIVE_YEARS = [-10_000, 3_000, 3_000, 3_000, 3_000, 3_000];
/** Comes back in period 2, falls again in period 3, is back for good in period 4. */
const TWICE = [-100, 60, 60, -50, 60];

export const PAYBACK_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'simple-payback',
    name: 'Payback, first crossing',
    statement:
      'Cum_k = sum of N_t for t ≤ k\nT = (k − 1) + (−Cum_(k−1)) / N_k, k = first period with Cum_k ≥ 0',
    convention:
      'Periods from first spend, not whole: the flow of a period is spread evenly over it. Undiscounted. This is what most tools print; no verdict rests on it.',
    edgeCases: [
      { when: 'Not negative in period 0', answer: '0', run: () => figureAnswer(payback([5, 1]).first) },
      {
        when: 'Never back within the periods',
        answer: 'undefined: never_within_horizon',
        run: () => figureAnswer(payback([-1_000, 100, 100]).first),
      },
      {
        when: 'A blank period',
        answer: 'undefined: blank',
        run: () => figureAnswer(payback([-1, null]).first),
      },
    ],
    example: {
      inputs: '−1,000, 400, 400, 400',
      compute: () => figureAnswer(payback([-1_000, 400, 400, 400]).first),
      expected: 2.5,
      tolerance: 1e-12,
      unit: 'periods',
    },
    source: 'tubedude/xirr, test suite.',
    judgement: null,
    code: { 'shared/finance/payback.ts': 'payback' },
  },
  {
    id: 'sustained-payback',
    name: 'Payback, sustained',
    statement: 'T = first moment after which Cum stays ≥ 0 up to the last period',
    convention:
      'Periods from first spend, undiscounted. It differs from the first crossing where the money is spent again.',
    edgeCases: [
      {
        when: 'Back once, but below 0 at the end',
        answer: 'undefined: never_within_horizon',
        run: () => figureAnswer(payback([-100, 120, -50]).sustained),
      },
      {
        when: 'First crossing of the example',
        answer: '1.666667',
        run: () => figureAnswer(payback(TWICE).first),
      },
    ],
    example: {
      inputs: '−100, 60, 60, −50, 60',
      compute: () => figureAnswer(payback(TWICE).sustained),
      expected: 3.5,
      tolerance: 1e-12,
      unit: 'periods',
    },
    source: 'Derived from the definition: Cum is −100, −40, 20, −30, 30.',
    judgement: 'The sustained one is what counts: money that is back for a month only is not back.',
    code: { 'shared/finance/payback.ts': 'payback' },
  },
  {
    id: 'discounted-payback',
    name: 'Payback, discounted',
    statement: 'the same with N_t / (1 + r)^t',
    convention: 'Rate per period; both answers, first crossing and sustained.',
    edgeCases: [
      {
        when: 'A rate of −100 % or less',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(payback(FIVE_YEARS, { rate: -1 }).first),
      },
      { when: 'Undiscounted', answer: '3.333333', run: () => figureAnswer(payback(FIVE_YEARS).first) },
    ],
    example: {
      inputs: '10 %; −10,000, then five times 3,000',
      compute: () => figureAnswer(payback(FIVE_YEARS, { rate: 0.1 }).sustained),
      expected: 4.2632666667,
      tolerance: 1e-9,
      unit: 'periods',
    },
    source:
      'calcdomain.com, payback period. The page prints 4.24, which is a slip of its own: its fraction exceeds 1.',
    judgement: null,
    code: { 'shared/finance/payback.ts': 'payback' },
  },
  {
    id: 'payback-from-go-live',
    name: 'Payback from go-live',
    statement: 'T_go-live = max(0, T − periods from first spend to go-live)',
    convention:
      'First spend is the default clock; both are shown, since published paybacks seldom say which they mean.',
    edgeCases: [
      {
        when: 'Back before go-live',
        answer: '0',
        run: () => figureAnswer(payback([-1_000, 400, 400, 400], { clockStart: 4 }).first),
      },
    ],
    example: {
      inputs: '−1,000, 400, 400, 400; live one period after first spend',
      compute: () => figureAnswer(payback([-1_000, 400, 400, 400], { clockStart: 1 }).first),
      expected: 1.5,
      tolerance: 1e-12,
      unit: 'periods',
    },
    source: 'Definition.',
    judgement: null,
    code: { 'shared/finance/payback.ts': 'payback' },
  },
  {
    id: 'break-even-month',
    name: 'Break-even month',
    statement: 'month = first month + T, rounded up to a whole month',
    convention: 'T in months after the first month of the series.',
    edgeCases: [
      {
        when: 'Back at once (T = 0)',
        answer: '2026-07',
        run: () => formatMonth(breakEvenMonth(AS_OF_MONTH, 0)),
      },
    ],
    example: {
      inputs: 'first spend in 2026-07, payback after 2.5 months',
      compute: () => formatMonth(breakEvenMonth(AS_OF_MONTH, 2.5)),
      expected: '2026-10',
      tolerance: 0,
      unit: '',
    },
    source: 'Definition.',
    judgement: null,
    code: { 'shared/finance/payback.ts': 'breakEvenMonth' },
  },
];
