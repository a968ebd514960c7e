import { asReadDb, getRows, type WriteDb } from '#db/handles.ts';
import { openPortfolioFile } from '#db/open.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { type FileCheck, verifyFile } from '#db/verify.ts';

/** A history entry whose command had returned: it must never be gone again. */
export interface Entry {
  readonly seq: number;
  readonly hash: string;
}

export type Survival =
  | {
      readonly isOpen: true;
      /** Acknowledged entries that are no longer there, or no longer the same. */
      readonly lost: number;
      /** The whole history that is there now. */
      readonly entries: readonly Entry[];
      /** Entries nobody acknowledged: the command that was under way, when its answer was cut off. */
      readonly unacknowledged: number;
      /** What a full check says; empty when pages, keys, chain and state are all good. */
      readonly faults: string;
      /** Milliseconds until the file was open; the full check follows, as it does in the application. */
      readonly reopenMs: number;
    }
  | { readonly isOpen: false; readonly why: string };

/**
 * Opens a portfolio as the application does, checks all of it, and looks for what had been acknowledged.
 * @param check the full check, or one that knows what it said of the same content before
 */
export function surviving(
  path: string,
  acknowledged: readonly Entry[],
  check: (db: WriteDb) => FileCheck = verifyFile,
): Survival {
  const start = performance.now();
  let file: ReturnType<typeof openPortfolioFile>;
  try {
    file = openPortfolioFile(path);
  } catch (error) {
    return { isOpen: false, why: String(error) };
  }
  const reopenMs = performance.now() - start;
  try {
    const { isGood, ...found } = check(file.db);
    const entries = getRows<Entry>(file.db, 'SELECT seq, hash FROM history');
    const hashes = new Map(entries.map(({ seq, hash }) => [seq, hash]));
    const lost = acknowledged.filter(({ seq, hash }) => hashes.get(seq) !== hash).length;
    const unacknowledged = entries.length - (acknowledged.length - lost);
    const faults = isGood ? '' : JSON.stringify(found).slice(0, 2000);
    return { isOpen: true, lost, entries, unacknowledged, faults, reopenMs };
  } catch (error) {
    return { isOpen: false, why: `the check broke off: ${String(error)}` };
  } finally {
    file.close();
  }
}

/** The history of a portfolio as it lies there: looking at it neither upgrades nor changes it. */
export function entriesAsTheyLie(path: string): Entry[] {
  const raw = new (loadSqlite())(path, { readonly: true, fileMustExist: true });
  try {
    return getRows<Entry>(asReadDb(raw), 'SELECT seq, hash FROM history ORDER BY seq');
  } finally {
    raw.close();
  }
}
