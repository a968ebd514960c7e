import type { HistoryChanges } from '#shared/api/schemas/history.ts';
import { SCOPE_STAGE_NAMES, type ScopeStage } from '#shared/domain/forward-model.ts';
import type { NameOf } from '#shared/history/cells.ts';
import { changeWords } from '#shared/history/change-words.ts';
import type { HistoryRow } from '#shared/history/table-words.ts';
import { objectJson } from '../canonical-json.ts';
import { getRow, getRows, type ReadDb } from '../handles.ts';

export interface ChangesQuery {
  readonly seq: number;
  readonly initiativeId: string;
  /** From which change of the entry on; the first is 1. */
  readonly fromOrdinal?: number | undefined;
  readonly limit: number;
}

interface ChangeRow {
  readonly ordinal: number;
  readonly table: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** SQL of what an entry changed about one initiative; exported for the query-plan test. */
export const ENTRY_CHANGES = `SELECT ordinal, table_name AS "table", before, after FROM history_change
  WHERE seq = ? AND initiative_id = ? AND ordinal >= ? ORDER BY ordinal LIMIT ?`;

/**
 * What an entry of the history changed about an initiative, field by field in plain words, a page at a time. Rows are
 * called by the name they have now, or had last when they are gone.
 */
export function readHistoryChanges(
  db: ReadDb,
  query: ChangesQuery,
): Pick<HistoryChanges, 'changes' | 'nextOrdinal'> {
  const { seq, initiativeId, fromOrdinal = 1, limit } = query;
  const rows = getRows<ChangeRow>(db, ENTRY_CHANGES, seq, initiativeId, fromOrdinal, limit + 1);
  const page = rows.slice(0, limit);
  const nameOf = namesOf(db, initiativeId);
  const changes = page.flatMap(({ table, before, after }) => {
    const words = changeWords({ table, before: parsed(before), after: parsed(after) }, nameOf);
    return words === null ? [] : [{ ...words, fields: [...words.fields] }];
  });
  return { changes, nextOrdinal: rows[limit]?.ordinal ?? null };
}

function parsed(image: string | null): HistoryRow | null {
  return image === null ? null : (JSON.parse(image) as HistoryRow);
}

/** The column that names a row of a table. */
const NAME_COLUMNS: Readonly<Record<string, string>> = {
  value_line: 'name',
  driver: 'name',
  scope: 'stage',
  scope_line: 'name',
  shared_asset: 'name',
  initiative: 'name',
  tripwire: 'metric',
  review: 'name',
  scenario: 'name',
};

const GONE: Readonly<Record<string, string>> = {
  value_line: 'a line that is gone',
  driver: 'a driver that is gone',
  shared_asset: 'an asset that is gone',
  initiative: 'another initiative',
};

/** Names by id, each looked up once: among the rows there are, then in the history of the initiative. */
function namesOf(db: ReadDb, initiativeId: string): NameOf {
  const known = new Map<string, string>();
  return (table, id) => {
    const at = `${table} ${id}`;
    const name = known.get(at) ?? lookUp(db, table, id, initiativeId);
    known.set(at, name);
    return name;
  };
}

function lookUp(db: ReadDb, table: string, id: string, initiativeId: string): string {
  const column = NAME_COLUMNS[table];
  if (column === undefined) throw new Error(`rows of ${table} have no name`);
  const row =
    getRow<{ name: string }>(db, `SELECT ${column} AS name FROM ${table} WHERE id = ?`, id) ??
    getRow<{ name: string }>(db, LAST_NAME, `$.${column}`, initiativeId, table, objectJson({ id }));
  if (row === undefined) return GONE[table] ?? 'one that is gone';
  return table === 'scope' ? (SCOPE_STAGE_NAMES[row.name as ScopeStage] ?? row.name) : row.name;
}

const LAST_NAME = `SELECT json_extract(coalesce(after, before), ?) AS name FROM history_change
  WHERE initiative_id = ? AND table_name = ? AND row_key = ? ORDER BY seq DESC LIMIT 1`;
