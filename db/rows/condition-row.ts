import type { Parsed } from '#shared/api/contract.ts';
import type { DecisionCondition } from '#shared/domain/condition.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { RowOf } from '../tables.ts';

export type NewCondition = Parsed<'addCondition'>['condition'];

/** A condition of a decision from its row. */
export function toCondition(row: RowOf<'decision_condition'>): DecisionCondition {
  return {
    id: row.id,
    initiativeId: row.initiative_id,
    reviewId: row.review_id,
    what: row.what,
    owner: row.owner,
    dueOn: row.due_on as IsoDate,
    metOn: row.met_on as IsoDate | null,
    note: row.note,
  };
}

/** The columns of a condition a person edits. */
export function toConditionColumns(
  condition: NewCondition,
): Omit<RowOf<'decision_condition'>, 'id' | 'initiative_id' | 'review_id'> {
  return {
    what: condition.what,
    owner: condition.owner,
    due_on: condition.dueOn,
    met_on: condition.metOn,
    note: condition.note,
  };
}
