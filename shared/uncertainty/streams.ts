import { seedWords } from './stream-seed.ts';
import { Xoshiro128 } from './xoshiro.ts';

/** One reproducible sequence of uniform numbers in (0, 1). */
export interface Stream {
  /** The next uniform number. */
  nextUniform(): number;
  /** Passes over the next `count` numbers. */
  skip(count: number): void;
  /** Writes the next numbers into `out`, `count` of them from place `from` on (default: all of it). */
  fill(out: Float64Array, from?: number, count?: number): void;
}

/**
 * Opens the stream of one variable from its start.
 *
 * Every variable has a stream of its own, named by the seed, its owner (an initiative's id, 'factor' or 'asset')
 * and its own id. So an added initiative or driver changes nobody else's draws, scenarios share the same random
 * numbers, and a stored review replays to the last bit. Draws 10,001 to 100,000 are the same stream read on.
 *
 * The state is hashed from the text `seed|owner|variable`. Ids never contain '|', so two different names with
 * the same text would need a '|' in the seed; the owner and the variable are the last two parts of the text, and
 * hence still told apart. Throws RangeError for an owner or variable with '|'.
 */
export function openStream(seed: string, owner: string, variable: string): Stream {
  if (owner.includes('|') || variable.includes('|')) {
    throw new RangeError(
      `A random stream cannot be named '${owner}' and '${variable}': the sign | separates names.`,
    );
  }
  return new Xoshiro128(seedWords(`${seed}|${owner}|${variable}`));
}
