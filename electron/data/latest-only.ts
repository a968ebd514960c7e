/** Work of which only the latest is wanted. */
export interface LatestOnly {
  /** Begins a piece of work; the one before it is told to stop. */
  readonly begin: () => AbortSignal;
}

/** Each beginning cancels the one before: a person who has moved on waits for nothing old. */
export function latestOnly(): LatestOnly {
  let current = new AbortController();
  return {
    begin() {
      current.abort();
      current = new AbortController();
      return current.signal;
    },
  };
}
