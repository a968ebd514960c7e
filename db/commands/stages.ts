import { getRow } from '../handles.ts';
import type { RowOf } from '../tables.ts';
import type { Tx } from '../tx.ts';

type Before = Pick<RowOf<'initiative'>, 'id' | 'stage'>;

/** What an edit of the details says about the stage; undefined = it does not touch it. */
interface StagePatch {
  readonly stage?: string | undefined;
  readonly stageEnteredOn?: string | null | undefined;
}

/**
 * Keeps the record of steps that the stage probabilities learn from. A new stage is a step, dated by its entry day,
 * or by the day of the command when none is given. An entry day given later dates the step into the present stage.
 */
export function recordStageChange(tx: Tx, before: Before, patch: StagePatch): void {
  const last = getRow<RowOf<'stage_change'>>(
    tx.db,
    'SELECT * FROM stage_change WHERE initiative_id = ? ORDER BY ordinal DESC LIMIT 1',
    before.id,
  );
  if (patch.stage !== undefined && patch.stage !== before.stage) {
    tx.insert('stage_change', {
      initiative_id: before.id,
      ordinal: (last?.ordinal ?? 0) + 1,
      from_stage: before.stage,
      to_stage: patch.stage,
      changed_on: patch.stageEnteredOn ?? tx.at.slice(0, 10),
    });
  } else if (patch.stageEnteredOn && last) {
    const key = { initiative_id: before.id, ordinal: last.ordinal };
    tx.update('stage_change', key, { changed_on: patch.stageEnteredOn });
  }
}
