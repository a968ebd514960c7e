import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { getRow, getRows, type ReadDb } from '../handles.ts';
import type { RowOf } from '../tables.ts';
import type { Tx } from '../tx.ts';
import { checkOwnLines } from './cells.ts';
import type { Created, NewId } from './command.ts';
import { mustFind } from './find.ts';
import { initiativeName, monthName, shortName } from './words.ts';

type LastPlan = Pick<RowOf<'plan_version'>, 'version' | 'in_force_from'>;

/** "Lock plan version 2 of Claims triage". */
export function lockPlanLabel(db: ReadDb, input: Parsed<'lockPlan'>): string {
  const version = (lastPlan(db, input.initiativeId)?.version ?? 0) + 1;
  return `Lock plan version ${version} of ${initiativeName(db, input.initiativeId)}`;
}

/**
 * Locks a plan as the next version. No command changes its amounts afterwards; a new plan is a new version.
 * @throws AppError conflict unless it comes into force after the version before, invalid_input for a line of
 * another initiative and for a month of a line that is given twice.
 */
export function lockPlan(tx: Tx, input: Parsed<'lockPlan'>, newId: NewId): Created {
  const initiative = mustFind(tx, 'initiative', input.initiativeId);
  const last = lastPlan(tx.db, initiative.id);
  if (last && input.inForceFrom <= last.in_force_from)
    throw new AppError(
      'conflict',
      `Plan version ${last.version} of “${shortName(initiative.name)}” is in force from ${monthName(last.in_force_from as MonthIndex)} on. Nothing was changed. Let the new plan begin in a later month.`,
      { field: 'inForceFrom' },
    );
  checkOwnLines(tx, initiative, input.cells);
  checkCellsOnce(input.cells);
  const id = newId();
  tx.insert('plan_version', {
    id,
    initiative_id: initiative.id,
    version: (last?.version ?? 0) + 1,
    in_force_from: input.inForceFrom,
    approved_on: input.approvedOn,
    approved_by: input.approvedBy,
  });
  for (const { lineId, month, amount } of input.cells)
    tx.insert('plan_value', { plan_id: id, line_id: lineId, month, amount_minor: amount });
  return { id };
}

/** Removes every plan of an initiative with its amounts: only when the initiative itself goes. */
export function removePlans(tx: Tx, initiativeId: string): void {
  for (const { id } of getRows<{ id: string }>(
    tx.db,
    'SELECT id FROM plan_version WHERE initiative_id = ? ORDER BY version',
    initiativeId,
  )) {
    for (const row of getRows<RowOf<'plan_value'>>(
      tx.db,
      'SELECT * FROM plan_value WHERE plan_id = ? ORDER BY line_id, month',
      id,
    ))
      tx.remove('plan_value', row);
    tx.remove('plan_version', { id });
  }
}

function lastPlan(db: ReadDb, initiativeId: string): LastPlan | undefined {
  return getRow<LastPlan>(
    db,
    'SELECT version, in_force_from FROM plan_version WHERE initiative_id = ? ORDER BY version DESC LIMIT 1',
    initiativeId,
  );
}

function checkCellsOnce(cells: Parsed<'lockPlan'>['cells']): void {
  const seen = new Set<string>();
  for (const { lineId, month } of cells) {
    const cell = `${lineId} ${month}`;
    if (seen.has(cell))
      throw new AppError(
        'invalid_input',
        `${monthName(month)} is given twice for one line. Nothing was changed. Keep one of the two amounts, then lock the plan again.`,
        { field: 'cells' },
      );
    seen.add(cell);
  }
}
