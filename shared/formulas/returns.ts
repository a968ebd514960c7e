import { headlineRate } from '../finance/headline-rate.ts';
import { annualIrr, irr } from '../finance/irr.ts';
import { compareRatios, type FigureLabel, isComparable, labelledRoi } from '../finance/labelled.ts';
import { mirr } from '../finance/mirr.ts';
import { benefitCostRatio, profitabilityIndex, roi } from '../finance/ratios.ts';
import { xirr } from '../finance/xirr.ts';
import { figureAnswer, rateAnswer } from './answers.ts';
import { AS_OF_MONTH, dated, monthsAgo } from './example-records.ts';
import type { FormulaEntry } from './formula.ts';

const TWO_ROOTS = [-50, -100, 600, 300, -100];
const NO_ROOT = [-1_000, 3_000, -2_500];

/** Actual, undiscounted, raw, over the last three months. */
const QUARTER: FigureLabel = {
  basis: 'actual',
  discounting: { kind: 'undiscounted' },
  risk: 'raw',
  window: { kind: 'trailing', from: monthsAgo(2), to: AS_OF_MONTH },
};

export const RETURN_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'roi',
    name: 'Return on investment',
    statement: 'ROI = (sum of B − sum of C) / sum of C',
    convention:
      'A fraction: 3.29 is 329 %. B and C positive, same months, both discounted or both not. With present values it is the ROI of a TEI study. Printed with its whole label: actual or forecast, undiscounted or PV, raw or risk-adjusted, window.',
    edgeCases: [
      { when: 'No cost', answer: 'undefined: no_cost', run: () => figureAnswer(roi(100, 0)) },
      { when: 'No benefit', answer: '−1', run: () => figureAnswer(roi(0, 100)) },
    ],
    example: {
      inputs: 'PV of benefits 7,168,371, PV of costs 1,672,201',
      compute: () => figureAnswer(roi(7_168_371, 1_672_201)),
      expected: 3.2868,
      tolerance: 5e-5,
      unit: 'fraction',
    },
    source: 'Forrester TEI of SalesLoft, financial summary: 329 %.',
    judgement: null,
    code: { 'shared/finance/ratios.ts': 'roi' },
  },
  {
    id: 'labels',
    name: 'Which figures may be compared',
    statement: 'comparable = same basis, same discounting, same risk treatment, alike window',
    convention:
      'Trailing and forward windows are alike when of the same length; life-to-date and chosen ones only when the same. Inside one ratio both sides must be the very same months.',
    edgeCases: [
      {
        when: 'A ratio of a raw benefit and a risk-adjusted cost',
        answer: 'undefined: unlike_labels',
        run: () => {
          const cost = { amount: 50, label: { ...QUARTER, risk: 'risk_adjusted' as const } };
          return figureAnswer(asFigure(labelledRoi({ amount: 80, label: QUARTER }, cost)));
        },
      },
      {
        when: 'The ROI of a quarter beside that of a year',
        answer: 'undefined: unlike_labels',
        run: () => {
          const year = { ...QUARTER, window: { ...QUARTER.window, from: monthsAgo(11) } };
          return figureAnswer(compareRatios(ratioOver(QUARTER), ratioOver(year)));
        },
      },
    ],
    example: {
      inputs: 'this quarter beside the quarter before, both actual, undiscounted and raw',
      compute: () => {
        const before = { kind: 'trailing' as const, from: monthsAgo(5), to: monthsAgo(3) };
        return isComparable(QUARTER, { ...QUARTER, window: before }) ? 'comparable' : 'not comparable';
      },
      expected: 'comparable',
      tolerance: 0,
      unit: '',
    },
    source: 'Ours: ROI over unlike windows is the commonest way to compare what cannot be compared.',
    judgement: 'The four parts of the label and what counts as an alike window.',
    code: { 'shared/finance/labelled.ts': 'labelDifferences, labelledRoi, labelledBcr, compareRatios' },
  },
  {
    id: 'bcr',
    name: 'Benefit-cost ratio',
    statement: 'BCR = PV(B) / PV(C) = ROI + 1',
    convention: 'Both positive present values of the same months.',
    edgeCases: [
      { when: 'No cost', answer: 'undefined: no_cost', run: () => figureAnswer(benefitCostRatio(1, 0)) },
    ],
    example: {
      inputs: 'PV of benefits 142.4102, PV of costs 106.3987',
      compute: () => figureAnswer(benefitCostRatio(142.41015170681908, 106.39871685981987)),
      expected: 1.33846,
      tolerance: 5e-6,
      unit: 'ratio',
    },
    source: 'OMB Circular A-94, sample table at 7 % (totals recomputed).',
    judgement: null,
    code: { 'shared/finance/ratios.ts': 'benefitCostRatio' },
  },
  {
    id: 'profitability-index',
    name: 'Profitability index',
    statement: 'PI = 1 + NPV / |outlay of period 0|',
    convention: 'Flows with income positive; rate per period.',
    edgeCases: [
      {
        when: 'Period 0 has no outlay',
        answer: 'undefined: no_outlay',
        run: () => figureAnswer(profitabilityIndex(0.1, [0, 5])),
      },
      {
        when: 'A blank flow',
        answer: 'undefined: blank',
        run: () => figureAnswer(profitabilityIndex(0.1, [-5, null])),
      },
    ],
    example: {
      inputs: '10 %; −1,000, 600, 600',
      compute: () => figureAnswer(profitabilityIndex(0.1, [-1_000, 600, 600])),
      expected: 1.041322,
      tolerance: 5e-7,
      unit: 'ratio',
    },
    source: 'tubedude/xirr, test suite.',
    judgement: null,
    code: { 'shared/finance/ratios.ts': 'profitabilityIndex' },
  },
  {
    id: 'irr',
    name: 'Internal rate of return',
    statement: 'all i > −1 with sum over t of N_t / (1 + i)^t = 0',
    convention:
      'Per period; income positive. Every rate is found: both sides of 0 are walked along a grid of ln(1 + i) from −99.99999 % to 100,000,000 %, each cell with a sign change or a turn is narrowed by the method of Brent. Status ok (one rate), multiple, none, not applicable.',
    edgeCases: [
      {
        when: 'Several rates: no one of them is "the" return',
        answer: 'multiple: −0.7689, 1.8544',
        run: () => rateAnswer(irr(TWO_ROOTS)),
      },
      {
        when: 'The flows change sign, yet no rate exists',
        answer: 'none',
        run: () => rateAnswer(irr(NO_ROOT)),
      },
      {
        when: 'The flows never change sign',
        answer: 'not applicable: no_sign_change',
        run: () => rateAnswer(irr([1, 2, 3])),
      },
      {
        when: 'A blank: leaving it out would shorten the series',
        answer: 'not applicable: blank',
        run: () => rateAnswer(irr([-4_500, null, 3_045, 2_371])),
      },
    ],
    example: {
      inputs: '−100, 39, 59, 55, 20',
      compute: () => rateAnswer(irr([-100, 39, 59, 55, 20])),
      expected: 0.28094842116,
      tolerance: 1e-10,
      unit: 'fraction a period',
    },
    source:
      'numpy-financial, test of irr(); Brent 1973 for the search; Descartes and Norstrom 1972 for how many roots there can be.',
    judgement: null,
    code: {
      'shared/finance/irr.ts': 'irr',
      'shared/finance/rate-result.ts': 'ratesOf',
      'shared/finance/flow-roots.ts': 'growthRoots',
      'shared/finance/sparse-polynomial.ts': 'countBound',
      'shared/finance/brent.ts': 'brentZero',
    },
  },
  {
    id: 'annual-irr',
    name: 'Internal rate of return of months, a year',
    statement: 'IRR = (1 + i)^12 − 1 for every monthly rate i',
    convention: 'Monthly flows in, effective annual rates out; the statuses are those of the monthly rates.',
    edgeCases: [{ when: 'No rate exists', answer: 'none', run: () => rateAnswer(annualIrr(NO_ROOT)) }],
    example: {
      inputs: '−172,545.85, then 480 months of 787.735232517999',
      compute: () =>
        rateAnswer(annualIrr([-172_545.848122807, ...Array.from({ length: 480 }, () => 787.735232517999)])),
      expected: 0.0470671,
      tolerance: 5e-8,
      unit: 'fraction a year',
    },
    source: 'pyxirr, test suite (annuity of 480 months, 0.38401048 % a month).',
    judgement: null,
    code: { 'shared/finance/irr.ts': 'annualIrr' },
  },
  {
    id: 'xirr',
    name: 'Internal rate of return of dated flows',
    statement: 'all x > −1 with sum of N_i / (1 + x)^((d_i − d_min) / 365) = 0',
    convention:
      'Effective a year, Act/365F, any order. Months are dated on their last day. Two flows have a closed form; otherwise the search and the statuses of the IRR.',
    edgeCases: [
      {
        when: 'All flows of one sign',
        answer: 'not applicable: no_sign_change',
        run: () => rateAnswer(xirr([dated('2024-01-01', 5), dated('2025-01-01', 5)])),
      },
    ],
    example: {
      inputs: '−1,000 on 1957-01-01, 390,000 on 2013-01-01',
      compute: () => rateAnswer(xirr([dated('1957-01-01', -1_000), dated('2013-01-01', 390_000)])),
      expected: 0.112339,
      tolerance: 5e-7,
      unit: 'fraction a year',
    },
    source: 'tubedude/xirr, test suite; help of LibreOffice, XIRR.',
    judgement: null,
    code: { 'shared/finance/xirr.ts': 'xirr' },
  },
  {
    id: 'mirr',
    name: 'Modified internal rate of return',
    statement: 'MIRR = (FV(inflows, reinvest) / PV(outflows, finance))^(1/n) − 1, n = number of flows − 1',
    convention:
      'Per period, like its two rates; by default both are the discount rate. There is always exactly one.',
    edgeCases: [
      {
        when: 'No inflow or no outflow',
        answer: 'undefined: no_sign_change',
        run: () => figureAnswer(mirr([39_000, 30_000], { finance: 0.1, reinvest: 0.12 })),
      },
    ],
    example: {
      inputs: '−75,000, 12,000, 15,000, 18,000, 21,000, 24,000; finance 10 %, reinvest 12 %',
      compute: () =>
        figureAnswer(
          mirr([-75_000, 12_000, 15_000, 18_000, 21_000, 24_000], { finance: 0.1, reinvest: 0.12 }),
        ),
      expected: 0.07971710360838036,
      tolerance: 1e-12,
      unit: 'fraction a period',
    },
    source: 'formulajs, test of MIRR.',
    judgement: 'Both rates equal to the discount rate by default.',
    code: { 'shared/finance/mirr.ts': 'mirr' },
  },
  {
    id: 'headline-rate',
    name: 'The rate that is shown',
    statement:
      'one IRR: that IRR\nseveral: MIRR at the discount rate, the roots listed beside it\notherwise: the reason',
    convention: 'Monthly flows, effective annual rate.',
    edgeCases: [
      { when: 'Several IRRs', answer: 'mirr', run: () => headlineRate(TWO_ROOTS, 0.1).basis },
      { when: 'No rate at all', answer: 'none', run: () => headlineRate(NO_ROOT, 0.1).basis },
    ],
    example: {
      inputs: '−1,000, 300, 400, 500 by month, discount rate 10 %',
      compute: () => {
        const shown = headlineRate([-1_000, 300, 400, 500], 0.1);
        return shown.basis === 'irr' ? shown.rate : shown.basis;
      },
      expected: 1.7807,
      tolerance: 5e-5,
      unit: 'fraction a year',
    },
    source: 'Ours; the monthly rate of the example, 8.89634 %, is that of a public MIRR test.',
    judgement: 'MIRR as the headline where several rates exist.',
    code: { 'shared/finance/headline-rate.ts': 'headlineRate' },
  },
];

function ratioOver(label: FigureLabel) {
  return labelledRoi({ amount: 80, label }, { amount: 50, label });
}

function asFigure(ratio: ReturnType<typeof labelledRoi>) {
  return ratio.status === 'known' ? { status: ratio.status, value: ratio.value } : ratio;
}
