import { readReviewSnapshot } from '#db/read/engine-inputs.ts';
import type { Handlers } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { ComputeCancelled } from '../../compute/compute-pool.ts';
import type { DataContext } from '../context.ts';
import { viewAt } from '../portfolio-at.ts';
import { evaluatedInitiative } from '../settled.ts';

/** What a verdict rests on and what would change it; worked out in a worker, the newest question first. */
export const explainHandlers = {
  explainInitiative: async (context, { id, asOf }) => {
    const input = await viewAt(context, asOf, async (view) => {
      const { facts } = await evaluatedInitiative(view, id);
      const engine = view.evaluation.context(view.asOf);
      // The worker needs the memory of this initiative alone, not that of 2,000 others.
      const own = engine.memory.get(id);
      return {
        facts,
        context: { ...engine, memory: new Map(own === undefined ? [] : [[id, own]]) },
        previous: readReviewSnapshot(view.db, id),
      };
    });
    try {
      return await context.compute.run({ kind: 'explain', input }, context.explaining.begin());
    } catch (error) {
      if (!(error instanceof ComputeCancelled)) throw error;
      throw new AppError('cancelled', 'The explanation was not finished: another one was asked for.');
    }
  },
} satisfies Handlers<'explainInitiative', DataContext>;
