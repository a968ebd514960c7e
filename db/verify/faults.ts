import type { FileFault } from '#shared/api/schemas/file.ts';
import { ROW_NOUNS } from '../compare/row-nouns.ts';
import { getRow, prepared, type ReadDb } from '../handles.ts';
import { TABLES, type TableName } from '../tables.ts';
import type { ChainBreak } from './history-walk.ts';
import type { StateDifference } from './state.ts';

/** What the checks found, before it is put into words. */
export interface Findings {
  readonly integrity: readonly string[];
  readonly foreignKeys: readonly { readonly table: string; readonly parent: string }[];
  readonly chain:
    | { readonly isIntact: true }
    | { readonly isIntact: false; readonly seq: number; readonly reason: ChainBreak };
  readonly state: readonly StateDifference[];
  readonly isStateReadWhole: boolean;
}

/** Faults of one kind beyond these are counted, not listed. */
const LISTED = 10;

/**
 * What is wrong with a file, in words: where, and what to do. Empty when nothing is. Never throws because of what the
 * file holds: a name that cannot be looked up is left out.
 */
export function faultsInWords(db: ReadDb, findings: Findings): FileFault[] {
  const { chain } = findings;
  return [
    ...(chain.isIntact ? [] : [chainFault(chain)]),
    ...listed(
      findings.state,
      'content',
      'rows',
      (difference) => contentFault(db, difference),
      contentAdvice(chain.isIntact),
    ),
    ...(findings.isStateReadWhole ? [] : [UNREADABLE_TABLES]),
    ...listed(findings.foreignKeys, 'foreign_keys', 'rows', foreignKeyFault, ''),
    ...listed(findings.integrity, 'pages', 'findings', pageFault, ''),
  ];
}

const UNREADABLE_TABLES: FileFault = {
  kind: 'pages',
  text: 'A table cannot be read to its end, so not every row was compared with the history. Restore a backup, or the tables from the history.',
  seq: null,
};

function listed<T>(
  all: readonly T[],
  kind: FileFault['kind'],
  noun: string,
  inWords: (one: T) => { readonly text: string; readonly seq: number | null },
  advice: string,
): FileFault[] {
  const faults: FileFault[] = all.slice(0, LISTED).map((one) => ({ kind, ...inWords(one) }));
  const more = all.length - faults.length;
  if (more > 0) faults.push({ kind, text: `${more} more ${noun} of this kind.`, seq: null });
  const [first, ...others] = faults;
  if (!first || advice === '') return faults;
  return [{ ...first, text: `${first.text} ${advice}` }, ...others];
}

function chainFault({ seq, reason }: { readonly seq: number; readonly reason: ChainBreak }): FileFault {
  const trusted =
    seq === 1
      ? 'No entry before it can vouch for the rest: restore a backup.'
      : `Entries 1 to ${seq - 1} are as they were written. Restore a backup, or the portfolio as of entry ${seq - 1}.`;
  return { kind: 'chain', text: `${CHAIN_TEXTS[reason](seq)} ${trusted}`, seq };
}

const CHAIN_TEXTS: Readonly<Record<ChainBreak, (seq: number) => string>> = {
  number: (seq) => `Entry ${seq} of the history is missing, or entries were added out of turn there.`,
  previous_hash: (seq) =>
    `Entry ${seq} of the history does not follow entry ${seq - 1}: one of them was put in or exchanged.`,
  hash: (seq) => `Entry ${seq} of the history was changed after it was written.`,
  changes: (seq) => `The changes of entry ${seq} of the history were tampered with or are damaged.`,
  unreadable: (seq) => `The history cannot be read from entry ${seq} on.`,
};

function contentAdvice(isChainIntact: boolean): string {
  return isChainIntact
    ? 'The history is whole: restoring the tables from it loses nothing that was entered in Pilotage.'
    : '';
}

function contentFault(db: ReadDb, difference: StateDifference): { text: string; seq: number | null } {
  const { table, key, kind } = difference;
  const origin = originOf(db, table, key);
  const ofInitiative = origin.initiative === null ? '' : ` of “${short(origin.initiative)}”`;
  const name = ownName(difference) ?? keyText(key, origin.initiative !== null);
  const row = `${capital(rowNoun(table))}${name}${ofInitiative}`;
  const left = origin.seq === null ? 'the history' : `entry ${origin.seq} of the history`;
  const text = {
    missing: `${row} is gone, though ${left} left it there.`,
    extra: `${row} is in the file, though ${origin.seq === null ? 'no entry of the history made it' : `${left} removed it`}.`,
    differs: `${row} is not as ${left} left it${whatDiffers(difference)}.`,
  }[kind];
  return { text, seq: origin.seq };
}

/** What a row is to the person; a damaged or foreign history can name tables there are not. */
function rowNoun(table: string): string {
  return Object.hasOwn(ROW_NOUNS, table) ? ROW_NOUNS[table as TableName][0] : `row of “${short(table)}”`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The last entry that wrote a row, and the name of the initiative it is a part of. */
function originOf(db: ReadDb, table: string, key: string): { seq: number | null; initiative: string | null } {
  try {
    const last = getRow<{ seq: number; initiative: string | null }>(
      db,
      `SELECT seq, initiative_id AS initiative FROM history_change NOT INDEXED
       WHERE table_name = ? AND row_key = ? ORDER BY seq DESC LIMIT 1`,
      table,
      key,
    );
    if (!last) return { seq: null, initiative: null };
    const { seq, initiative } = last;
    const isPart = table !== 'initiative' && initiative !== null;
    return { seq, initiative: isPart ? nameOf(db, initiative) : null };
  } catch {
    return { seq: null, initiative: null };
  }
}

function nameOf(db: ReadDb, id: string): string | null {
  const row = prepared(db, 'SELECT name FROM initiative WHERE id = ?').get(id);
  const name = (row as { name: unknown } | undefined)?.name;
  return typeof name === 'string' ? name : null;
}

/** The name by which the person knows a row with an id: as the history has it, else as the file does. */
function ownName({ key, expected, found }: StateDifference): string | null {
  const { id } = fields(key);
  const { name } = fields(expected ?? found);
  return typeof id === 'string' && typeof name === 'string' && name !== '' ? ` “${short(name)}”` : null;
}

/** A key as a person can look it up: its values, month numbers as months; without the initiative where it is named. */
function keyText(key: string, isInitiativeNamed: boolean): string {
  const parts = Object.entries(fields(key))
    .filter(([column]) => column !== 'initiative_id' || !isInitiativeNamed)
    .map(([column, value]) => valueText(column, value));
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function whatDiffers({ table, expected, found }: StateDifference): string {
  const [before, after] = [fields(expected), fields(found)];
  const known: Readonly<Record<string, unknown>> = Object.hasOwn(TABLES, table)
    ? TABLES[table as TableName].columns
    : {};
  const parts = Object.keys(known)
    .filter((column) => before[column] !== after[column])
    .slice(0, 3)
    .map(
      (column) =>
        `${column.replaceAll('_', ' ')} is ${valueText(column, after[column])} instead of ${valueText(column, before[column])}`,
    );
  return parts.length === 0 ? '' : `: ${parts.join('; ')}`;
}

function fields(json: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(json ?? '{}');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function valueText(column: string, value: unknown): string {
  if (value === null || value === undefined) return 'empty';
  if (typeof value === 'number' && column === 'month') {
    const month = `${(value % 12) + 1}`.padStart(2, '0');
    return `${Math.floor(value / 12)}-${month}`;
  }
  return typeof value === 'string' ? `“${short(value)}”` : short(JSON.stringify(value));
}

const LONGEST_SHOWN = 60;
const short = (text: string): string =>
  (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text).toWellFormed();

function foreignKeyFault({ table, parent }: { readonly table: string; readonly parent: string }) {
  return {
    text: `A row of the kind “${rowNoun(table)}” names a row of the kind “${rowNoun(parent)}” that is not there.`,
    seq: null,
  };
}

function pageFault(line: string) {
  return { text: `SQLite's check of the file says: ${line.slice(0, 300)}.`, seq: null };
}
