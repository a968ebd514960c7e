import type { InitiativeDifference, RestorePreview } from '#shared/api/schemas/file.ts';
import { getRow, getRows, prepared, type ReadDb } from '../handles.ts';
import { readAuditHead } from '../read/history.ts';
import { specOf } from '../tables.ts';
import { addToTally, emptyTally, type Tally, tallyWords } from './difference-words.ts';
import { type DifferingRow, differingRows } from './differing-rows.ts';

/** What a restore would change; the part of a preview that two portfolios alone tell. */
export type PortfolioComparison = Pick<
  RestorePreview,
  'present' | 'stepsLost' | 'initiatives' | 'portfolioRows'
> & { readonly restored: { readonly seq: number; readonly initiatives: number } };

const MOST_STEPS_NAMED = 5;

/**
 * Compares the portfolio as it is with what would take its place, both of the present schema: initiative by initiative,
 * row by row, and which steps of the history would be gone. `present` is null when it cannot be read; then there is
 * nothing to compare with, and only the other is described.
 */
export function comparePortfolios(present: ReadDb | null, restored: ReadDb): PortfolioComparison {
  const after = { seq: readAuditHead(restored).seq, initiatives: namesOf(restored).size };
  if (!present) {
    const stepsLost = { count: 0, latest: [] };
    return { present: null, restored: after, stepsLost, initiatives: [], portfolioRows: 0 };
  }
  const { tallies, portfolioRows } = tallyRows(present, restored);
  const head = readAuditHead(present).seq;
  return {
    present: { seq: head, initiatives: namesOf(present).size },
    restored: after,
    stepsLost: stepsBeyond(present, commonSeq(present, restored), head),
    initiatives: differencesOf(tallies, namesOf(present), namesOf(restored)),
    portfolioRows,
  };
}

function namesOf(db: ReadDb): Map<string, string> {
  const rows = getRows<{ id: string; name: string }>(db, 'SELECT id, name FROM initiative');
  return new Map(rows.map(({ id, name }) => [id, name]));
}

function tallyRows(present: ReadDb, restored: ReadDb) {
  const tallies = new Map<string, Tally>();
  let portfolioRows = 0;
  for (const difference of differingRows(present, restored)) {
    const id = initiativeOf(difference, difference.kind === 'added' ? restored : present);
    if (id === null) {
      portfolioRows += 1;
      continue;
    }
    const tally = tallies.get(id) ?? emptyTally();
    tallies.set(id, tally);
    addToTally(tally, difference);
  }
  return { tallies, portfolioRows };
}

function initiativeOf({ table, row }: DifferingRow, db: ReadDb): string | null {
  const source = specOf(table).initiative;
  if (source === null) return null;
  if (typeof source === 'string') return String(row[source]);
  const sql = `SELECT initiative_id AS id FROM ${source.parent} WHERE id = ?`;
  const parent = prepared(db, sql).get(row[source.by] ?? null) as { id: string } | undefined;
  return parent?.id ?? null;
}

const ORDER: Readonly<Record<InitiativeDifference['kind'], number>> = {
  goes_away: 0,
  comes_back: 1,
  changes: 2,
};

function differencesOf(
  tallies: ReadonlyMap<string, Tally>,
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): InitiativeDifference[] {
  const differences = Array.from(tallies, ([id, tally]): InitiativeDifference => {
    const kind = !after.has(id) ? 'goes_away' : !before.has(id) ? 'comes_back' : 'changes';
    const name = before.get(id) ?? after.get(id) ?? '';
    return { id, name, kind, rows: tally.rows, what: tallyWords(tally) };
  });
  return differences.sort(
    (a, b) => ORDER[a.kind] - ORDER[b.kind] || compareTexts(a.name, b.name) || compareTexts(a.id, b.id),
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * The last entry both histories have; 0 when they share none. Each hash covers all entries before it, so histories that
 * agree at an entry agree up to it, and the last such entry is found by halving.
 */
function commonSeq(first: ReadDb, second: ReadDb): number {
  let [common, apart] = [0, Math.min(readAuditHead(first).seq, readAuditHead(second).seq) + 1];
  while (apart - common > 1) {
    const middle = Math.floor((common + apart) / 2);
    const hash = hashAt(first, middle);
    if (hash !== undefined && hash === hashAt(second, middle)) common = middle;
    else apart = middle;
  }
  return common;
}

function hashAt(db: ReadDb, seq: number): string | undefined {
  return getRow<{ hash: string }>(db, 'SELECT hash FROM history WHERE seq = ?', seq)?.hash;
}

function stepsBeyond(db: ReadDb, seq: number, head: number): RestorePreview['stepsLost'] {
  const sql = 'SELECT label FROM history WHERE seq > ? ORDER BY seq DESC LIMIT ?';
  const latest = getRows<{ label: string }>(db, sql, seq, MOST_STEPS_NAMED).map(({ label }) => label);
  return { count: head - seq, latest };
}
