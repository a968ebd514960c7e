import { effectiveRate, growthRate, nominalRate, periodsToGrow } from '../finance/rates.ts';
import { figureAnswer } from './answers.ts';
import type { FormulaEntry } from './formula.ts';

const RATES = 'shared/finance/rates.ts';

export const GROWTH_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'effective-rate',
    name: 'Effective rate of a nominal one',
    statement: 'r = (1 + n/m)^m − 1, n nominal a year, compounded m times',
    convention: 'Fractions. For rates quoted by others: ours are effective throughout.',
    edgeCases: [
      {
        when: 'A rate of −100 % or less each time',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(effectiveRate(-12, 12)),
      },
    ],
    example: {
      inputs: '10 % a year, compounded 4 times',
      compute: () => figureAnswer(effectiveRate(0.1, 4)),
      expected: 0.10381289062499977,
      tolerance: 1e-14,
      unit: 'fraction a year',
    },
    source: 'EFFECT of spreadsheets; number from the tests of formulajs.',
    judgement: null,
    code: { [RATES]: 'effectiveRate' },
  },
  {
    id: 'nominal-rate',
    name: 'Nominal rate of an effective one',
    statement: 'n = m ((1 + r)^(1/m) − 1)',
    convention: 'Fractions; the reverse of the effective rate.',
    edgeCases: [
      {
        when: 'An effective rate of −100 % or less',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(nominalRate(-1, 4)),
      },
    ],
    example: {
      inputs: '10 % effective, compounded 4 times',
      compute: () => figureAnswer(nominalRate(0.1, 4)),
      expected: 0.09645475633778045,
      tolerance: 1e-14,
      unit: 'fraction a year',
    },
    source: 'NOMINAL of spreadsheets; number from the tests of formulajs.',
    judgement: null,
    code: { [RATES]: 'nominalRate' },
  },
  {
    id: 'growth-rate',
    name: 'Rate of growth between two values',
    statement: 'g = (last / first)^(1/periods) − 1',
    convention: 'A fraction a period (CAGR when a period is a year). Both values above 0.',
    edgeCases: [
      {
        when: 'A first value of 0 or less',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(growthRate(0, 11_000, 8)),
      },
    ],
    example: {
      inputs: '10,000 to 11,000 in 8 periods',
      compute: () => figureAnswer(growthRate(10_000, 11_000, 8)),
      expected: 0.011985024140399592,
      tolerance: 1e-14,
      unit: 'fraction a period',
    },
    source: 'RRI of spreadsheets; number from the tests of formulajs and the LibreOffice help.',
    judgement: null,
    code: { [RATES]: 'growthRate' },
  },
  {
    id: 'periods-to-grow',
    name: 'Periods a growth takes',
    statement: 'n = ln(target / first) / ln(1 + rate)',
    convention: 'Periods, not rounded. The rate is above 0, both values too.',
    edgeCases: [
      {
        when: 'A rate of 0',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(periodsToGrow(0, 1_000, 2_000)),
      },
    ],
    example: {
      inputs: '1,000 to 2,000 at 10 % a period',
      compute: () => figureAnswer(periodsToGrow(0.1, 1_000, 2_000)),
      expected: 7.272540897341714,
      tolerance: 1e-12,
      unit: 'periods',
    },
    source: 'PDURATION of spreadsheets; number from the tests of formulajs.',
    judgement: null,
    code: { [RATES]: 'periodsToGrow' },
  },
];
