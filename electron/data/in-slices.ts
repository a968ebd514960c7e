import { setImmediate as nextTurn } from 'node:timers/promises';

/** Longest run without a pause: other calls wait no longer than this. */
const SLICE_MS = 25;

/**
 * Runs work that is given in small steps, with a pause after each slice of time, so that the data service goes on
 * answering. `onPause` hears the share done before each pause.
 */
export async function inSlices<T>(
  steps: Generator<number, T, void>,
  onPause: (share: number) => void,
): Promise<T> {
  let pauseAt = performance.now() + SLICE_MS;
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (performance.now() < pauseAt) continue;
    onPause(step.value);
    await nextTurn();
    pauseAt = performance.now() + SLICE_MS;
  }
}
