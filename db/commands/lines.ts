import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { getRow, getRows, type ReadDb } from '../handles.ts';
import { type NewLine, toLineColumns, toTermsRows } from '../rows/line-row.ts';
import type { Tx } from '../tx.ts';
import { type Created, DONE, type Done, type NewId } from './command.ts';
import { mustFind } from './find.ts';
import { initiativeName, monthsName, ownerName, rowName, shortName } from './words.ts';

/** "Add cost line Inference to Claims triage". */
export function addLineLabel(db: ReadDb, input: Parsed<'addLine'>): string {
  const { kind, name } = input.line;
  return `Add ${kind} line ${shortName(name)} to ${initiativeName(db, input.initiativeId)}`;
}

/** Adds a cost or outcome line after the others of its initiative. */
export function addLine(tx: Tx, input: Parsed<'addLine'>, newId: NewId): Created {
  mustFind(tx, 'initiative', input.initiativeId);
  checkSpan(input.line);
  const id = newId();
  const last = getRow<{ last: number | null }>(
    tx.db,
    'SELECT max(sort_order) AS last FROM value_line WHERE initiative_id = ?',
    input.initiativeId,
  );
  tx.insert('value_line', {
    id,
    initiative_id: input.initiativeId,
    sort_order: (last?.last ?? 0) + 1,
    ...toLineColumns(input.line),
  });
  setTerms(tx, id, input.line);
  return { id };
}

/** "Change line Inference of Claims triage". */
export function updateLineLabel(db: ReadDb, input: Parsed<'updateLine'>): string {
  return `Change line ${shortName(input.line.name)} of ${ownerName(db, 'value_line', input.id)}`;
}

/**
 * Changes a line with its terms; terms that are not given are taken back.
 * @throws AppError conflict when cost would become outcome, or the reverse, while amounts are entered, planned,
 * forecast or restated: every one of them would change its sign in the net value.
 */
export function updateLine(tx: Tx, input: Parsed<'updateLine'>): Done {
  const before = mustFind(tx, 'value_line', input.id);
  checkSpan(input.line);
  if (before.kind !== input.line.kind && hasAmounts(tx, input.id))
    throw new AppError(
      'conflict',
      `“${shortName(before.name)}” has amounts as a ${before.kind} line, so it stays one. Add a new ${input.line.kind} line and enter its months there.`,
    );
  tx.update('value_line', { id: input.id }, toLineColumns(input.line));
  setTerms(tx, input.id, input.line);
  return DONE;
}

/** "Remove line Inference from Claims triage". */
export function removeLineLabel(db: ReadDb, input: Parsed<'removeLine'>): string {
  return `Remove line ${rowName(db, 'value_line', input.id)} from ${ownerName(db, 'value_line', input.id)}`;
}

/**
 * Removes a line with its amounts, its terms and its forecast.
 * @throws AppError conflict when a month of it is closed or was restated, or a locked plan has amounts for it: all of
 * that must stay.
 */
export function removeLine(tx: Tx, input: Parsed<'removeLine'>): Done {
  const line = mustFind(tx, 'value_line', input.id);
  const closed = getRows<{ month: MonthIndex }>(
    tx.db,
    `SELECT month_value.month FROM month_value JOIN month_state
       ON month_state.initiative_id = ? AND month_state.month = month_value.month
     WHERE line_id = ? ORDER BY month_value.month`,
    line.initiative_id,
    line.id,
  );
  if (closed.length > 0)
    throw new AppError(
      'conflict',
      `“${shortName(line.name)}” has amounts in closed months (${monthsName(closed.map((row) => row.month))}). Give it a last month instead, or reopen those months first.`,
    );
  const restated = getRows<{ month: MonthIndex }>(
    tx.db,
    'SELECT month FROM restatement WHERE id IN (SELECT restatement_id FROM restated_amount WHERE line_id = ?)',
    line.id,
  );
  if (restated.length > 0)
    throw new AppError(
      'conflict',
      `Amounts of “${shortName(line.name)}” were restated (${monthsName(restated.map((row) => row.month))}), and the old ones stay on record with the reason. Nothing was changed. Give the line a last month instead.`,
    );
  const plan = getRow<{ version: number }>(
    tx.db,
    `SELECT version FROM plan_version WHERE id IN (SELECT plan_id FROM plan_value WHERE line_id = ?)
     ORDER BY version DESC LIMIT 1`,
    line.id,
  );
  if (plan)
    throw new AppError(
      'conflict',
      `“${shortName(line.name)}” is part of the locked plan version ${plan.version}, which must stay as it was approved. Give the line a last month instead.`,
    );
  removeLineWithValues(tx, line.id);
  return DONE;
}

/** In the order in which they go: a range stands on its forecast. */
const AMOUNTS = ['month_value', 'forecast_range', 'forecast_value'] as const;
const TERMS = ['cost_terms', 'outcome_terms'] as const;

/**
 * Removes a line with its amounts, closed or not, its terms and its forecast: deleting a whole initiative takes
 * everything with it. Plans and restatements must be gone.
 */
export function removeLineWithValues(tx: Tx, id: string): void {
  for (const table of AMOUNTS)
    for (const { month } of getRows<{ month: number }>(
      tx.db,
      `SELECT month FROM ${table} WHERE line_id = ? ORDER BY month`,
      id,
    ))
      tx.remove(table, { line_id: id, month });
  for (const table of TERMS) if (tx.find(table, { line_id: id })) tx.remove(table, { line_id: id });
  tx.remove('value_line', { id });
}

function setTerms(tx: Tx, id: string, line: NewLine): void {
  const { cost, outcome } = toTermsRows(id, line);
  if (cost) tx.upsert('cost_terms', cost);
  else if (tx.find('cost_terms', { line_id: id })) tx.remove('cost_terms', { line_id: id });
  if (outcome) tx.upsert('outcome_terms', outcome);
  else if (tx.find('outcome_terms', { line_id: id })) tx.remove('outcome_terms', { line_id: id });
}

function hasAmounts(tx: Tx, lineId: string): boolean {
  return [...AMOUNTS, 'plan_value', 'restated_amount'].some(
    (table) => getRow(tx.db, `SELECT 1 FROM ${table} WHERE line_id = ? LIMIT 1`, lineId) !== undefined,
  );
}

function checkSpan(line: NewLine): void {
  if (line.startsOn !== null && line.endsOn !== null && line.startsOn > line.endsOn)
    throw new AppError(
      'invalid_input',
      `The last month of “${shortName(line.name)}” lies before its first. Exchange them or leave one open.`,
      { field: 'endsOn' },
    );
}
