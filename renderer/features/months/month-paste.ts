import type { MonthInitiative, MonthLine } from '#shared/api/schemas/bulk.ts';
import type { Block, BlockCell } from '#shared/clipboard/block.ts';
import { readAmounts } from '#shared/clipboard/read-amounts.ts';
import type { MinorUnits } from '#shared/domain/units.ts';
import { textKey } from '#shared/intake/text-key.ts';
import { amountText } from '#shared/report/parse-amount.ts';
import { copiedAmount } from '../../components/money-words.ts';
import type { SheetRow } from './month-model.ts';

/** Amounts by line, or why the block as a whole is refused; then nothing is changed. */
export type MonthPaste =
  | { readonly ok: true; readonly amounts: ReadonlyMap<string, MinorUnits | null> }
  | { readonly ok: false; readonly problems: readonly string[] };

const refuse = (...problems: readonly string[]): MonthPaste => ({ ok: false, problems });

/** What the headings of a block with names may be called. */
const HEADINGS: Readonly<Record<'initiative' | 'line' | 'amount', readonly string[]>> = {
  initiative: ['initiative', 'initiative name', 'agent', 'project', 'use case'],
  line: ['line', 'cost or outcome', 'line name', 'item'],
  amount: ['amount', 'actual', 'value', 'measured'],
};

/**
 * Reads a pasted block into a month. One column is amounts, laid over the lines from `start` down in the order shown.
 * Three columns are initiative, line and amount; more columns need headings that say which is which. A blank initiative
 * is the one above. Names are compared without regard to case and spaces. All or nothing: whatever does not match, fit,
 * parse or lies in a closed month is named, and nothing is changed. Blank amounts are unmeasured.
 */
export function pasteMonth(
  block: Block,
  rows: readonly SheetRow[],
  start: string,
  currency: string,
): MonthPaste {
  const width = block.rows[0]?.length ?? 0;
  if (block.rows.length === 0 || width === 0) return refuse('The clipboard holds no cells.');
  if (width === 1) return pasteColumn(block, rows, start, currency);
  return pasteNamed(block, rows, currency);
}

interface Place {
  readonly initiative: MonthInitiative;
  readonly line: MonthLine;
}

const placesOf = (rows: readonly SheetRow[]): readonly Place[] =>
  rows.flatMap((row) => (row.type === 'line' ? [row] : []));

const nameOf = ({ initiative, line }: Place) => `${initiative.name}, ${line.name}`;

function pasteColumn(block: Block, rows: readonly SheetRow[], start: string, currency: string): MonthPaste {
  const places = placesOf(rows);
  const from = places.findIndex((place) => place.line.lineId === start);
  const room = places.length - from;
  const height = block.rows.length;
  const first = places[from];
  if (first === undefined) return refuse('Choose the line the block begins at, and paste again.');
  if (height > room) {
    return refuse(
      `The block has ${height} amounts; from “${nameOf(first)}” down there ${room === 1 ? 'is 1 line' : `are ${room} lines`}.`,
    );
  }
  return readInto(
    block,
    places.slice(from, from + height).map((place, row) => ({ place, row })),
    0,
    currency,
  );
}

interface Target {
  readonly place: Place;
  /** Row of the block. */
  readonly row: number;
}

/** Reads the amounts of the rows matched; closed months and cells that do not parse are named. */
function readInto(block: Block, targets: readonly Target[], column: number, currency: string): MonthPaste {
  const problems: string[] = [];
  const amounts = readAmounts(
    {
      rows: targets.map(({ row }) => [block.rows[row]?.[column] ?? '']),
      numbers: targets.map(({ row }) => [block.numbers[row]?.[column] ?? null]),
    },
    currency,
  );
  if (!amounts.ok) {
    for (const { row, why } of amounts.problems) {
      const target = targets[row];
      if (target) problems.push(`${nameOf(target.place)}: ${why}`);
    }
  }
  for (const { place } of targets) {
    if (place.initiative.isClosed)
      problems.push(
        `${nameOf(place)}: the month is closed for this initiative. Reopen it to change its figures.`,
      );
  }
  if (problems.length > 0 || !amounts.ok) return refuse(...problems);
  return {
    ok: true,
    amounts: new Map(targets.map(({ place }, i) => [place.line.lineId, amounts.cells[i]?.[0] ?? null])),
  };
}

interface Columns {
  readonly initiative: number;
  readonly line: number;
  readonly amount: number;
  /** The first row of figures: 1 below headings. */
  readonly firstRow: number;
}

function pasteNamed(block: Block, rows: readonly SheetRow[], currency: string): MonthPaste {
  const columns = columnsOf(block);
  if (columns === null) {
    return refuse(
      `The block has ${block.rows[0]?.length ?? 0} columns. Copy the amounts alone, or initiative, line and amount; with more columns, copy a row of headings too (Initiative, Line, Amount).`,
    );
  }
  const index = indexOf(rows);
  const problems: string[] = [];
  const targets: Target[] = [];
  const taken = new Map<string, number>();
  let initiative = '';
  for (let row = columns.firstRow; row < block.rows.length; row += 1) {
    const cells = block.rows[row] ?? [];
    const own = (cells[columns.initiative] ?? '').trim();
    const line = (cells[columns.line] ?? '').trim();
    if (own !== '') initiative = own;
    // A row with the initiative alone stands above its lines; a blank row parts them.
    if (line === '' && (cells[columns.amount] ?? '').trim() === '') continue;
    const found = index.find(initiative, line);
    if (typeof found === 'string') {
      problems.push(`Row ${row + 1}: ${found}`);
      continue;
    }
    const before = taken.get(found.line.lineId);
    if (before !== undefined)
      problems.push(`Row ${row + 1}: ${nameOf(found)} is in row ${before + 1} already.`);
    taken.set(found.line.lineId, row);
    targets.push({ place: found, row });
  }
  if (problems.length > 0) return refuse(...problems);
  if (targets.length === 0) return refuse('The block names no line.');
  return readInto(block, targets, columns.amount, currency);
}

function columnsOf(block: Block): Columns | null {
  const head = (block.rows[0] ?? []).map(textKey);
  const at = (what: keyof typeof HEADINGS) => head.findIndex((cell) => HEADINGS[what].includes(cell));
  const [initiative, line, amount] = [at('initiative'), at('line'), at('amount')];
  if (initiative >= 0 && line >= 0 && amount >= 0) return { initiative, line, amount, firstRow: 1 };
  return head.length === 3 ? { initiative: 0, line: 1, amount: 2, firstRow: 0 } : null;
}

interface NameIndex {
  /** The line of these names, or why there is not exactly one. */
  readonly find: (initiative: string, line: string) => Place | string;
}

function indexOf(rows: readonly SheetRow[]): NameIndex {
  const initiatives = new Map<string, MonthInitiative[]>();
  for (const row of rows) {
    if (row.type !== 'initiative') continue;
    const key = textKey(row.initiative.name);
    initiatives.set(key, [...(initiatives.get(key) ?? []), row.initiative]);
  }
  return {
    find: (name, lineName) => {
      if (name === '') return 'no initiative is named.';
      const found = initiatives.get(textKey(name)) ?? [];
      const [initiative] = found;
      if (initiative === undefined) return `“${name}” is none of the initiatives shown.`;
      if (found.length > 1) return `${found.length} initiatives are called “${name}”; enter them by hand.`;
      const lines = initiative.lines.filter((line) => textKey(line.name) === textKey(lineName));
      const [line] = lines;
      if (line === undefined) return `“${name}” has no line “${lineName}” this month.`;
      if (lines.length > 1) return `“${name}” has ${lines.length} lines “${lineName}”; enter them by hand.`;
      return { initiative, line };
    },
  };
}

/** The sheet as a block for a spreadsheet, with headings by which {@link pasteMonth} takes it back. */
export function copyMonth(
  initiatives: readonly MonthInitiative[],
  currency: string,
): readonly (readonly BlockCell[])[] {
  const amount = (minor: MinorUnits | null): BlockCell =>
    minor === null ? '' : copiedAmount(amountText(minor, currency));
  return [
    ['Initiative', 'Line', `Plan (${currency})`, `Month before (${currency})`, 'Amount'],
    ...initiatives.flatMap((one) =>
      one.lines.map((line) => [
        one.name,
        line.name,
        amount(line.plan),
        amount(line.previous),
        amount(line.amount),
      ]),
    ),
  ];
}
