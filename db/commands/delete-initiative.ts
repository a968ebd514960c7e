import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { getRow, getRows, type ReadDb } from '../handles.ts';
import type { RowOf } from '../tables.ts';
import type { Tx } from '../tx.ts';
import { forgetBuilder } from './asset-terms.ts';
import { DONE, type Done } from './command.ts';
import { removeDriverWithLoadings } from './drivers.ts';
import { mustFind } from './find.ts';
import { removeLineWithValues } from './lines.ts';
import { removePlans } from './plans.ts';
import { removeRestatements } from './restatements.ts';
import { removeScopeWithLines } from './scopes.ts';
import { initiativeName, shortName } from './words.ts';

/** "Delete Claims triage". */
export function deleteInitiativeLabel(db: ReadDb, input: Parsed<'deleteInitiative'>): string {
  return `Delete ${initiativeName(db, input.id)}`;
}

/** Tables with nothing under their rows, or only rows of one above them in this list. */
const DEPENDENTS = [
  'month_state',
  'metric_reading',
  'unit_count',
  'tripwire',
  'incident',
  'checklist_row',
  'stage_change',
  'stop_terms',
  'asset_reuse',
  'asset_use',
  'plan_choice',
  'governance',
  'framework_status',
  'decision_condition',
  'launch',
  'scenario_choice',
] as const;

/**
 * Removes an initiative with everything that belongs to it, as one step that one undo brings back. Assets it built
 * stay, without their builder.
 * @throws AppError conflict when a closed review decided about it: that record must stay.
 */
export function deleteInitiative(tx: Tx, input: Parsed<'deleteInitiative'>): Done {
  const { id, name } = mustFind(tx, 'initiative', input.id);
  const review = getRow<{ name: string }>(
    tx.db,
    'SELECT review.name FROM decision JOIN review ON review.id = decision.review_id WHERE initiative_id = ?',
    id,
  );
  if (review)
    throw new AppError(
      'conflict',
      `“${shortName(name)}” was decided about in the review ${review.name}, so it stays on record. Set its stage to Retired instead.`,
    );
  for (const table of DEPENDENTS)
    for (const row of getRows<RowOf<typeof table>>(
      tx.db,
      `SELECT * FROM ${table} WHERE initiative_id = ?`,
      id,
    ))
      tx.remove(table, row);
  for (const scope of idsOf(tx, 'scope', id)) removeScopeWithLines(tx, scope);
  for (const driver of idsOf(tx, 'driver', id)) removeDriverWithLoadings(tx, driver);
  removePlans(tx, id);
  removeRestatements(tx, id);
  forgetBuilder(tx, id);
  for (const line of idsOf(tx, 'value_line', id)) removeLineWithValues(tx, line);
  for (const assessment of idsOf(tx, 'assessment', id)) removeAssessment(tx, assessment);
  tx.remove('initiative', { id });
  return DONE;
}

function idsOf(
  tx: Tx,
  table: 'scope' | 'driver' | 'value_line' | 'assessment',
  initiativeId: string,
): string[] {
  const rows = getRows<{ id: string }>(
    tx.db,
    `SELECT id FROM ${table} WHERE initiative_id = ? ORDER BY id`,
    initiativeId,
  );
  return rows.map((row) => row.id);
}

function removeAssessment(tx: Tx, id: string): void {
  for (const row of getRows<{ id: string }>(tx.db, 'SELECT id FROM evidence WHERE assessment_id = ?', id))
    tx.remove('evidence', { id: row.id });
  tx.remove('assessment', { id });
}
