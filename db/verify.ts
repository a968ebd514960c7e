import type { FileFault, HeldHead } from '#shared/api/schemas/file.ts';
import { APPLICATION_ID } from './file-header.ts';
import { getRow, getRows, type ReadDb } from './handles.ts';
import { SCHEMA_VERSION } from './migrations/index.ts';
import type { AuditHead } from './read/history.ts';
import { SCHEMA_HASHES, schemaHash } from './schema-check.ts';
import { faultsInWords } from './verify/faults.ts';
import { checkHeads } from './verify/heads.ts';
import { type ChainCheck, walkHistory } from './verify/history-walk.ts';
import { compareState, rowImages, type StateDifference } from './verify/state.ts';

export { checkHeads } from './verify/heads.ts';
export type { ChainBreak, ChainCheck } from './verify/history-walk.ts';
export type { StateDifference } from './verify/state.ts';

/**
 * Recomputes the hash chain of the whole history and names the first entry that does not fit.
 * It proves that the entries are as they were when the head was last seen elsewhere, nothing about who acted;
 * whoever holds the file can write a new chain. See docs/file-format.md.
 * @param after an entry to begin behind, vouched for by another file
 */
export function verifyChain(db: ReadDb, after?: AuditHead): ChainCheck {
  return walkHistory(db, {}, { stopsAtBreak: true, ...(after && { after }) }).chain;
}

/**
 * The last entry up to which the history is whole and fits; `seq` 0 when not even its first entry does.
 * @param after as for {@link verifyChain}: the answer is at least that one
 */
export function lastSoundEntry(db: ReadDb, after?: AuditHead): AuditHead {
  return walkHistory(db, {}, { stopsAtBreak: true, ...(after && { after }) }).sound;
}

/**
 * Rebuilds every row from the after-images of the history and compares it with the tables: finds what no
 * integrity check of SQLite sees, such as one flipped bit in an amount. Empty when all is well; at most a thousand.
 */
export function verifyState(db: ReadDb): readonly StateDifference[] {
  const images = rowImages();
  walkHistory(db, { change: images.apply });
  return compareState(db, images).differences;
}

export interface FileCheck {
  readonly chain: ChainCheck;
  /** Rows that are not as the history left them, a thousand at most. */
  readonly state: readonly StateDifference[];
  /** What SQLite's integrity_check says; empty when it says ok. */
  readonly integrity: readonly string[];
  /** Rows whose parent is missing, a hundred at most. */
  readonly foreignKeys: readonly { readonly table: string; readonly parent: string }[];
  /** The last entry up to which the history fits: of a good file the latest one. */
  readonly head: AuditHead;
  /** Digest of all tables (`contentDigest`); empty when they cannot be read. */
  readonly digest: string;
  /** All of it in words; empty when the file is good. */
  readonly faults: readonly FileFault[];
  readonly isGood: boolean;
}

const MOST_ORPHANS = 100;

/**
 * Every check of a file: marks and schema, pages, foreign keys, hash chain, the tables against the history, and the
 * history against heads held elsewhere. Never throws because of what the file holds. History and tables are each read
 * once; the images of all rows are in memory meanwhile.
 */
export function verifyFile(db: ReadDb, held: readonly HeldHead[] = []): FileCheck {
  // Asked first: tables of another make could be views that never end.
  const marks = tried(() => checkMarks(db));
  if (marks.length > 0) return unreadableFile(marks);
  const integrity = tried(() => checkPages(db));
  const orphans: { table: string; parent: string }[] = [];
  const keyErrors = tried(() => {
    orphans.push(...readOrphans(db));
    return [];
  });
  const images = rowImages();
  const { chain, sound, isReadWhole } = walkHistory(db, { change: images.apply });
  // Against a part of the history every later row would seem changed.
  const state = isReadWhole ? compareState(db, images) : { differences: [], digest: '', isReadWhole: true };
  const pages = [...integrity, ...keyErrors];
  const headFaults: FileFault[] = [];
  const headErrors = tried(() => {
    headFaults.push(...checkHeads(db, held));
    return [];
  });
  const findings = {
    integrity: [...pages, ...headErrors],
    foreignKeys: orphans,
    chain,
    state: state.differences,
    isStateReadWhole: state.isReadWhole,
  };
  const faults = [...faultsInWords(db, findings), ...headFaults];
  return {
    chain,
    state: state.differences,
    integrity: findings.integrity,
    foreignKeys: orphans,
    head: sound,
    digest: state.digest,
    faults,
    isGood: faults.length === 0,
  };
}

/** The findings of a check; an error that the file causes is one of them. */
function tried(check: () => readonly string[]): readonly string[] {
  try {
    return check();
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

/** A flipped bit in the header or the schema leaves every row as it is, and yet the file would not open any more. */
function checkMarks(db: ReadDb): string[] {
  const marks = getRow<{ id: number; version: number }>(
    db,
    'SELECT application_id AS id, user_version AS version FROM pragma_application_id, pragma_user_version',
  );
  if (marks?.id !== APPLICATION_ID) return ['the mark of a Pilotage portfolio is not there'];
  if (marks.version !== SCHEMA_VERSION)
    return [`the file format is ${marks.version}, and ${SCHEMA_VERSION} was to be checked`];
  if (schemaHash(db) !== SCHEMA_HASHES[SCHEMA_VERSION]) return ['the tables are not the ones Pilotage makes'];
  return [];
}

function checkPages(db: ReadDb): string[] {
  return getRows<{ integrity_check: string }>(db, 'PRAGMA integrity_check')
    .map((row) => row.integrity_check)
    .filter((line) => line !== 'ok');
}

function readOrphans(db: ReadDb): { table: string; parent: string }[] {
  return getRows(db, `SELECT "table", parent FROM pragma_foreign_key_check LIMIT ${MOST_ORPHANS}`);
}

/** Nothing can be said about the history and the rows of such a file. */
function unreadableFile(integrity: readonly string[]): FileCheck {
  return {
    chain: { isIntact: false, seq: 1, reason: 'unreadable' },
    state: [],
    integrity,
    foreignKeys: [],
    head: { seq: 0, hash: '0'.repeat(64) },
    digest: '',
    faults: integrity.map((line) => ({
      kind: 'pages' as const,
      text: `The file cannot be checked: ${line}. Restore a backup.`,
      seq: null,
    })),
    isGood: false,
  };
}
