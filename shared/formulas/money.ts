import { monthSeries } from '../finance/month-series.ts';
import { npv, spreadsheetNpv } from '../finance/npv.ts';
import { annualRate, discountFactors, halfMonthFactor, monthlyRate } from '../finance/rates.ts';
import { roundHalfEven } from '../finance/round.ts';
import { sumWindow } from '../finance/tracking.ts';
import { xnfv, xnpv } from '../finance/xnpv.ts';
import { answerText, figureAnswer, refusal } from './answers.ts';
import { closedMonth, dated, monthTotal } from './example-records.ts';
import type { FormulaEntry } from './formula.ts';

/** Flows of the LibreOffice help and of numpy-financial: an outlay, then four years. */
const SERIES = [-40_000, 5_000, 8_000, 12_000, 30_000];
const AT_TEN_PERCENT = [
  dated('2024-01-01', -1_000),
  dated('2024-06-01', 300),
  dated('2024-12-01', 400),
  dated('2025-06-01', 500),
];

export const MONEY_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'monthly-rate',
    name: 'Monthly rate of an annual one',
    statement: 'r_m = (1 + r)^(1/12) − 1',
    convention:
      'Effective rates as fractions: 0.1 is 10 % a year. Never r / 12, which at 10 % would be 0.8333 % instead of 0.7974 %. The root is our own, built from + − × / alone. Not rounded.',
    edgeCases: [
      {
        when: 'A rate of −100 % or less',
        answer: 'refused (RangeError)',
        run: () => refusal(() => monthlyRate(-1)),
      },
      { when: 'A rate of 0', answer: '0', run: () => monthlyRate(0) },
    ],
    example: {
      inputs: 'r = 10 % a year',
      compute: () => monthlyRate(0.1),
      expected: 0.007974140428903764,
      tolerance: 1e-16,
      unit: 'fraction a month',
    },
    source: 'Definition of an effective rate. 10 % a year is the rate of Forrester TEI studies.',
    judgement: '10 % as the default; it can be changed in the policy.',
    code: { 'shared/finance/rates.ts': 'monthlyRate', 'shared/finance/power.ts': 'nthRoot' },
  },
  {
    id: 'annual-rate',
    name: 'Annual rate of a monthly one',
    statement: 'r = (1 + i)^12 − 1',
    convention: 'Fractions; used to bring a monthly IRR or MIRR to a year. Not rounded.',
    edgeCases: [{ when: 'A monthly rate of 0', answer: '0', run: () => annualRate(0) }],
    example: {
      inputs: 'i = 0.38401048 % a month',
      compute: () => annualRate(0.0038401048),
      expected: 0.0470671,
      tolerance: 5e-8,
      unit: 'fraction a year',
    },
    source: 'Definition of an effective rate; number from the pyxirr test suite (annuity of 480 months).',
    judgement: null,
    code: { 'shared/finance/rates.ts': 'annualRate' },
  },
  {
    id: 'discount-factor',
    name: 'Discount factor',
    statement: 'd_0 = 1\nd_t = d_(t−1) / (1 + r_m)\nmid-month: d_t × (1 + r)^(1/24) for t ≥ 1',
    convention:
      'Month 0 is the month of first spend (life to date) or the as-of month (forward). Default: a flow falls at the end of its month, so that "initial + NPV(r_m, months)" in a spreadsheet gives the same. Mid-month is a switch of the policy. Made by repeated division, so that every machine has the same bits.',
    edgeCases: [
      {
        when: 'Month 0, with either timing',
        answer: '1',
        run: () => discountFactors(monthlyRate(0.1), 1, 'mid')[0] ?? 'none',
      },
      {
        when: 'A rate of −100 % or less',
        answer: 'refused (RangeError)',
        run: () => refusal(() => discountFactors(-1, 1).length),
      },
    ],
    example: {
      inputs: '10 % a year, month 12, end of month',
      compute: () => discountFactors(monthlyRate(0.1), 12)[12] ?? 'none',
      expected: 0.9090909090909,
      tolerance: 1e-13,
      unit: 'factor',
    },
    source: 'Definition. Mid-period factors: OMB Circular A-94.',
    judgement: 'End of month as the default, because any spreadsheet can repeat it.',
    code: { 'shared/finance/rates.ts': 'discountFactors' },
  },
  {
    id: 'half-month-factor',
    name: 'Mid-month factor',
    statement: '(1 + r)^(1/24)',
    convention: 'Multiplies the flows of month 1 and later; the outlay of month 0 stays. r effective a year.',
    edgeCases: [
      {
        when: 'A rate of −100 % or less',
        answer: 'refused (RangeError)',
        run: () => refusal(() => halfMonthFactor(-1)),
      },
    ],
    example: {
      inputs: 'r = 10 % a year',
      compute: () => halfMonthFactor(0.1),
      expected: 1.0039792,
      tolerance: 5e-8,
      unit: 'factor',
    },
    source: 'Half a month of growth at the effective rate; OMB Circular A-94 asks for mid-period factors.',
    judgement: null,
    code: { 'shared/finance/rates.ts': 'halfMonthFactor' },
  },
  {
    id: 'npv-end',
    name: 'Net present value, end of period',
    statement: 'NPV = sum over t = 0, 1, 2, … of N_t / (1 + r)^t',
    convention:
      'Income positive, spending negative; the flow of period 0 is not discounted. r per period. Unit of the flows; not rounded.',
    edgeCases: [
      { when: 'A blank month', answer: 'undefined: blank', run: () => figureAnswer(npv(0.08, [-1, null])) },
      { when: 'No flows', answer: 'undefined: empty', run: () => figureAnswer(npv(0.08, [])) },
      {
        when: 'A rate of −100 % or less',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(npv(-1, [1])),
      },
    ],
    example: {
      inputs: '8 %; −40,000, 5,000, 8,000, 12,000, 30,000',
      compute: () => figureAnswer(npv(0.08, SERIES)),
      expected: 3065.22,
      tolerance: 0.005,
      unit: 'unit of the flows',
    },
    source: 'numpy-financial, test of npv().',
    judgement: null,
    code: { 'shared/finance/npv.ts': 'npv', 'shared/finance/flows.ts': 'readFlows' },
  },
  {
    id: 'npv-mid',
    name: 'Net present value, mid-period',
    statement: 'NPV = N_0 + (1 + r)^(1/2) × sum over t ≥ 1 of N_t / (1 + r)^t',
    convention:
      'As at the end of the period, the later flows half a period nearer. For months: (1 + r)^(1/24).',
    edgeCases: [
      {
        when: 'Only period 0',
        answer: '−5',
        run: () => answerText(figureAnswer(npv(0.08, [-5], 'mid'))),
      },
    ],
    example: {
      inputs: '7 %; nothing in period 0, then 10, 20, 30, 30, 20, 10, 5, 5, 5, 5',
      compute: () => figureAnswer(npv(0.07, [0, 10, 20, 30, 30, 20, 10, 5, 5, 5, 5], 'mid')),
      expected: 110.06,
      tolerance: 0.005,
      unit: 'unit of the flows',
    },
    source: 'OMB Circular A-94, sample table of appendix B (costs), with its mid-year factors.',
    judgement: null,
    code: { 'shared/finance/npv.ts': 'npv' },
  },
  {
    id: 'spreadsheet-npv',
    name: 'The NPV() of a spreadsheet, a trap',
    statement: 'NPV() = sum over t = 0, 1, 2, … of N_t / (1 + r)^(t + 1) = NPV / (1 + r)',
    convention:
      'A spreadsheet discounts the first flow too. On a series that starts with the outlay this is too small by the factor 1 / (1 + r). Kept to explain a difference; no figure of ours is made with it.',
    edgeCases: [
      {
        when: 'A blank month',
        answer: 'undefined: blank',
        run: () => figureAnswer(spreadsheetNpv(0.08, [null, 1])),
      },
    ],
    example: {
      inputs: '8 %; −40,000, 5,000, 8,000, 12,000, 30,000 (the NPV is 3,065.22)',
      compute: () => figureAnswer(spreadsheetNpv(0.08, SERIES)),
      expected: 2838.17,
      tolerance: 0.005,
      unit: 'unit of the flows',
    },
    source: 'Help of Microsoft Excel and LibreOffice, NPV.',
    judgement: null,
    code: { 'shared/finance/npv.ts': 'spreadsheetNpv' },
  },
  {
    id: 'xnpv',
    name: 'Present value of dated flows',
    statement:
      'XNPV = sum of N_i / (1 + r)^((d_i − d_min) / 365)\nXNFV = XNPV × (1 + r)^((d_max − d_min) / 365)',
    convention:
      'r effective a year; Act/365F: a leap year counts 366/365 years. Worth on the day of the earliest flow; the order of the flows does not matter.',
    edgeCases: [
      {
        when: 'A blank amount',
        answer: 'undefined: blank',
        run: () => figureAnswer(xnpv(0.1, [dated('2024-01-01', null)])),
      },
      {
        when: 'The same brought to the last day (XNFV)',
        answer: '104.930847',
        run: () => answerText(figureAnswer(xnfv(0.1, AT_TEN_PERCENT))),
      },
    ],
    example: {
      inputs: '10 %; −1,000 on 2024-01-01, 300 on 2024-06-01, 400 on 2024-12-01, 500 on 2025-06-01',
      compute: () => figureAnswer(xnpv(0.1, AT_TEN_PERCENT)),
      expected: 91.6797,
      tolerance: 5e-5,
      unit: 'unit of the flows',
    },
    source: 'Help of Microsoft Excel and LibreOffice, XNPV; number recomputed by independent code.',
    judgement: null,
    code: { 'shared/finance/xnpv.ts': 'xnpv, xnfv', 'shared/finance/dated-flows.ts': 'readDatedFlows' },
  },
  {
    id: 'net-value',
    name: 'Net value of closed months (T3M, T12M, LTD)',
    statement:
      'net = sum of claimed benefit − sum of cost\nT3M, T12M: the 3 and 12 latest closed months; LTD: all of them',
    convention:
      'Minor units. Actual, undiscounted. The claimed benefit is rounded once, half-even, when the window is summed; costs are whole already. Lines are added in the order of their ids. Months that are not adjacent are named beside the figure; "n of m measured" stands with it.',
    edgeCases: [
      {
        when: 'An unmeasured value',
        answer: 'adds nothing and is counted: 3 of 4 measured',
        run: () => {
          const { measured, expected } = sumWindow([monthTotal({ cost: 5, benefit: 9, outcomeMeasured: 2 })]);
          return `adds nothing and is counted: ${measured} of ${expected} measured`;
        },
      },
      { when: 'A half minor unit: to the even one, 2.5 is 2', answer: '2', run: () => roundHalfEven(2.5) },
      {
        when: 'A sum beyond 2^53 minor units',
        answer: 'refused (RangeError)',
        run: () => refusal(() => sumWindow([monthTotal({ cost: 1e16, benefit: 0 })]).net),
      },
    ],
    example: {
      inputs: 'three months, each with a benefit of 1,000.25 and a cost of 400 (minor units)',
      compute: () => {
        const month = monthTotal({ cost: 400, benefit: 1_000.25 });
        return sumWindow([month, month, month], 3).net;
      },
      expected: 1801,
      tolerance: 0,
      unit: 'minor units',
    },
    source: 'Definition.',
    judgement: 'One rounding at the end, half-even, so that no line is favoured.',
    code: {
      'shared/finance/tracking.ts': 'monthTotals, sumWindow',
      'shared/finance/round.ts': 'roundHalfEven',
      'shared/finance/months.ts': 'closedUpTo',
    },
  },
  {
    id: 'series-without-gaps',
    name: 'The months a series figure is taken of',
    statement: 'months = first month with a cost > 0, …, last closed month\nN_t = claimed benefit_t − cost_t',
    convention:
      'NPV, IRR, XIRR, MIRR and payback are taken of these. An unmeasured outcome of a closed month is no claimed benefit, and the month is flagged.',
    edgeCases: [
      {
        when: 'A month between is open, or an active cost line in it is unmeasured',
        answer: 'undefined: incomplete',
        run: () => seriesAnswer([closedMonth(0, 10, 0), closedMonth(2, 10, 0)]),
      },
      {
        when: 'No closed month has a cost',
        answer: 'undefined: empty',
        run: () => seriesAnswer([closedMonth(0, 0, 5)]),
      },
    ],
    example: {
      inputs: 'costs 100, 40, 40 and benefits 0, 90, 110 in three closed months in a row',
      compute: () => seriesAnswer([closedMonth(0, 100, 0), closedMonth(1, 40, 90), closedMonth(2, 40, 110)]),
      expected: '−100, 50, 70',
      tolerance: 0,
      unit: '',
    },
    source: 'Definition. Libraries that skip blanks shorten the series and give another rate.',
    judgement: 'A gap is refused with the months named, never bridged.',
    code: { 'shared/finance/month-series.ts': 'monthSeries' },
  },
];

function seriesAnswer(months: Parameters<typeof monthSeries>[0]): string {
  const series = monthSeries(months);
  return series.status === 'known'
    ? series.nets.map((net) => answerText(net)).join(', ')
    : `undefined: ${series.reason.code}`;
}
