import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { getRow, getRows, type ReadDb } from '../handles.ts';
import { type NewScopeLine, toScopeLineColumns } from '../rows/scope-row.ts';
import type { RowOf } from '../tables.ts';
import type { Tx } from '../tx.ts';
import { type Created, DONE, type Done, type NewId } from './command.ts';
import { mustFind } from './find.ts';
import { ownerName, rowName, shortName } from './words.ts';

/** "Add line Oversight to a scope of Claims triage". */
export function addScopeLineLabel(db: ReadDb, input: Parsed<'addScopeLine'>): string {
  return `Add line ${shortName(input.line.name)} to a scope of ${ownerName(db, 'scope', input.scopeId)}`;
}

/** Adds a line after the others of its scope. @throws AppError invalid_input for a driver of another initiative. */
export function addScopeLine(tx: Tx, input: Parsed<'addScopeLine'>, newId: NewId): Created {
  const scope = mustFind(tx, 'scope', input.scopeId);
  checkDrivers(tx, scope.initiative_id, input.line);
  const id = newId();
  const last = getRow<{ last: number | null }>(
    tx.db,
    'SELECT max(sort_order) AS last FROM scope_line WHERE scope_id = ?',
    scope.id,
  );
  tx.insert('scope_line', {
    id,
    scope_id: scope.id,
    sort_order: (last?.last ?? 0) + 1,
    ...toScopeLineColumns(input.line),
  });
  setDrivers(tx, id, input.line.driverIds);
  return { id };
}

/** "Change line Oversight in a scope of Claims triage". */
export function updateScopeLineLabel(db: ReadDb, input: Parsed<'updateScopeLine'>): string {
  return `Change line ${shortName(input.line.name)} in a scope of ${lineOwner(db, input.id)}`;
}

/** Changes a line with its drivers. @throws AppError invalid_input for a driver of another initiative. */
export function updateScopeLine(tx: Tx, input: Parsed<'updateScopeLine'>): Done {
  const line = mustFind(tx, 'scope_line', input.id);
  checkDrivers(tx, mustFind(tx, 'scope', line.scope_id).initiative_id, input.line);
  tx.update('scope_line', { id: line.id }, toScopeLineColumns(input.line));
  setDrivers(tx, line.id, input.line.driverIds);
  return DONE;
}

/** "Remove line Oversight from a scope of Claims triage". */
export function removeScopeLineLabel(db: ReadDb, input: Parsed<'removeScopeLine'>): string {
  return `Remove line ${rowName(db, 'scope_line', input.id)} from a scope of ${lineOwner(db, input.id)}`;
}

/** Removes a line of a scope; its drivers stay. */
export function removeScopeLine(tx: Tx, input: Parsed<'removeScopeLine'>): Done {
  mustFind(tx, 'scope_line', input.id);
  removeScopeLineWithDrivers(tx, input.id);
  return DONE;
}

/** Removes a line and its list of drivers; shared with removing the scope. */
export function removeScopeLineWithDrivers(tx: Tx, id: string): void {
  setDrivers(tx, id, []);
  tx.remove('scope_line', { id });
}

function lineOwner(db: ReadDb, lineId: string): string {
  const row = getRow<{ scope_id: string }>(db, 'SELECT scope_id FROM scope_line WHERE id = ?', lineId);
  return ownerName(db, 'scope', row?.scope_id ?? '');
}

/** Makes the drivers of a line these, in this order. */
function setDrivers(tx: Tx, lineId: string, driverIds: readonly string[]): void {
  for (const { ordinal } of getRows<RowOf<'scope_line_driver'>>(
    tx.db,
    'SELECT * FROM scope_line_driver WHERE line_id = ? AND ordinal > ? ORDER BY ordinal',
    lineId,
    driverIds.length,
  ))
    tx.remove('scope_line_driver', { line_id: lineId, ordinal });
  for (const [index, driverId] of driverIds.entries())
    tx.upsert('scope_line_driver', { line_id: lineId, ordinal: index + 1, driver_id: driverId });
}

function checkDrivers(tx: Tx, initiativeId: string, line: NewScopeLine): void {
  for (const id of line.driverIds)
    if (tx.find('driver', { id })?.initiative_id !== initiativeId)
      throw new AppError(
        'invalid_input',
        `“${shortName(line.name)}” was not saved: one of its drivers is not a driver of this initiative. Choose its drivers again, then save.`,
        { field: 'driverIds' },
      );
}
