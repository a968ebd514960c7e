import { AppError } from '#shared/api/errors.ts';
import type { Evaluated } from './evaluation.ts';
import type { View } from './portfolio-at.ts';

/** A screen waits this long for simulations before it shows "computing": short ones never flicker. */
const SCREEN_PATIENCE_MS = 400;

/** Every initiative with its verdict, by id; figures whose simulation is running read "computing". */
export function evaluated(view: View): ReadonlyMap<string, Evaluated> {
  return view.evaluation.all(view.asOf);
}

/**
 * The portfolio after its simulations have come in, or after a short wait. An export waits for all of them, those
 * included that a change begins meanwhile: a printed figure must not read "computing".
 * @throws AppError for an export: `cancelled` when the portfolio is closed before all figures are there,
 * `unavailable` when one cannot be computed
 */
export async function settledPortfolio(
  view: View,
  wait: 'screen' | 'export',
): Promise<ReadonlyMap<string, Evaluated>> {
  const { simulations } = view;
  let all = evaluated(view);
  if (wait === 'screen') {
    if (simulations.pending() === 0) return all;
    await simulations.settled(SCREEN_PATIENCE_MS);
    return evaluated(view);
  }
  while (simulations.pending() > 0) {
    await simulations.settled(Number.POSITIVE_INFINITY);
    if (simulations.isClosed()) {
      throw new AppError(
        'cancelled',
        'The portfolio was closed while figures were still being computed. Nothing was exported.',
      );
    }
    all = evaluated(view);
  }
  refuseUncomputed(all);
  return all;
}

/** What is still computing when nothing runs any more is a simulation that failed; the log says why. */
function refuseUncomputed(all: ReadonlyMap<string, Evaluated>): void {
  const failed = [...all.values()].find(({ result }) => result.value.status === 'computing');
  if (failed) {
    throw new AppError(
      'unavailable',
      `The forecast of “${failed.facts.initiative.name}” could not be computed, so nothing was exported. Close Pilotage and open it again, then export.`,
    );
  }
}

/** @throws AppError `not_found` when no initiative has the id (deleted meanwhile, or not there yet on a past day). */
export async function evaluatedInitiative(view: View, id: string): Promise<Evaluated> {
  const found = (await settledPortfolio(view, 'screen')).get(id);
  if (found) return found;
  throw new AppError(
    'not_found',
    view.isPast
      ? `This initiative was not in the portfolio on ${view.asOf}.`
      : 'This initiative is no longer in the portfolio.',
  );
}
