import { unitCost } from '../decision/unit-cost.ts';
import { breakEvenVolume, unitMargin } from '../finance/break-even.ts';
import { figureAnswer } from './answers.ts';
import { exampleFacts } from './example-facts.ts';
import { costLine, minor, monthsAgo } from './example-records.ts';
import type { FormulaEntry } from './formula.ts';

const UNIT = { valuePerSuccess: 6.5, success: 0.78, variableCost: 1.9 };

/** What a task leaves and when volume pays. Second half of "Unit cost and break-even". */
export const BREAK_EVEN_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'unit-cost-rise',
    name: 'Rise of the cost per success (rule F2)',
    statement: 'rise = cost per success of the last 3 closed months / that of the 3 before − 1',
    convention:
      'Total cost without what is paid once, over counted successes. A fraction; F2 asks for more than 0.20.',
    edgeCases: [
      {
        when: 'Fewer than six closed months, an uncounted success or an unmeasured cost',
        answer:
          'unknown: successful tasks of 2026-05, successful tasks of 2026-06, successful tasks of 2026-07',
        run: () => unitCostAnswer(riseFacts(null)),
      },
    ],
    example: {
      inputs: '300 a month for 100 successes, then 360 a month for 96',
      compute: () => unitCostAnswer(riseFacts(96)),
      expected: 0.25,
      tolerance: 1e-9,
      unit: 'fraction',
    },
    source: 'Ours.',
    judgement: 'Three months on three, and the mark of 20 %.',
    code: { 'shared/decision/unit-cost.ts': 'unitCost' },
  },
  {
    id: 'unit-margin',
    name: 'Unit margin',
    statement: 'm = v × s − c_v',
    convention:
      'Per attempted task: v = value of a success, s = success rate, c_v = variable cost of an attempt. May be negative.',
    edgeCases: [
      {
        when: 'A success rate outside 0 to 1',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(unitMargin({ ...UNIT, success: 1.5 })),
      },
      {
        when: 'The two sides equal up to rounding',
        answer: '0',
        run: () => figureAnswer(unitMargin({ valuePerSuccess: 3, success: 0.1, variableCost: 0.3 })),
      },
    ],
    example: {
      inputs: 'v = 6.50, s = 0.78, c_v = 1.90',
      compute: () => figureAnswer(unitMargin(UNIT)),
      expected: 3.17,
      tolerance: 1e-12,
      unit: 'a task',
    },
    source: 'Contribution margin of cost accounting.',
    judgement: null,
    code: { 'shared/finance/break-even.ts': 'unitMargin' },
  },
  {
    id: 'break-even-volume',
    name: 'Break-even volume',
    statement: 'N* = F / m, rounded up to whole tasks',
    convention: 'Attempted tasks a month; F = platform + maintenance + amortised build a month.',
    edgeCases: [
      {
        when: 'A margin of 0 or less: more tasks only lose more',
        answer: 'undefined: margin_not_positive',
        run: () => figureAnswer(breakEvenVolume(12_000, { ...UNIT, variableCost: 6 })),
      },
      {
        when: 'A quotient that is whole up to rounding',
        answer: '120',
        run: () => figureAnswer(breakEvenVolume(12, { valuePerSuccess: 0.3, success: 1, variableCost: 0.2 })),
      },
    ],
    example: {
      inputs: 'F = 12,000 a month, m = 3.17 a task',
      compute: () => figureAnswer(breakEvenVolume(12_000, UNIT)),
      expected: 3786,
      tolerance: 0,
      unit: 'tasks a month',
    },
    source: 'Break-even analysis of cost accounting.',
    judgement: null,
    code: { 'shared/finance/break-even.ts': 'breakEvenVolume' },
  },
];

/** Six closed months: 300 each for 100 successes, then 360 each for `successes`. */
function riseFacts(successes: number | null) {
  const months = [5, 4, 3, 2, 1, 0].map(monthsAgo);
  return exampleFacts({
    lines: [costLine('inference')],
    closedMonths: months,
    values: months.map((month, i) => ({ lineId: 'inference', month, amount: minor(i < 3 ? 300 : 360) })),
    unitCounts: months.map((month, i) => ({ month, attempts: null, successes: i < 3 ? 100 : successes })),
  });
}

function unitCostAnswer(facts: Parameters<typeof unitCost>[0]): number | string {
  const { rise } = unitCost(facts);
  if (rise.status === 'known') return rise.value;
  return rise.status === 'unknown'
    ? `unknown: ${rise.missing.map(({ text }) => text).join(', ')}`
    : rise.status;
}
