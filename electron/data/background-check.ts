import { toApiError } from '#shared/api/errors.ts';
import { noteCheckOutcome } from './check-outcome.ts';
import type { DataContext } from './context.ts';
import type { IdleWait } from './idle-wait.ts';

export interface BackgroundCheck {
  /** Gives the check up; nothing is said then. */
  readonly stop: () => void;
  /** Resolves when it is done or given up. Never rejects. */
  readonly done: Promise<void>;
}

/** A check that found no quiet moment for so long is made all the same: milliseconds. */
const AT_MOST_MS = 60_000;

/**
 * Checks the whole file on a snapshot while the person works: after an end that was not an orderly one, after another
 * program may have had it, and once a week. It waits for a quiet moment, for it takes seconds of a large file and would
 * keep the first screen waiting. What it finds becomes a notice, and no backup is made of a file that failed: it would
 * in time replace the good ones.
 */
export function checkInBackground(context: DataContext, idle: IdleWait): BackgroundCheck {
  const stopping = new AbortController();
  const { promise: done, resolve } = Promise.withResolvers<void>();
  idle.whenIdle(() => {
    check(context, stopping.signal)
      .catch((error: unknown) => {
        // Given up because the file is being closed.
        if (toApiError(error)?.code !== 'cancelled')
          context.options.log('the check of the file failed', error);
      })
      .finally(resolve);
  }, AT_MOST_MS);
  const stop = () => {
    idle.cancel();
    stopping.abort();
    resolve();
  };
  return { stop, done };
}

async function check(context: DataContext, signal: AbortSignal): Promise<void> {
  const image = context.file.db.serialize();
  // Heads that do not fit are another matter: opening said so, and a version from elsewhere is backed up like any other.
  const { faults } = await context.fileThread.run({ kind: 'verify', image, held: [] }, signal);
  noteCheckOutcome(context, faults);
}
