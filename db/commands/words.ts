import { formatMonth, MONTH_NAMES } from '#shared/domain/calendar.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatNumber } from '#shared/report/format.ts';
import { getRow, type ReadDb } from '../handles.ts';

/** "March 2026". */
export function monthName(month: MonthIndex): string {
  return `${MONTH_NAMES[month % 12] ?? formatMonth(month)} ${Math.floor(month / 12)}`;
}

/** "March 2026", "January 2026 to March 2026" when they follow one another, else "5 months". */
export function monthsName(months: readonly MonthIndex[]): string {
  const sorted = [...new Set(months)].sort((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return 'no month';
  if (sorted.length === 1) return monthName(first);
  if (last - first === sorted.length - 1) return `${monthName(first)} to ${monthName(last)}`;
  return `${sorted.length} months`;
}

/** Names in labels are cut: a label is a line in a menu, not the name's home. */
export function shortName(name: string): string {
  const line = name.replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${line.slice(0, 79).toWellFormed()}…`;
}

/** "1 month", "3 months", "2,133 initiatives". */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

/** "“A”", "“A” and “B”", "“A”, “B” and 3 others": names in a message, short and few. */
export function quotedNames(names: readonly string[]): string {
  const quoted = names.map((name) => `“${shortName(name)}”`);
  const [first = '', second = ''] = quoted;
  if (quoted.length <= 1) return first;
  if (quoted.length === 2) return `${first} and ${second}`;
  return `${first}, ${second} and ${counted(quoted.length - 2, 'other')}`;
}

type Owned =
  | 'assessment'
  | 'value_line'
  | 'tripwire'
  | 'incident'
  | 'driver'
  | 'scope'
  | 'decision_condition';
type Named =
  | 'value_line'
  | 'tripwire'
  | 'driver'
  | 'scope_line'
  | 'shared_asset'
  | 'decision_condition'
  | 'saved_view';

/** The column that names a row, where it is not `name`. */
const NAME_COLUMNS: Partial<Record<Named, string>> = { tripwire: 'metric', decision_condition: 'what' };

/** The short name of an initiative; of one that is not there, "an initiative" (the command itself will refuse). */
export function initiativeName(db: ReadDb, id: string): string {
  const row = getRow<{ name: string }>(db, 'SELECT name FROM initiative WHERE id = ?', id);
  return row ? shortName(row.name) : 'an initiative';
}

/** The short name of the initiative that a row belongs to. */
export function ownerName(db: ReadDb, table: Owned, id: string): string {
  const row = getRow<{ owner: string }>(db, `SELECT initiative_id AS owner FROM ${table} WHERE id = ?`, id);
  return row ? initiativeName(db, row.owner) : 'an initiative';
}

/** The short name of a row that has one; empty when it is not there. */
export function rowName(db: ReadDb, table: Named, id: string): string {
  const column = NAME_COLUMNS[table] ?? 'name';
  const row = getRow<{ name: string }>(db, `SELECT ${column} AS name FROM ${table} WHERE id = ?`, id);
  return shortName(row?.name ?? '');
}
