import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { getRows, type ReadDb } from '../handles.ts';
import type { Tx } from '../tx.ts';
import { DONE, type Done, type NewId } from './command.ts';
import { addDriver } from './drivers.ts';
import { mustFind } from './find.ts';
import { addScopeLine } from './scope-lines.ts';
import { addScope } from './scopes.ts';
import { counted, initiativeName, shortName } from './words.ts';

/** "Start the forward model of Claims triage: 15 drivers, 2 scopes". */
export function startForwardModelLabel(db: ReadDb, input: Parsed<'startForwardModel'>): string {
  const { drivers, scopes } = input.model;
  const parts = [counted(drivers.length, 'driver'), counted(scopes.length, 'scope')].join(', ');
  return `Start the forward model of ${initiativeName(db, input.initiativeId)}: ${parts}`;
}

/**
 * Adds drivers, scopes and lines in one step, and so in one undo. A line finds its drivers by name among the new ones and
 * those that are there; where a name is borne twice, the new one, then the first, is meant.
 * @throws AppError invalid_input for a line that names no driver there is, conflict for a scope that is there already,
 * not_found for one that is to get lines and is gone. Nothing is changed then.
 */
export function startForwardModel(tx: Tx, input: Parsed<'startForwardModel'>, newId: NewId): Done {
  const initiative = mustFind(tx, 'initiative', input.initiativeId);
  const drivers = idsBy(
    tx,
    'SELECT name AS key, id FROM driver WHERE initiative_id = ? ORDER BY sort_order DESC',
    initiative.id,
  );
  const scopes = idsBy(tx, 'SELECT stage AS key, id FROM scope WHERE initiative_id = ?', initiative.id);
  for (const driver of input.model.drivers) {
    drivers.set(driver.name, addDriver(tx, { initiativeId: initiative.id, driver }, newId).id);
  }
  for (const { stage, scope, lines } of input.model.scopes) {
    const scopeId =
      scope === null ? scopes.get(stage) : addScope(tx, { initiativeId: initiative.id, scope }, newId).id;
    if (scopeId === undefined)
      throw new AppError(
        'not_found',
        'A scope that was to get lines is no longer there. Nothing was changed. Try again.',
      );
    for (const { drivers: names, ...line } of lines) {
      const driverIds = names.map((name) => driverOf(drivers, name));
      addScopeLine(tx, { scopeId, line: { ...line, driverIds } }, newId);
    }
  }
  return DONE;
}

function idsBy(tx: Tx, sql: string, initiativeId: string): Map<string, string> {
  return new Map(
    getRows<{ key: string; id: string }>(tx.db, sql, initiativeId).map(({ key, id }) => [key, id]),
  );
}

function driverOf(drivers: ReadonlyMap<string, string>, name: string): string {
  const id = drivers.get(name);
  if (id !== undefined) return id;
  throw new AppError(
    'invalid_input',
    `A line multiplies “${shortName(name)}”, and there is no driver of that name. Nothing was changed. Try again.`,
  );
}
