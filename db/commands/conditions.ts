import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { getRow, type ReadDb } from '../handles.ts';
import { toConditionColumns } from '../rows/condition-row.ts';
import type { RowOf } from '../tables.ts';
import type { Tx } from '../tx.ts';
import { type Created, DONE, type Done, type NewId } from './command.ts';
import { mustFind } from './find.ts';
import { initiativeName, ownerName, rowName, shortName } from './words.ts';

/** "Set condition Sign-off by legal for Claims triage". */
export function addConditionLabel(db: ReadDb, input: Parsed<'addCondition'>): string {
  return `Set condition ${shortName(input.condition.what)} for ${initiativeName(db, input.initiativeId)}`;
}

/** Sets a condition between reviews: somebody owes something by a day. */
export function addCondition(tx: Tx, input: Parsed<'addCondition'>, newId: NewId): Created {
  mustFind(tx, 'initiative', input.initiativeId);
  const id = newId();
  tx.insert('decision_condition', {
    id,
    initiative_id: input.initiativeId,
    review_id: null,
    ...toConditionColumns(input.condition),
  });
  return { id };
}

/** "Change condition Sign-off by legal of Claims triage", or that it was met. */
export function updateConditionLabel(db: ReadDb, input: Parsed<'updateCondition'>): string {
  const before = getRow<Pick<RowOf<'decision_condition'>, 'met_on'>>(
    db,
    'SELECT met_on FROM decision_condition WHERE id = ?',
    input.id,
  );
  const words = `${shortName(input.condition.what)} of ${ownerName(db, 'decision_condition', input.id)}`;
  return before?.met_on === null && input.condition.metOn !== null
    ? `Mark condition as met: ${words}`
    : `Change condition ${words}`;
}

/**
 * Changes a condition or says when it was met.
 * @throws AppError conflict when a closed review set it and more than its day met or its note would change.
 */
export function updateCondition(tx: Tx, input: Parsed<'updateCondition'>): Done {
  const before = mustFind(tx, 'decision_condition', input.id);
  const columns = toConditionColumns(input.condition);
  const isSame =
    before.what === columns.what && before.owner === columns.owner && before.due_on === columns.due_on;
  const review = isSame ? undefined : closedReviewOf(tx, before);
  if (review)
    throw new AppError(
      'conflict',
      `“${shortName(before.what)}” was set by the closed review ${shortName(review)}, so what is owed, by whom and by when stays. Nothing was changed. Say when it was met or add a note; for anything else set a new condition.`,
    );
  tx.update('decision_condition', { id: input.id }, columns);
  return DONE;
}

/** "Remove condition Sign-off by legal from Claims triage". */
export function removeConditionLabel(db: ReadDb, input: Parsed<'removeCondition'>): string {
  const owner = ownerName(db, 'decision_condition', input.id);
  return `Remove condition ${rowName(db, 'decision_condition', input.id)} from ${owner}`;
}

/** Removes a condition. @throws AppError conflict when a closed review set it. */
export function removeCondition(tx: Tx, input: Parsed<'removeCondition'>): Done {
  const before = mustFind(tx, 'decision_condition', input.id);
  const review = closedReviewOf(tx, before);
  if (review)
    throw new AppError(
      'conflict',
      `“${shortName(before.what)}” was set by the closed review ${shortName(review)}, so it stays on record. Nothing was changed. Say when it was met, or note why it no longer matters.`,
    );
  tx.remove('decision_condition', { id: input.id });
  return DONE;
}

function closedReviewOf(tx: Tx, condition: RowOf<'decision_condition'>): string | undefined {
  if (condition.review_id === null) return undefined;
  const review = tx.find('review', { id: condition.review_id });
  return review && review.closed_at !== null ? review.name : undefined;
}
