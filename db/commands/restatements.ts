import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { formatMonth } from '#shared/domain/calendar.ts';
import type { RestatedFigure } from '#shared/domain/restatement.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { getRows, type ReadDb } from '../handles.ts';
import type { RowOf } from '../tables.ts';
import type { Tx } from '../tx.ts';
import { checkOwnLines } from './cells.ts';
import type { Created, NewId } from './command.ts';
import { mustFind } from './find.ts';
import { initiativeName, monthName, shortName } from './words.ts';

type Input = Parsed<'restateMonth'>;
type MonthKey = Pick<RowOf<'month_state'>, 'initiative_id' | 'month'>;
type ChangedAmount = Omit<RowOf<'restated_amount'>, 'restatement_id'>;
type ChangedFigure = Omit<RowOf<'restated_figure'>, 'restatement_id'> & { readonly figure: RestatedFigure };

/** "Restate March 2026 for Claims triage". */
export function restateMonthLabel(db: ReadDb, input: Input): string {
  return `Restate ${monthName(input.month)} for ${initiativeName(db, input.initiativeId)}`;
}

/**
 * Corrects a closed month: puts the right figures in the place of the old ones, keeps old and new with the reason, and
 * marks the month as restated, which counts like closed. null = unmeasured after all. All figures or none.
 * @throws AppError conflict for an open month and when nothing would change, invalid_input for a line of another
 * initiative, a figure given twice, counts below 0 and more tasks done than attempted.
 */
export function restateMonth(tx: Tx, input: Input, newId: NewId): Created {
  const initiative = mustFind(tx, 'initiative', input.initiativeId);
  const key: MonthKey = { initiative_id: initiative.id, month: input.month };
  if (!tx.find('month_state', key)) throw isOpen(initiative.name, input.month);
  checkOwnLines(tx, initiative, input.amounts);
  checkGivenOnce(input);
  const amounts = changedAmounts(tx, input);
  const figures = changedFigures(tx, key, input);
  if (amounts.length === 0 && figures.length === 0) throw nothingChanges(initiative.name, input.month);
  const id = newId();
  tx.insert('restatement', {
    id,
    ...key,
    reason: input.reason,
    restated_at: tx.at,
    actor: tx.actor,
  });
  for (const amount of amounts) {
    tx.insert('restated_amount', { restatement_id: id, ...amount });
    setAmount(tx, input.month, amount);
  }
  for (const figure of figures) tx.insert('restated_figure', { restatement_id: id, ...figure });
  setFigures(tx, key, figures);
  tx.update('month_state', key, { state: 'restated' });
  return { id };
}

function changedAmounts(tx: Tx, { month, amounts }: Input): ChangedAmount[] {
  return amounts
    .map(({ lineId, amount }) => ({
      line_id: lineId,
      old_minor: tx.find('month_value', { line_id: lineId, month })?.amount_minor ?? null,
      new_minor: amount,
    }))
    .filter((one) => one.old_minor !== one.new_minor);
}

function changedFigures(tx: Tx, key: MonthKey, { month, figures }: Input): ChangedFigure[] {
  const counts = tx.find('unit_count', key);
  const before: Readonly<Record<RestatedFigure, number | null>> = {
    reading: tx.find('metric_reading', key)?.value ?? null,
    attempts: counts?.attempts ?? null,
    successes: counts?.successes ?? null,
  };
  const after = { ...before, ...Object.fromEntries(figures.map((one) => [one.figure, one.value])) };
  checkCounts(after, month);
  return figures
    .map(({ figure, value }) => ({ figure, old_value: before[figure], new_value: value }))
    .filter((one) => one.old_value !== one.new_value);
}

function setAmount(tx: Tx, month: MonthIndex, { line_id, new_minor }: ChangedAmount): void {
  if (new_minor !== null) tx.upsert('month_value', { line_id, month, amount_minor: new_minor });
  else tx.remove('month_value', { line_id, month });
}

function setFigures(tx: Tx, key: MonthKey, figures: readonly ChangedFigure[]): void {
  const counts = tx.find('unit_count', key);
  const after = { attempts: counts?.attempts ?? null, successes: counts?.successes ?? null };
  for (const { figure, new_value: value } of figures) {
    if (figure !== 'reading') after[figure] = value;
    else if (value !== null) tx.upsert('metric_reading', { ...key, value });
    else tx.remove('metric_reading', key);
  }
  if (after.attempts !== null || after.successes !== null) tx.upsert('unit_count', { ...key, ...after });
  else if (counts) tx.remove('unit_count', key);
}

/**
 * Removes every restatement of an initiative with its figures: only when the initiative itself goes. The history
 * keeps them.
 */
export function removeRestatements(tx: Tx, initiativeId: string): void {
  for (const { id } of getRows<{ id: string }>(
    tx.db,
    'SELECT id FROM restatement WHERE initiative_id = ? ORDER BY id',
    initiativeId,
  )) {
    for (const table of ['restated_amount', 'restated_figure'] as const)
      for (const row of getRows<RowOf<typeof table>>(
        tx.db,
        `SELECT * FROM ${table} WHERE restatement_id = ?`,
        id,
      ))
        tx.remove(table, row as never);
    tx.remove('restatement', { id });
  }
}

function checkGivenOnce({ month, amounts, figures }: Input): void {
  const given = [...amounts.map(({ lineId }) => lineId), ...figures.map(({ figure }) => `figure ${figure}`)];
  if (new Set(given).size === given.length) return;
  throw new AppError(
    'invalid_input',
    `One figure of ${monthName(month)} is given twice. Nothing was changed. Keep one of the two, then restate the month.`,
    { column: formatMonth(month) },
  );
}

function checkCounts(after: Readonly<Record<RestatedFigure, number | null>>, month: MonthIndex): void {
  const { attempts, successes } = after;
  const refuse = (what: string) =>
    new AppError(
      'invalid_input',
      `${monthName(month)} would have ${what}. Nothing was changed. Correct the counts, or leave out what is not known.`,
      { column: formatMonth(month), field: 'successes' },
    );
  if ((attempts ?? 0) < 0 || (successes ?? 0) < 0) throw refuse('fewer than 0 tasks');
  if (attempts !== null && successes !== null && successes > attempts)
    throw refuse('more tasks done than attempted');
}

function isOpen(name: string, month: MonthIndex): AppError {
  return new AppError(
    'conflict',
    `${monthName(month)} is open for “${shortName(name)}”, so there is nothing to restate. Nothing was changed. Enter its figures in the month grid.`,
    { column: formatMonth(month) },
  );
}

function nothingChanges(name: string, month: MonthIndex): AppError {
  return new AppError(
    'conflict',
    `These are the figures that ${monthName(month)} of “${shortName(name)}” has already. Nothing was changed. Change at least one of them to restate the month.`,
    { column: formatMonth(month) },
  );
}
