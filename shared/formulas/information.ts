import { measureNext } from '../decision/explain/measure-next.ts';
import type { DriverEffect } from '../decision/explanation.ts';
import type { Driver } from '../domain/forward-model.ts';
import { evpi, evppi, normalEvpi, payoffTableEvpi } from '../uncertainty/value-of-information.ts';
import { refusal } from './answers.ts';
import { minor } from './example-records.ts';
import type { FormulaEntry } from './formula.ts';

const DELTAS = Float64Array.of(-100, -50, 250, 300);

export const INFORMATION_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'evpi-normal',
    name: 'EVPI, normal Δ',
    statement: 'EVPI = σ (φ(z) − z (1 − Φ(z))), z = |μ| / σ',
    convention:
      'Expected value of perfect information, unit of μ and σ. The closed form the simulated one is checked with.',
    edgeCases: [
      { when: 'σ of 0: nothing is left to learn', answer: '0', run: () => normalEvpi(100, 0) },
      { when: 'A negative σ', answer: 'refused (RangeError)', run: () => refusal(() => normalEvpi(100, -1)) },
    ],
    example: {
      inputs: 'μ = 100, σ = 200',
      compute: () => normalEvpi(100, 200),
      expected: 39.56,
      tolerance: 0.005,
      unit: 'unit of μ',
    },
    source: 'Raiffa & Schlaifer 1961, unit normal loss.',
    judgement: null,
    code: { 'shared/uncertainty/value-of-information.ts': 'normalEvpi' },
  },
  {
    id: 'evpi-table',
    name: 'EVPI of a table of payoffs',
    statement: 'EVPI = sum over states of p × best payoff there − best mean payoff of one action',
    convention: 'payoffs[action][state], unit of the payoffs.',
    edgeCases: [
      {
        when: 'Probabilities that do not sum to 1',
        answer: 'refused (RangeError)',
        run: () => refusal(() => payoffTableEvpi([0.5, 0.4], [[1, 2]])),
      },
      {
        when: 'One action only: knowing changes nothing',
        answer: '0',
        run: () => payoffTableEvpi([0.5, 0.5], [[4, 9]]),
      },
    ],
    example: {
      inputs: 'p 0.5, 0.3, 0.2; stock 1500, 300, −800; fund 900, 600, −200; deposit 500, 500, 500',
      compute: () =>
        payoffTableEvpi(
          [0.5, 0.3, 0.2],
          [
            [1_500, 300, -800],
            [900, 600, -200],
            [500, 500, 500],
          ],
        ),
      expected: 350,
      tolerance: 1e-9,
      unit: 'unit of the payoffs',
    },
    source: 'Wikipedia, expected value of perfect information: 1,030 − 680.',
    judgement: null,
    code: { 'shared/uncertainty/value-of-information.ts': 'payoffTableEvpi' },
  },
  {
    id: 'evpi',
    name: 'EVPI of an initiative',
    statement: 'EVPI = E[max(0, Δ)] − max(0, E[Δ])',
    convention: 'Over the draws of Δ (going on against stopping), currency units. Never negative.',
    edgeCases: [
      {
        when: 'No draws',
        answer: 'refused (RangeError)',
        run: () => refusal(() => evpi(new Float64Array(0))),
      },
      {
        when: 'Every draw above 0: no knowledge would change the decision',
        answer: '0',
        run: () => evpi(Float64Array.of(5, 9)),
      },
    ],
    example: {
      inputs: 'Δ of four draws: −100, −50, 250, 300',
      compute: () => evpi(DELTAS),
      expected: 37.5,
      tolerance: 1e-12,
      unit: 'unit of Δ',
    },
    source: 'Raiffa & Schlaifer 1961; 137.5 − 100.',
    judgement: null,
    code: { 'shared/uncertainty/value-of-information.ts': 'evpi' },
  },
  {
    id: 'evppi',
    name: 'EVPPI of one input',
    statement: 'EVPPI = mean over groups of max(0, mean Δ of the group) − max(0, E[Δ])',
    convention:
      'Draws sorted by the input and cut into 50 groups; equal values stay together. Errs slightly upwards, less with more draws. Currency units.',
    edgeCases: [
      {
        when: 'An input that never changes',
        answer: '0',
        run: () => evppi(Float64Array.of(1, 1, 1, 1), DELTAS, 2),
      },
      {
        when: 'Fewer draws than groups',
        answer: 'refused (RangeError)',
        run: () => refusal(() => evppi(DELTAS, DELTAS)),
      },
    ],
    example: {
      inputs: 'an input of 1, 2, 3, 4 in the draws −100, −50, 250, 300, two groups: means −75 and 275',
      compute: () => evppi(Float64Array.of(1, 2, 3, 4), DELTAS, 2),
      expected: 37.5,
      tolerance: 1e-12,
      unit: 'unit of Δ',
    },
    source: 'Strong & Oakley 2013, single-loop estimator.',
    judgement: '50 groups.',
    code: { 'shared/uncertainty/value-of-information.ts': 'evppi' },
  },
  {
    id: 'worth-measuring',
    name: 'What to measure next',
    statement: 'measure when cost < EVPPI; not_worth_it otherwise; price_it while no cost is stored',
    convention:
      'Missing items first, those that unblock most rules on top, then known drivers by EVPPI. H3 asks for the cheapest one worth its cost. Minor units.',
    edgeCases: [
      { when: 'No cost stored', answer: 'price_it', run: () => adviceFor(null) },
      { when: 'A cost of the EVPPI or more', answer: 'not_worth_it', run: () => adviceFor(5_000) },
    ],
    example: {
      inputs: 'a driver with an EVPPI of 5,000 whose measurement costs 1,200',
      compute: () => adviceFor(1_200),
      expected: 'measure',
      tolerance: 0,
      unit: '',
    },
    source: 'Howard 1966: information is worth at most what it changes.',
    judgement: null,
    code: { 'shared/decision/explain/measure-next.ts': 'measureNext, cheapestTest' },
  },
];

/** The advice for a driver with an EVPPI of 5,000. */
function adviceFor(cost: number | null): string {
  const driver: Driver = {
    id: 'tasks',
    initiativeId: 'example',
    name: 'Tasks',
    unit: 'a month',
    bound: 'positive',
    p10: 4_000,
    p50: 5_000,
    p90: 5_800,
    datedOn: null,
    grade: null,
    isVolume: false,
    loadings: [],
    measureCost: cost === null ? null : minor(cost),
    measureDays: null,
    sortOrder: 0,
  };
  const effect: DriverEffect = {
    driverId: driver.id,
    name: driver.name,
    unit: driver.unit,
    p10: 4_000,
    p50: 5_000,
    p90: 5_800,
    deltaAtP10: 0,
    deltaAtP90: 0,
    crossesZero: true,
    rankCorrelation: 0.5,
    evppi: 5_000,
  };
  return measureNext([], [driver], [effect])[0]?.advice ?? 'none';
}
