import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { SCOPE_STAGE_NAMES, type ScopeStage } from '#shared/domain/forward-model.ts';
import { getRow, getRows, type ReadDb } from '../handles.ts';
import { toScopeColumns, toStopTermsRow } from '../rows/scope-row.ts';
import type { RowOf } from '../tables.ts';
import type { Tx } from '../tx.ts';
import { type Created, DONE, type Done, type NewId } from './command.ts';
import { mustFind } from './find.ts';
import { removeScopeLineWithDrivers } from './scope-lines.ts';
import { initiativeName, ownerName, shortName } from './words.ts';

/** "Add scope Pilot to Claims triage". */
export function addScopeLabel(db: ReadDb, input: Parsed<'addScope'>): string {
  return `Add scope ${SCOPE_STAGE_NAMES[input.scope.stage]} to ${initiativeName(db, input.initiativeId)}`;
}

/** Adds the scope of a stage. @throws AppError conflict when the initiative has one for that stage. */
export function addScope(tx: Tx, input: Parsed<'addScope'>, newId: NewId): Created {
  mustFind(tx, 'initiative', input.initiativeId);
  checkStageIsFree(tx, input.initiativeId, input.scope.stage, undefined);
  const id = newId();
  tx.insert('scope', { id, initiative_id: input.initiativeId, ...toScopeColumns(input.scope) });
  return { id };
}

/** "Change scope Pilot of Claims triage". */
export function updateScopeLabel(db: ReadDb, input: Parsed<'updateScope'>): string {
  return `Change scope ${SCOPE_STAGE_NAMES[input.scope.stage]} of ${ownerName(db, 'scope', input.id)}`;
}

/** Changes a scope, not its lines. @throws AppError conflict when another scope has the stage already. */
export function updateScope(tx: Tx, input: Parsed<'updateScope'>): Done {
  const scope = mustFind(tx, 'scope', input.id);
  checkStageIsFree(tx, scope.initiative_id, input.scope.stage, scope.id);
  tx.update('scope', { id: input.id }, toScopeColumns(input.scope));
  return DONE;
}

/** "Remove scope Pilot from Claims triage". */
export function removeScopeLabel(db: ReadDb, input: Parsed<'removeScope'>): string {
  const row = getRow<{ stage: ScopeStage }>(db, 'SELECT stage FROM scope WHERE id = ?', input.id);
  const stage = row ? SCOPE_STAGE_NAMES[row.stage] : '';
  return `Remove scope ${stage} from ${ownerName(db, 'scope', input.id)}`;
}

/** Removes a scope with its lines; the drivers stay. */
export function removeScope(tx: Tx, input: Parsed<'removeScope'>): Done {
  mustFind(tx, 'scope', input.id);
  removeScopeWithLines(tx, input.id);
  return DONE;
}

/** Removes a scope and its lines; shared with deleting the whole initiative. */
export function removeScopeWithLines(tx: Tx, id: string): void {
  for (const line of getRows<RowOf<'scope_line'>>(
    tx.db,
    'SELECT * FROM scope_line WHERE scope_id = ? ORDER BY sort_order, id',
    id,
  ))
    removeScopeLineWithDrivers(tx, line.id);
  tx.remove('scope', { id });
}

function checkStageIsFree(tx: Tx, initiativeId: string, stage: ScopeStage, except: string | undefined): void {
  const other = getRow<{ id: string }>(
    tx.db,
    'SELECT id FROM scope WHERE initiative_id = ? AND stage = ?',
    initiativeId,
    stage,
  );
  if (other && other.id !== except)
    throw new AppError(
      'conflict',
      `“${shortName(initiativeName(tx.db, initiativeId))}” has a scope for ${SCOPE_STAGE_NAMES[stage]} already. Nothing was changed. Change that one, or choose another stage.`,
      { field: 'stage' },
    );
}

/** "Enter stop terms of Claims triage". */
export function setStopTermsLabel(db: ReadDb, input: Parsed<'setStopTerms'>): string {
  const verb = input.terms === null ? 'Clear' : 'Enter';
  return `${verb} stop terms of ${initiativeName(db, input.initiativeId)}`;
}

/** Sets what stopping today brings and costs; null takes the terms back, which makes them unknown. */
export function setStopTerms(tx: Tx, input: Parsed<'setStopTerms'>): Done {
  mustFind(tx, 'initiative', input.initiativeId);
  if (input.terms !== null) tx.upsert('stop_terms', toStopTermsRow(input.initiativeId, input.terms));
  else if (tx.find('stop_terms', { initiative_id: input.initiativeId }))
    tx.remove('stop_terms', { initiative_id: input.initiativeId });
  return DONE;
}
