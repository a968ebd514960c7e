import type { CostCategory } from '../domain/value-lines.ts';
import { costStack } from '../finance/cost-stack.ts';
import {
  amortisedBuild,
  blendedTokenPrice,
  costPerAttempt,
  costPerSuccess,
  errorCost,
  type ModelUse,
  oversightCost,
  tokenCost,
} from '../finance/task-cost.ts';
import { figureAnswer } from './answers.ts';
import { AS_OF_MONTH, costLine, minor } from './example-records.ts';
import type { FormulaEntry } from './formula.ts';

/** 20,000 tasks of 3,500 tokens in and 600 out. */
const MODEL_USE: ModelUse = {
  uncachedInput: 70_000_000,
  cachedInput: 0,
  output: 12_000_000,
  inputPrice: 3,
  cachedPrice: 0.3,
  outputPrice: 15,
};
const ERRORS = { tasks: 20_000, errorRate: 0.04, caught: 0.5, escapedCost: 40, reworkCost: 10 };
const MONTH_COST = 46_186.8;

export const UNIT_COST_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'token-cost',
    name: 'Token cost',
    statement:
      'sum over models of (uncached in × p_in + cached in × p_cache + out × p_out) / 1,000,000 × (1 + retry)',
    convention:
      'Prices per million tokens; retry = share of calls made again. In the unit of the prices, a month.',
    edgeCases: [
      {
        when: 'A negative count or price',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(tokenCost([{ ...MODEL_USE, output: -1 }], 0)),
      },
      { when: 'No model used', answer: '0', run: () => figureAnswer(tokenCost([], 0)) },
    ],
    example: {
      inputs: '20,000 tasks of 3,500 tokens in and 600 out, at 3 and 15 per million, 12 % retried',
      compute: () => figureAnswer(tokenCost([MODEL_USE], 0.12)),
      expected: 436.8,
      tolerance: 1e-9,
      unit: 'unit of the prices',
    },
    source: 'Definition; FinOps Foundation, FinOps for AI (cost per token).',
    judgement: null,
    code: { 'shared/finance/task-cost.ts': 'tokenCost' },
  },
  {
    id: 'blended-token-price',
    name: 'Blended price of a million tokens',
    statement: 'token cost / tokens × 1,000,000',
    convention: 'Retries are paid but bring no tokens of work, so they raise it.',
    edgeCases: [
      {
        when: 'No tokens',
        answer: 'undefined: no_tokens',
        run: () => figureAnswer(blendedTokenPrice([], 0)),
      },
    ],
    example: {
      inputs: '436.80 for 82 million tokens',
      compute: () => figureAnswer(blendedTokenPrice([MODEL_USE], 0.12)),
      expected: 5.326829268,
      tolerance: 1e-8,
      unit: 'per million tokens',
    },
    source: 'Definition; 436.8 / 82.',
    judgement: null,
    code: { 'shared/finance/task-cost.ts': 'blendedTokenPrice' },
  },
  {
    id: 'oversight-cost',
    name: 'Cost of human oversight',
    statement: 'tasks × review share × minutes / 60 × hourly rate',
    convention: 'The hourly rate is loaded (salary, charges, place of work).',
    edgeCases: [
      {
        when: 'A review share outside 0 to 1',
        answer: 'undefined: out_of_range',
        run: () =>
          figureAnswer(oversightCost({ tasks: 1, reviewShare: 1.2, minutesPerReview: 3, hourlyRate: 55 })),
      },
    ],
    example: {
      inputs: '20,000 tasks, 15 % reviewed, 3 minutes, 55 an hour',
      compute: () =>
        figureAnswer(
          oversightCost({ tasks: 20_000, reviewShare: 0.15, minutesPerReview: 3, hourlyRate: 55 }),
        ),
      expected: 8250,
      tolerance: 1e-9,
      unit: 'unit of the rate',
    },
    source: 'Definition.',
    judgement: null,
    code: { 'shared/finance/task-cost.ts': 'oversightCost' },
  },
  {
    id: 'error-cost',
    name: 'Cost of errors',
    statement: 'tasks × error rate × [(1 − caught) × escaped cost + caught × rework cost]',
    convention: 'caught = share of errors found before they do harm.',
    edgeCases: [
      {
        when: 'A share outside 0 to 1',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(errorCost({ ...ERRORS, caught: 2 })),
      },
    ],
    example: {
      inputs: '20,000 tasks, 4 % wrong, half of them caught; 40 for an escaped one, 10 for rework',
      compute: () => figureAnswer(errorCost(ERRORS)),
      expected: 20000,
      tolerance: 1e-9,
      unit: 'unit of the costs',
    },
    source: 'Definition; 25 an error on average.',
    judgement: null,
    code: { 'shared/finance/task-cost.ts': 'errorCost' },
  },
  {
    id: 'cost-stack',
    name: 'Cost of a month',
    statement:
      'C = inference + oversight + error correction + platform + integration maintenance + data upkeep\n    + evaluation + change + governance (+ build and retirement, once)',
    convention:
      'Minor units, summed in the order of the line ids, by category and by behaviour: variable, fixed, once. A build is never spread over months in a cash flow.',
    edgeCases: [
      {
        when: 'An active line without a value',
        answer: 'left out of the total and named: oversight',
        run: () => `left out of the total and named: ${stackOf([['inference', 40]]).unmeasured.join(', ')}`,
      },
    ],
    example: {
      inputs: 'inference 436.80 and oversight 8,250.00 (in cents)',
      compute: () =>
        stackOf([
          ['inference', 43_680],
          ['oversight', 825_000],
        ]).total,
      expected: 868680,
      tolerance: 0,
      unit: 'minor units',
    },
    source: 'FinOps for AI: the cost of an agent is more than its tokens.',
    judgement: 'The categories and how each behaves.',
    code: { 'shared/finance/cost-stack.ts': 'costStack, costBehaviour' },
  },
  {
    id: 'amortised-build',
    name: 'Amortised build, for unit costs only',
    statement: 'build cost / months',
    convention: 'In cash flows the build stays in the month it was paid.',
    edgeCases: [
      {
        when: 'No months',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(amortisedBuild(180_000, 0)),
      },
    ],
    example: {
      inputs: '180,000 over 24 months',
      compute: () => figureAnswer(amortisedBuild(180_000, 24)),
      expected: 7500,
      tolerance: 1e-9,
      unit: 'a month',
    },
    source: 'Definition.',
    judgement: null,
    code: { 'shared/finance/task-cost.ts': 'amortisedBuild' },
  },
  {
    id: 'cost-per-attempt',
    name: 'Cost per attempted task',
    statement: 'fully loaded: total cost / attempts\nmarginal: c_v = variable cost / attempts',
    convention: 'Same months above and below.',
    edgeCases: [
      {
        when: 'No attempts',
        answer: 'undefined: no_attempts',
        run: () => figureAnswer(costPerAttempt(5, 0)),
      },
    ],
    example: {
      inputs:
        '436.80 tokens + 8,250 oversight + 20,000 errors + 4,000 platform + 6,000 maintenance + 7,500 build, 20,000 tasks',
      compute: () => figureAnswer(costPerAttempt(MONTH_COST, 20_000)),
      expected: 2.30934,
      tolerance: 1e-9,
      unit: 'a task',
    },
    source: 'FinOps Foundation (cost per unit of work).',
    judgement: null,
    code: { 'shared/finance/task-cost.ts': 'costPerAttempt' },
  },
  {
    id: 'cost-per-success',
    name: 'Cost per successful task',
    statement: 'total cost / (attempts × success rate)',
    convention: 'The headline unit cost: failed attempts are paid too.',
    edgeCases: [
      {
        when: 'No attempts',
        answer: 'undefined: no_attempts',
        run: () => figureAnswer(costPerSuccess(5, 0, 0.5)),
      },
      {
        when: 'No success',
        answer: 'undefined: no_successes',
        run: () => figureAnswer(costPerSuccess(5, 10, 0)),
      },
    ],
    example: {
      inputs: '46,186.80 for 20,000 tasks, 78 % successful',
      compute: () => figureAnswer(costPerSuccess(MONTH_COST, 20_000, 0.78)),
      expected: 2.9606923077,
      tolerance: 1e-9,
      unit: 'a success',
    },
    source:
      'renemurrell.de and quanta.ryshe.com: cost per successful outcome, since tokens alone show no worth.',
    judgement: null,
    code: { 'shared/finance/task-cost.ts': 'costPerSuccess' },
  },
];

/** The stack of July 2026 of an inference and an oversight line. */
function stackOf(measured: readonly (readonly [CostCategory, number])[]) {
  const values = measured.map(([lineId, amount]) => ({ lineId, month: AS_OF_MONTH, amount: minor(amount) }));
  const [month] = costStack([costLine('inference'), costLine('oversight')], values, [AS_OF_MONTH]);
  return month ?? { total: 0, unmeasured: [] };
}
