import type { Simulated } from '../decision/result.ts';
import { drawColumns } from '../forward-model/draw-columns.ts';
import { flowBand } from '../forward-model/flow-band.ts';
import type { ForwardModel } from '../forward-model/model.ts';
import { simulate } from '../forward-model/simulate.ts';
import { fitThreePoint } from '../uncertainty/three-point.ts';
import { EXAMPLE_A, EXAMPLE_B } from './example-models.ts';
import type { FormulaEntry } from './formula.ts';

/** Enough to see the figure, few enough for a page: an example may be 4 standard errors off its long-run value. */
const DRAWS = 1_000;
const IN_A = 'example A, 1,000 draws of seed 2026; expected is the long run (200,000 draws), within 4 SE';
const IN_B = 'example B, 1,000 draws of seed 2026; expected is the long run (200,000 draws), within 4 SE';

/** What the draws say. Last part of "Forward model". */
export const SIMULATED_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'expected-value',
    name: 'E: expected value',
    statement: 'E = mean of Δ over the draws',
    convention:
      'Forecast, present value against stopping, currency units (stored in minor units). SE = s / sqrt(n).',
    edgeCases: [
      {
        when: 'All inputs known: E is Δ at P50, without error',
        answer: 'SE 0',
        run: () => {
          const { expected } = simulatedBy(allKnown(EXAMPLE_A));
          return expected.se === 0 ? 'SE 0' : `SE ${expected.se}`;
        },
      },
      { when: 'A missing or infeasible input', answer: 'unknown, the input named; data_ok false' },
    ],
    example: {
      inputs: IN_A,
      compute: () => simulatedBy(EXAMPLE_A).expected.value,
      expected: 496784,
      tolerance: 45000,
      unit: 'currency units',
    },
    source: 'Monte Carlo mean; exact value by quadrature.',
    judgement: null,
    code: { 'shared/forward-model/simulate.ts': 'simulate', 'shared/forward-model/figures.ts': 'figuresOf' },
  },
  {
    id: 'probability',
    name: 'P: probability of positive value',
    statement: 'P = share of draws with Δ > 0',
    convention:
      'The chance that going on has positive expected value, given what is not known about volumes, prices, rates and delays. Whether a stage succeeds is in the weights.',
    edgeCases: [
      {
        when: 'All inputs known and Δ > 0',
        answer: '1',
        run: () => simulatedBy(allKnown(EXAMPLE_A)).probability.value,
      },
      {
        when: 'All inputs known and Δ ≤ 0',
        answer: '0',
        run: () => simulatedBy(allKnown(EXAMPLE_B)).probability.value,
      },
    ],
    example: {
      inputs: IN_A,
      compute: () => simulatedBy(EXAMPLE_A).probability.value,
      expected: 0.947,
      tolerance: 0.029,
      unit: 'probability',
    },
    source: 'Ours; long run also by an independent program (0.9465).',
    judgement: 'The cuts 0.30, 0.60 and 0.80.',
    code: { 'shared/forward-model/figures.ts': 'figuresOf' },
  },
  {
    id: 'bcr50',
    name: 'BCR50: median benefit-cost ratio',
    statement: 'BCR50 = median over the draws of PV(B) / PV(C)',
    convention: 'With the 95 % interval of order statistics.',
    edgeCases: [{ when: 'Some draw has no cost at all', answer: 'not applicable' }],
    example: {
      inputs: IN_A,
      compute: () => simulatedBy(EXAMPLE_A).bcr50?.value ?? 'none',
      expected: 1.5875,
      tolerance: 0.07,
      unit: 'ratio',
    },
    source: 'Ours.',
    judgement: '1.5 needed for SCALE: two thirds of the benefits would still break even.',
    code: { 'shared/forward-model/figures.ts': 'figuresOf' },
  },
  {
    id: 'unit-economics',
    name: 'UE: probability that a task pays',
    statement: 'UE = share of draws with b_u > v_u, u = first scope from limited production on',
    convention: 'Monthly benefit against variable cost of that scope, fixed costs left out.',
    edgeCases: [{ when: 'No scope from limited production on is entered', answer: 'not applicable' }],
    example: {
      inputs: IN_B,
      compute: () => simulatedBy(EXAMPLE_B).unitEconomics?.value ?? 'none',
      expected: 0.9071,
      tolerance: 0.037,
      unit: 'probability',
    },
    source: 'Ours; long run also by an independent program (0.9075).',
    judgement: 'KILL (K3) below 0.10: 90 % sure that volume cannot help.',
    code: {
      'shared/forward-model/figures.ts': 'figuresOf',
      'shared/forward-model/questions.ts': 'unitScope',
    },
  },
  {
    id: 'pb',
    name: 'PB: probability that scaling pays back in 12 months',
    statement: 'PB = share of draws with n > 0, Cum12 ≥ 0 and CumH ≥ 0',
    convention:
      'From limited production on, with the next scope stored. After go-live the increment is monotone, so these two ends decide sustained payback within 12 months of D_1.',
    edgeCases: [
      {
        when: 'A pilot (example B)',
        answer: 'not applicable',
        run: () => (simulatedBy(EXAMPLE_B).payback === null ? 'not applicable' : 'asked'),
      },
      { when: 'D_1 + 12 beyond the horizon', answer: 'unknown' },
    ],
    example: {
      inputs: IN_A,
      compute: () => simulatedBy(EXAMPLE_A).payback?.value ?? 'none',
      expected: 0.6378,
      tolerance: 0.061,
      unit: 'probability',
    },
    source: 'Ours; long run also by an independent program (0.6372).',
    judgement: '0.70 needed for SCALE, within one budget year.',
    code: {
      'shared/forward-model/figures.ts': 'figuresOf',
      'shared/forward-model/questions.ts': 'paybackQuestion',
    },
  },
  {
    id: 'option-value',
    name: 'Option value',
    statement: 'largest over k ≥ 1 of max(0, −E[all terms of scope k and after])',
    convention:
      'What the right to stop before a later scope is worth; shown beside Δ, never added to it. Currency units.',
    edgeCases: [
      {
        when: 'Every later scope adds value (example A)',
        answer: '0',
        run: () => simulatedBy(EXAMPLE_A).optionValue,
      },
    ],
    example: {
      inputs:
        'example A, all inputs known at P50, connector on time, scaling at 2,600,000 instead of 130,000',
      compute: () => simulatedBy(allKnown(withScaling(2_600_000))).optionValue,
      expected: 989860.73,
      tolerance: 0.01,
      unit: 'currency units',
    },
    source: 'Real options (right to abandon), taken on expectations.',
    judgement: 'Shown only; a verdict does not count on stopping later.',
    code: { 'shared/forward-model/figures.ts': 'figuresOf' },
  },
  {
    id: 'chart-band',
    name: 'Band of the cumulative net value',
    statement: 'cumulated B_t − C_t + settled X by month: at P50, and P10, P50, P90 over the draws',
    convention: 'Undiscounted, currency units, from the as-of month on; steps count with their chance.',
    edgeCases: [
      {
        when: 'Month 0 at P50: scaling paid with its chance of 7/12',
        answer: '−75,833.333333',
        run: () => flowBand(drawColumns({ model: EXAMPLE_A, seed: '2026' }, 10))[0]?.atP50 ?? 'none',
      },
    ],
    example: {
      inputs: 'example A: months 0 to 36',
      compute: () => flowBand(drawColumns({ model: EXAMPLE_A, seed: '2026' }, 10)).length,
      expected: 37,
      tolerance: 0,
      unit: 'points',
    },
    source: 'Definition; −130,000 × 7/12.',
    judgement: null,
    code: {
      'shared/forward-model/flow-band.ts': 'flowBand',
      'shared/forward-model/draw-columns.ts': 'drawColumns',
    },
  },
];

const DONE = new Map<ForwardModel, Simulated>();

/** A simulation is run once for all examples that read from it. */
function simulatedBy(model: ForwardModel): Simulated {
  let found = DONE.get(model);
  if (found === undefined) {
    const cuts = { E: [], P: [], UE: [], PB: [], BCR50: [] };
    const answer = simulate({ model, seed: '2026', draws: DRAWS, mostDraws: DRAWS, cuts });
    // Nobody can cancel it: no stop was given.
    if (answer === 'cancelled') throw new Error('a simulation without a stop was cancelled');
    found = answer;
    DONE.set(model, found);
  }
  return found;
}

function allKnown(model: ForwardModel): ForwardModel {
  return {
    ...model,
    assets: model.assets.map((asset) => ({ ...asset, lateProbability: 0 })),
    drivers: model.drivers.map((driver) => ({
      ...driver,
      form: fitThreePoint('free', driver.p50, driver.p50, driver.p50),
    })),
  };
}

function withScaling(cost: number): ForwardModel {
  return {
    ...EXAMPLE_A,
    drivers: EXAMPLE_A.drivers.map((driver) =>
      driver.id === 'scaling'
        ? { ...driver, form: fitThreePoint('positive', cost, cost, cost), p10: cost, p50: cost, p90: cost }
        : driver,
    ),
  };
}
