import { evaluate } from '#shared/decision/evaluate.ts';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { prepare } from '#shared/decision/prepare.ts';
import type { SimulationRequest } from '#shared/forward-model/model.ts';
import { simulate } from '#shared/forward-model/simulate.ts';
import { openStream } from '#shared/uncertainty/streams.ts';
import { transform } from '#shared/uncertainty/three-point.ts';
import { type Figure, median, ratio, timed } from './support/figure.ts';
import { referenceContext, referenceFacts } from './support/reference-facts.ts';

const DRAWS = 10_000;

function requests(facts: readonly InitiativeFacts[], draws: number): readonly SimulationRequest[] {
  const context = referenceContext(draws);
  return facts.map((one) => {
    const { model } = prepare(one, context);
    if (model.status !== 'complete') throw new Error(`the reference model lacks ${JSON.stringify(model)}`);
    return model.request;
  });
}

const simulateAll = (all: readonly SimulationRequest[]) => () => {
  for (const request of all) simulate(request);
};

/** The physical floor: drawing the same random numbers and pushing them through the inverse distributions. */
function drawAll(all: readonly SimulationRequest[]): () => void {
  const uniforms = new Float64Array(DRAWS);
  const values = new Float64Array(DRAWS);
  return () => {
    for (const { model, seed, draws } of all) {
      for (const driver of model.drivers) {
        openStream(seed, model.initiativeId, driver.id).fill(uniforms, 0, draws);
        transform(driver.form, uniforms, values, 0, draws);
      }
    }
  };
}

export const figures: readonly Figure[] = [
  {
    name: 'SIMULATE_2000_TO_DRAWING_THE_SAME_NUMBERS',
    unit: 'x',
    budget: 3,
    run: ({ isQuick }) => {
      const all = requests(referenceFacts(isQuick ? 100 : 2000), DRAWS);
      return ratio(simulateAll(all), drawAll(all), 5);
    },
  },
  {
    name: 'SIMULATE_EXTENDED_TO_100000_TO_10000_DRAWS',
    unit: 'x',
    // Ours: ten times the draws, and the caches that 100,000 numbers no longer fit in.
    budget: 12.5,
    run: ({ isQuick }) => {
      const facts = referenceFacts(isQuick ? 5 : 40);
      return ratio(simulateAll(requests(facts, 10 * DRAWS)), simulateAll(requests(facts, DRAWS)), 5);
    },
  },
  {
    name: 'SIMULATE_GROWTH_500_TO_4000',
    unit: 'x',
    // Doubling at most doubles, + 10 %, three times over.
    budget: 10.6,
    run: ({ isQuick }) => {
      const facts = referenceFacts(isQuick ? 400 : 4000);
      const few = facts.slice(0, facts.length / 8);
      return ratio(simulateAll(requests(facts, 1000)), simulateAll(requests(few, 1000)), 5);
    },
  },
  {
    name: 'SIMULATE_BUFFERS_AFTER_2000_TO_AFTER_1',
    unit: 'x',
    budget: 1.1,
    run: ({ isQuick }) => {
      const all = requests(referenceFacts(isQuick ? 100 : 2000), DRAWS);
      simulateAll(all.slice(0, 1))();
      const before = process.memoryUsage().arrayBuffers;
      simulateAll(all)();
      return process.memoryUsage().arrayBuffers / before;
    },
  },
  {
    name: 'DECIDE_WITH_ITS_SIMULATION_TO_THE_SIMULATION_ALONE',
    unit: 'x',
    budget: 1.5,
    run: async ({ isQuick }) => {
      const facts = referenceFacts(isQuick ? 50 : 300);
      const context = referenceContext(DRAWS);
      const all = requests(facts, DRAWS);
      const [whole, alone]: [number[], number[]] = [[], []];
      for (let round = 0; round < 5; round += 1) {
        whole.push(await timed(() => facts.map((one) => evaluate(one, context))));
        alone.push(await timed(simulateAll(all)));
      }
      return median(whole) / median(alone);
    },
  },
];
