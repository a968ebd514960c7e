import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { getRow, type ReadDb } from '../handles.ts';
import { toIncidentColumns, toTripwireColumns } from '../rows/risk-row.ts';
import type { Tx } from '../tx.ts';
import { type Created, DONE, type Done, type NewId } from './command.ts';
import { mustFind } from './find.ts';
import { initiativeName, ownerName, rowName, shortName } from './words.ts';

/** "Set tripwire Cost per claim for Claims triage". */
export function addTripwireLabel(db: ReadDb, input: Parsed<'addTripwire'>): string {
  return `Set tripwire ${shortName(input.tripwire.metric)} for ${initiativeName(db, input.initiativeId)}`;
}

/** Commits a kill criterion: metric, threshold, due date. */
export function addTripwire(tx: Tx, input: Parsed<'addTripwire'>, newId: NewId): Created {
  mustFind(tx, 'initiative', input.initiativeId);
  const id = newId();
  tx.insert('tripwire', { id, initiative_id: input.initiativeId, ...toTripwireColumns(input.tripwire) });
  return { id };
}

/** "Change tripwire Cost per claim of Claims triage". */
export function updateTripwireLabel(db: ReadDb, input: Parsed<'updateTripwire'>): string {
  return `Change tripwire ${shortName(input.tripwire.metric)} of ${ownerName(db, 'tripwire', input.id)}`;
}

/** Changes a tripwire or enters what was measured at its due date. */
export function updateTripwire(tx: Tx, input: Parsed<'updateTripwire'>): Done {
  mustFind(tx, 'tripwire', input.id);
  tx.update('tripwire', { id: input.id }, toTripwireColumns(input.tripwire));
  return DONE;
}

/** "Remove tripwire Cost per claim from Claims triage". */
export function removeTripwireLabel(db: ReadDb, input: Parsed<'removeTripwire'>): string {
  return `Remove tripwire ${rowName(db, 'tripwire', input.id)} from ${ownerName(db, 'tripwire', input.id)}`;
}

/**
 * Takes a tripwire away; the history keeps that it was there.
 * @throws AppError conflict when a closed review set it in place of a missed one: that record must stay.
 */
export function removeTripwire(tx: Tx, input: Parsed<'removeTripwire'>): Done {
  const { metric } = mustFind(tx, 'tripwire', input.id);
  const review = getRow<{ name: string }>(
    tx.db,
    `SELECT review.name FROM decision_override JOIN review ON review.id = decision_override.review_id
     WHERE new_tripwire_id = ?`,
    input.id,
  );
  if (review)
    throw new AppError(
      'conflict',
      `The tripwire “${shortName(metric)}” was set by an override in the review ${shortName(review.name)}, so it stays on record. Add another tripwire beside it instead.`,
    );
  tx.remove('tripwire', { id: input.id });
  return DONE;
}

/** "Record severity 2 incident of Claims triage". */
export function addIncidentLabel(db: ReadDb, input: Parsed<'addIncident'>): string {
  return `Record severity ${input.incident.severity} incident of ${initiativeName(db, input.initiativeId)}`;
}

/** Records an incident. */
export function addIncident(tx: Tx, input: Parsed<'addIncident'>, newId: NewId): Created {
  mustFind(tx, 'initiative', input.initiativeId);
  const id = newId();
  tx.insert('incident', { id, initiative_id: input.initiativeId, ...toIncidentColumns(input.incident) });
  return { id };
}

/** "Change severity 2 incident of Claims triage". */
export function updateIncidentLabel(db: ReadDb, input: Parsed<'updateIncident'>): string {
  return `Change severity ${input.incident.severity} incident of ${ownerName(db, 'incident', input.id)}`;
}

/** Changes an incident, above all the day it was mitigated. */
export function updateIncident(tx: Tx, input: Parsed<'updateIncident'>): Done {
  mustFind(tx, 'incident', input.id);
  tx.update('incident', { id: input.id }, toIncidentColumns(input.incident));
  return DONE;
}

/** "Remove an incident of Claims triage". */
export function removeIncidentLabel(db: ReadDb, input: Parsed<'removeIncident'>): string {
  return `Remove an incident of ${ownerName(db, 'incident', input.id)}`;
}

/** Takes an incident away that was recorded by mistake; the history keeps that it was there. */
export function removeIncident(tx: Tx, input: Parsed<'removeIncident'>): Done {
  mustFind(tx, 'incident', input.id);
  tx.remove('incident', { id: input.id });
  return DONE;
}
