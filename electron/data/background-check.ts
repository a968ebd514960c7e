import { toApiError } from '#shared/api/errors.ts';
import { noteCheckOutcome } from './check-outcome.ts';
import type { DataContext } from './context.ts';

export interface BackgroundCheck {
  /** Gives the check up; nothing is said then. */
  readonly stop: () => void;
  /** Resolves when it is done or given up. Never rejects. */
  readonly done: Promise<void>;
}

/**
 * Checks the whole file on a snapshot while the person works: after an end that was not an orderly one, after another
 * program may have had it, and once a week. What it finds becomes a notice, and no backup is made of a file that
 * failed: it would in time replace the good ones.
 */
export function checkInBackground(context: DataContext): BackgroundCheck {
  const stopping = new AbortController();
  const done = check(context, stopping.signal).catch((error: unknown) => {
    // Given up because the file is being closed.
    if (toApiError(error)?.code !== 'cancelled') context.options.log('the check of the file failed', error);
  });
  return { stop: () => stopping.abort(), done };
}

async function check(context: DataContext, signal: AbortSignal): Promise<void> {
  const image = context.file.db.serialize();
  // Heads that do not fit are another matter: opening said so, and a version from elsewhere is backed up like any other.
  const { faults } = await context.fileThread.run({ kind: 'verify', image, held: [] }, signal);
  noteCheckOutcome(context, faults);
}
