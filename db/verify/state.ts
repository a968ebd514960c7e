import { contentDigest } from '../digest.ts';
import type { ReadDb } from '../handles.ts';
import type { Stored, TableName } from '../tables.ts';
import { specOf } from '../tables.ts';

export interface StateDifference {
  readonly table: string;
  /** Canonical JSON of the row's key. */
  readonly key: string;
  /** `missing`: the history has it, the table does not; `extra`: the reverse; `differs`: both, unlike. */
  readonly kind: 'missing' | 'extra' | 'differs';
  /** JSON of the row as the history left it, and as the table has it. */
  readonly expected: string | null;
  readonly found: string | null;
}

/** More of them say nothing new, and a file made to be read for ever must come to an end. */
const MOST_DIFFERENCES = 1000;

/** The rows that a history leaves behind: their images by table and key. */
export interface RowImages {
  /** Applies one change; to be called in the order of the history. */
  readonly apply: (change: {
    readonly table: string;
    readonly key: string;
    readonly after: string | null;
  }) => void;
  /** Images by key, by table. Tables this build does not know may be among them. */
  readonly byTable: Map<string, Map<string, string>>;
}

/** Nothing yet: what stands before the first entry. */
export function rowImages(): RowImages {
  const byTable = new Map<string, Map<string, string>>();
  return {
    byTable,
    apply({ table, key, after }) {
      let images = byTable.get(table);
      if (!images) {
        images = new Map();
        byTable.set(table, images);
      }
      if (after === null) images.delete(key);
      else images.set(key, after);
    },
  };
}

export interface StateCheck {
  /** The first thousand. */
  readonly differences: readonly StateDifference[];
  /** {@link contentDigest} of the tables; empty when they were not read to their end. */
  readonly digest: string;
  /** False when a table cannot be read to its end: what follows was not compared. */
  readonly isReadWhole: boolean;
}

/** Ends a comparison that has found enough. */
class Enough extends Error {}

/**
 * Compares every row of the tables with the images of the history, and digests the tables in the same go.
 * Uses the images up. Never throws because of what the file holds.
 */
export function compareState(db: ReadDb, { byTable }: RowImages): StateCheck {
  const differences: StateDifference[] = [];
  const report = (difference: StateDifference): void => {
    differences.push(difference);
    if (differences.length >= MOST_DIFFERENCES) throw new Enough();
  };
  let digest = '';
  try {
    digest = contentDigest(db, (table, row, found) => {
      const key = keyJson(table, row);
      const images = byTable.get(table);
      const expected = images?.get(key);
      images?.delete(key);
      if (expected === undefined) report({ table, key, kind: 'extra', expected: null, found });
      else if (expected !== found) report({ table, key, kind: 'differs', expected, found });
    });
  } catch (error) {
    return { differences, digest, isReadWhole: error instanceof Enough };
  }
  try {
    for (const [table, images] of byTable)
      for (const [key, expected] of images) report({ table, key, kind: 'missing', expected, found: null });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return { differences, digest, isReadWhole: true };
}

const keyParts = new Map<TableName, readonly (readonly [column: string, prefix: string])[]>();

/** The key of a row as `objectJson` writes it, with the names of the columns made ready once: it is done for every row. */
function keyJson(table: TableName, row: Readonly<Record<string, Stored>>): string {
  let parts = keyParts.get(table);
  if (!parts) {
    parts = [...specOf(table).key].sort().map((column) => [column, `${JSON.stringify(column)}:`] as const);
    keyParts.set(table, parts);
  }
  let text = '';
  for (const [column, prefix] of parts) {
    text += text === '' ? '{' : ',';
    text += prefix + JSON.stringify(row[column] ?? null);
  }
  return `${text}}`;
}
