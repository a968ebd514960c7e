import type { HeldHead } from '#shared/api/schemas/file.ts';
import { heldHead } from '#shared/api/schemas/file.ts';
import type { DataContext } from './context.ts';

/** Where heads of a portfolio are known outside its file. */
type HeadSources = Pick<DataContext, 'memory' | 'backups' | 'options'>;

/**
 * Every head that this machine holds outside the file: noted when the file was closed or printed, and in the names of its
 * backups. Heads of a history that a restore has left behind are not among them. A folder of backups that cannot be
 * read is logged and passed over: the check is worth having without it.
 */
export function heldHeads({ memory, backups, options }: HeadSources): HeldHead[] {
  const heads = [...memory.noted()];
  try {
    for (const { seq, hash } of backups.heads()) {
      // A name is read from a folder that others can write to.
      const head = heldHead.safeParse({ seq, hash });
      if (head.success) heads.push(head.data);
    }
  } catch (error) {
    options.log('the heads in the names of the backups could not be read', error);
  }
  return distinctHeads(heads);
}

/**
 * Each head once, in the order given: of several forms of one hash the longest stands for the others, which could only
 * say less.
 */
export function distinctHeads(heads: readonly HeldHead[]): HeldHead[] {
  const known = [...new Map(heads.map((head) => [`${head.seq} ${head.hash}`, head])).values()];
  const saysMore = (other: HeldHead, { seq, hash }: HeldHead) =>
    other.seq === seq && other.hash.length > hash.length && other.hash.startsWith(hash);
  return known.filter((head) => !known.some((other) => saysMore(other, head)));
}
