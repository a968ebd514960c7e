/** Work of which only the latest is wanted. */
export interface LatestOnly {
  /** Begins a piece of work; the one before it is told to stop. */
  readonly begin: () => AbortSignal;
  /** Tells the present one to stop, because a person says so. */
  readonly stop: () => void;
}

/** Why a piece of work was told to stop, where nothing newer took its place. */
export const STOPPED = 'stopped';

/** Each beginning cancels the one before: a person who has moved on waits for nothing old. */
export function latestOnly(): LatestOnly {
  let current = new AbortController();
  return {
    begin() {
      current.abort();
      current = new AbortController();
      return current.signal;
    },
    stop() {
      current.abort(STOPPED);
    },
  };
}
