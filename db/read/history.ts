import type { HistoryEntry } from '#shared/api/schemas/views.ts';
import type { Instant } from '#shared/domain/units.ts';
import { type HistoryKind, tablesOfKind } from '#shared/history/table-words.ts';
import { GENESIS_HASH } from '../chain.ts';
import { getRow, getRows, type ReadDb } from '../handles.ts';

export interface AuditHead {
  readonly seq: number;
  readonly hash: string;
}

/** The last history entry: what a printed report quotes. `seq` 0 stands for an empty history. */
export function readAuditHead(db: ReadDb): AuditHead {
  const head = getRow<AuditHead>(db, 'SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1');
  return head ?? { seq: 0, hash: GENESIS_HASH };
}

export interface HistoryQuery {
  /** Only entries that changed this initiative or anything that belongs to it. */
  readonly initiativeId?: string | undefined;
  /** Only entries of one initiative that are about this. */
  readonly kind?: HistoryKind | undefined;
  /** Only entries older than this number: the last `seq` of the page before. */
  readonly before?: number | undefined;
  readonly limit: number;
}

interface HistoryRow {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly command: string;
  readonly label: string;
  readonly undoes: number | null;
  readonly hash: string;
}

const COLUMNS = 'seq, at, actor, command, label, undoes, hash';

/** SQL of a page of the whole history; exported for the query-plan test. */
export const HISTORY_PAGE = `SELECT ${COLUMNS} FROM history WHERE seq < ? ORDER BY seq DESC LIMIT ?`;
/** SQL of a page of one initiative's history. */
export const INITIATIVE_HISTORY_PAGE = `SELECT ${COLUMNS} FROM history WHERE seq IN (
  SELECT DISTINCT seq FROM history_change WHERE initiative_id = ? AND seq < ? ORDER BY seq DESC LIMIT ?
) ORDER BY seq DESC`;

/** SQL of a page of one initiative's history about certain tables, a JSON array of their names. */
export const KIND_HISTORY_PAGE = `SELECT ${COLUMNS} FROM history WHERE seq IN (
  SELECT DISTINCT seq FROM history_change WHERE initiative_id = ? AND seq < ?
    AND table_name IN (SELECT value FROM json_each(?)) ORDER BY seq DESC LIMIT ?
) ORDER BY seq DESC`;

/** A page of the history, newest first. */
export function readHistory(db: ReadDb, query: HistoryQuery): HistoryEntry[] {
  return pageOf(db, query).map((row) => ({ ...row, at: row.at as Instant, isUndone: isUndone(db, row.seq) }));
}

function pageOf(db: ReadDb, { initiativeId, kind, before = Number.MAX_SAFE_INTEGER, limit }: HistoryQuery) {
  if (initiativeId === undefined) return getRows<HistoryRow>(db, HISTORY_PAGE, before, limit);
  if (kind === undefined)
    return getRows<HistoryRow>(db, INITIATIVE_HISTORY_PAGE, initiativeId, before, limit);
  const tables = JSON.stringify(tablesOfKind(kind));
  return getRows<HistoryRow>(db, KIND_HISTORY_PAGE, initiativeId, before, tables, limit);
}

/**
 * True when an entry is not in effect: it was taken back, and the taking back was not itself taken back.
 * An entry can be taken back once only, so this is the parity of a chain.
 */
export function isUndone(db: ReadDb, seq: number): boolean {
  let result = false;
  let current = seq;
  for (;;) {
    const next = getRow<{ seq: number }>(db, 'SELECT seq FROM history WHERE undoes = ?', current);
    if (!next) return result;
    result = !result;
    current = next.seq;
  }
}

/** One index seek an initiative, whatever the length of the history; exported for the query-plan test. */
export const LAST_CHANGED = `SELECT initiative.id AS id, history.at AS at FROM initiative JOIN history ON history.seq = (
  SELECT max(seq) FROM history_change WHERE history_change.initiative_id = initiative.id
)`;

/**
 * When each initiative was last changed, itself or anything that belongs to it; with `id` for that one only.
 * Every initiative there is has an entry, because creating it was a change.
 */
export function readLastChanged(db: ReadDb, id?: string): Map<string, Instant> {
  const rows =
    id === undefined
      ? getRows<{ id: string; at: string }>(db, LAST_CHANGED)
      : getRows<{ id: string; at: string }>(db, `${LAST_CHANGED} WHERE initiative.id = ?`, id);
  return new Map(rows.map((row) => [row.id, row.at as Instant]));
}

/**
 * The initiatives a history entry changed, or null when there are more than `most` of them or when the entry
 * changed something that belongs to the whole portfolio.
 */
export function readTouchedInitiatives(db: ReadDb, seq: number, most: number): string[] | null {
  const rows = getRows<{ id: string | null }>(
    db,
    'SELECT DISTINCT initiative_id AS id FROM history_change WHERE seq = ? LIMIT ?',
    seq,
    most + 1,
  );
  if (rows.length > most) return null;
  const ids: string[] = [];
  for (const { id } of rows) {
    if (id === null) return null;
    ids.push(id);
  }
  return ids;
}
