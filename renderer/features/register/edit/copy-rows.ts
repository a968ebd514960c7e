import type { RegisterRow } from '#shared/api/schemas/views.ts';
import type { BlockCell } from '#shared/clipboard/block.ts';
import { STAGE_NAMES } from '#shared/domain/stage.ts';
import type { MinorUnits } from '#shared/domain/units.ts';
import { amountText } from '#shared/report/parse-amount.ts';
import { copiedAmount } from '../../../components/money-words.ts';
import { type ColumnId, REGISTER_COLUMNS, type RegisterColumn } from '../register-columns.ts';

type Value = (row: RegisterRow, currency: string) => BlockCell;

const amount =
  (pick: (row: RegisterRow) => number | null): Value =>
  (row, currency) => {
    const minor = pick(row);
    // E is a mean: its fraction of a cent is noise.
    return minor === null ? '' : copiedAmount(amountText(Math.round(minor) as MinorUnits, currency));
  };

/** Columns that a spreadsheet should get otherwise than they are sorted. */
const VALUES: Partial<Record<ColumnId, Value>> = {
  stage: (row) => `${STAGE_NAMES[row.stage]}${row.isPaused ? ' (paused)' : ''}`,
  verdict: (row) =>
    row.verdict === null ? '' : `${row.verdict.toUpperCase()}${row.rule === null ? '' : ` ${row.rule}`}`,
  readiness: (row) => (row.readiness === null ? '' : { number: String(Math.round(row.readiness)) }),
  value: amount((row) => row.value),
  cost3: amount((row) => row.cost3),
  net3: amount((row) => row.net3),
  // With a slash it would become a day of the year.
  gates: (row) => (row.gatesAsked === 0 ? '' : `${row.gatesPassed} of ${row.gatesAsked}`),
  lastChangedAt: (row) => row.lastChangedAt.slice(0, 10),
};

/**
 * Rows of the register as a block for a spreadsheet: a row of headings, then a row each; amounts in the currency's own
 * units as numbers, blank where unmeasured.
 */
export function copyRows(
  rows: readonly RegisterRow[],
  currency: string,
  columns: readonly RegisterColumn[] = REGISTER_COLUMNS,
): readonly (readonly BlockCell[])[] {
  const heading = (column: RegisterColumn) =>
    AMOUNTS.has(column.id) ? `${column.header} (${currency})` : column.header;
  return [
    columns.map(heading),
    ...rows.map((row) => columns.map((column) => (VALUES[column.id] ?? sorted(column))(row, currency))),
  ];
}

const AMOUNTS: ReadonlySet<ColumnId> = new Set(['value', 'cost3', 'net3']);

/** A column without words of its own goes as what it is sorted by. */
function sorted(column: RegisterColumn): Value {
  return (row) => {
    const value = column.sortValue(row);
    return typeof value === 'number' ? { number: String(value) } : (value ?? '');
  };
}
