import { costIndex, forecastError, planVariance } from '../finance/plan-variance.ts';
import { annualisedRunRate } from '../finance/run-rate.ts';
import { figureAnswer, refusal } from './answers.ts';
import type { FormulaEntry } from './formula.ts';

/** Month by month: run-rate, plan against actual, forecast against actual. Part of "Money over time". */
export const TRACKING_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'run-rate',
    name: 'Annualised run-rate',
    statement: 'run-rate = (sum of the 3 latest closed months) × 4',
    convention: 'Unit of the values, oldest month first. Not a forecast.',
    edgeCases: [
      {
        when: 'Fewer than three closed months',
        answer: 'undefined: too_few_months',
        run: () => figureAnswer(annualisedRunRate([100, 70])),
      },
      {
        when: 'A blank month among the three',
        answer: 'undefined: blank',
        run: () => figureAnswer(annualisedRunRate([100, null, 70])),
      },
    ],
    example: {
      inputs: '100, −20, 70',
      compute: () => figureAnswer(annualisedRunRate([100, -20, 70])),
      expected: 600,
      tolerance: 0,
      unit: 'unit of the values, a year',
    },
    source: 'Common reporting practice.',
    judgement: 'Three months, and no run-rate from fewer.',
    code: { 'shared/finance/run-rate.ts': 'annualisedRunRate' },
  },
  {
    id: 'plan-variance',
    name: 'Variance against plan',
    statement: 'variance = actual − plan',
    convention:
      'Favourable: more benefit or net value than planned, or less cost. The sign alone does not say which.',
    edgeCases: [
      {
        when: 'A cost 20 below its plan',
        answer: 'favourable',
        run: () => planVariance('cost', 80, 100).direction,
      },
      { when: 'Exactly on plan', answer: 'on_plan', run: () => planVariance('net', 5, 5).direction },
    ],
    example: {
      inputs: 'benefit: actual 880, plan 1,000 (unfavourable)',
      compute: () => planVariance('benefit', 880, 1_000).difference,
      expected: -120,
      tolerance: 0,
      unit: 'unit of the amounts',
    },
    source: 'Definition.',
    judgement: null,
    code: { 'shared/finance/plan-variance.ts': 'planVariance' },
  },
  {
    id: 'cost-index',
    name: 'Cost index',
    statement: 'cost index = plan cost / actual cost',
    convention: 'Above 1 is cheaper than planned.',
    edgeCases: [
      { when: 'No actual cost', answer: 'undefined: no_cost', run: () => figureAnswer(costIndex(0, 100)) },
    ],
    example: {
      inputs: 'actual 125, plan 100',
      compute: () => figureAnswer(costIndex(125, 100)),
      expected: 0.8,
      tolerance: 1e-12,
      unit: 'ratio',
    },
    source: 'Cost performance index of earned-value management.',
    judgement: null,
    code: { 'shared/finance/plan-variance.ts': 'costIndex' },
  },
  {
    id: 'forecast-bias',
    name: 'Forecast bias',
    statement: 'bias = mean(forecast − actual) / mean(actual)',
    convention: 'A fraction; above 0 = forecasts too high. Errors both ways cancel, hence MAPE beside it.',
    edgeCases: [
      {
        when: 'Actuals that sum to 0',
        answer: 'undefined: actual_zero',
        run: () => figureAnswer(forecastError([5, 5], [1, -1]).bias),
      },
      {
        when: 'A blank actual',
        answer: 'undefined: blank',
        run: () => figureAnswer(forecastError([5], [null]).bias),
      },
      {
        when: 'Series of different length',
        answer: 'refused (RangeError)',
        run: () => refusal(() => figureAnswer(forecastError([5], []).bias)),
      },
    ],
    example: {
      inputs: 'forecasts 110, 120; actuals 100, 100',
      compute: () => figureAnswer(forecastError([110, 120], [100, 100]).bias),
      expected: 0.15,
      tolerance: 1e-12,
      unit: 'fraction',
    },
    source: 'Forecasting literature (Hyndman & Koehler 2006 on error measures).',
    judgement: null,
    code: { 'shared/finance/plan-variance.ts': 'forecastError' },
  },
  {
    id: 'mape',
    name: 'Mean absolute percentage error',
    statement: 'MAPE = mean of |forecast − actual| / |actual|',
    convention: 'A fraction; errors do not cancel.',
    edgeCases: [
      {
        when: 'An actual of 0',
        answer: 'undefined: actual_zero',
        run: () => figureAnswer(forecastError([5], [0]).mape),
      },
    ],
    example: {
      inputs: 'forecasts 110, 90; actuals 100, 100 (the bias is 0)',
      compute: () => figureAnswer(forecastError([110, 90], [100, 100]).mape),
      expected: 0.1,
      tolerance: 1e-12,
      unit: 'fraction',
    },
    source: 'Forecasting literature (Hyndman & Koehler 2006).',
    judgement: null,
    code: { 'shared/finance/plan-variance.ts': 'forecastError' },
  },
];
