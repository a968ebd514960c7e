import { formatNumber } from '#shared/report/format.ts';
import type { TableName } from '../tables.ts';
import type { DifferingRow } from './differing-rows.ts';
import { INITIATIVE_FIELD_NAMES, ROW_NOUNS } from './row-nouns.ts';

const MOST_PHRASES = 4;
/** More fields, or gaps, than this are counted instead of named. */
const MOST_NAMED = 2;

/** What differs in one initiative, gathered row by row. */
export interface Tally {
  rows: number;
  readonly tables: Map<TableName, number>;
  readonly fields: Set<string>;
  readonly gaps: Set<string>;
}

export function emptyTally(): Tally {
  return { rows: 0, tables: new Map(), fields: new Set(), gaps: new Set() };
}

/** Adds one row to a tally. */
export function addToTally(tally: Tally, { table, kind, row, columns }: DifferingRow): void {
  tally.rows += 1;
  if (table === 'initiative') {
    // An initiative that comes or goes is told as such; its own row is no news.
    if (kind === 'changed')
      for (const column of columns) tally.fields.add(INITIATIVE_FIELD_NAMES[column] ?? 'its details');
    return;
  }
  if (table === 'assessment') tally.gaps.add(String(row.gap));
  tally.tables.set(table, (tally.tables.get(table) ?? 0) + 1);
}

/** The tally in words, the weightiest first and at most four: "its name", "the level of the evaluation gap", "4 amounts". */
export function tallyWords(tally: Tally): string[] {
  const phrases: string[] = [];
  if (tally.fields.size > MOST_NAMED) phrases.push(`${tally.fields.size} of its fields`);
  else phrases.push(...tally.fields);
  const counts = [...tally.tables].sort(([, a], [, b]) => b - a);
  const areGapsNamed = tally.gaps.size > 0 && tally.gaps.size <= MOST_NAMED;
  if (areGapsNamed) phrases.push(...[...tally.gaps].map((gap) => `the level of the ${gap} gap`));
  const rest = areGapsNamed ? counts.filter(([table]) => table !== 'assessment') : counts;
  const room = MOST_PHRASES - phrases.length;
  const told = rest.length <= room ? rest : rest.slice(0, Math.max(0, room - 1));
  phrases.push(...told.map(([table, count]) => counted(count, ROW_NOUNS[table])));
  const untold = rest.slice(told.length).reduce((sum, [, count]) => sum + count, 0);
  if (untold > 0) phrases.push(counted(untold, ['other row', 'other rows']));
  return phrases;
}

function counted(count: number, [one, many]: readonly [string, string]): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
