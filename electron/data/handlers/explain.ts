import { readReviewSnapshot } from '#db/read/engine-inputs.ts';
import type { Handlers } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { ComputeCancelled } from '../../compute/compute-pool.ts';
import type { DataContext } from '../context.ts';
import { STOPPED } from '../latest-only.ts';
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
    const signal = context.explaining.begin();
    try {
      return await context.compute.run({ kind: 'explain', input }, signal);
    } catch (error) {
      if (!(error instanceof ComputeCancelled)) throw error;
      throw new AppError(
        'cancelled',
        signal.reason === STOPPED
          ? 'The explanation was stopped before it was finished.'
          : 'The explanation was not finished: another one was asked for.',
      );
    }
  },
  stopExplaining: (context) => {
    context.explaining.stop();
    return {};
  },
  retrySimulations: (context) => {
    context.simulations.retry();
    return {};
  },
} satisfies Handlers<'explainInitiative' | 'stopExplaining' | 'retrySimulations', DataContext>;
