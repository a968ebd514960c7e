import { AppError } from '#shared/api/errors.ts';
import type { RowOf } from '../tables.ts';
import type { Tx } from '../tx.ts';

type ById =
  | 'initiative'
  | 'assessment'
  | 'value_line'
  | 'tripwire'
  | 'incident'
  | 'driver'
  | 'scope'
  | 'scope_line'
  | 'shared_asset'
  | 'decision_condition'
  | 'saved_view';

const WORDS: Readonly<Record<ById, string>> = {
  initiative: 'initiative',
  assessment: 'assessment',
  value_line: 'line',
  tripwire: 'tripwire',
  incident: 'incident',
  driver: 'driver',
  scope: 'scope',
  scope_line: 'line of a scope',
  shared_asset: 'shared asset',
  decision_condition: 'condition',
  saved_view: 'saved view',
};

/**
 * The row with this id. @throws AppError not_found, in words: it may have been deleted or undone in another window.
 */
export function mustFind<T extends ById>(tx: Tx, table: T, id: string): RowOf<T> {
  const row = tx.find<ById>(table, { id }) as RowOf<T> | undefined;
  if (!row)
    throw new AppError(
      'not_found',
      `This ${WORDS[table]} is not in the portfolio any more. Nothing was changed; go back to the register and look again.`,
    );
  return row;
}
