import type { Parsed } from '#shared/api/contract.ts';
import type { Incident, Tripwire } from '#shared/domain/initiative.ts';
import type { Comparator } from '#shared/domain/risk.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { RowOf } from '../tables.ts';

export type NewTripwire = Parsed<'addTripwire'>['tripwire'];
export type NewIncident = Parsed<'addIncident'>['incident'];

/** A tripwire from its row. */
export function toTripwire(row: RowOf<'tripwire'>): Tripwire {
  return {
    id: row.id,
    initiativeId: row.initiative_id,
    metric: row.metric,
    comparator: row.comparator as Comparator,
    threshold: row.threshold,
    dueOn: row.due_on as IsoDate,
    committedOn: row.committed_on as IsoDate,
    measuredValue: row.measured_value,
  };
}

/** The columns of a tripwire a person edits. */
export function toTripwireColumns(tripwire: NewTripwire): Omit<RowOf<'tripwire'>, 'id' | 'initiative_id'> {
  return {
    metric: tripwire.metric,
    comparator: tripwire.comparator,
    threshold: tripwire.threshold,
    due_on: tripwire.dueOn,
    committed_on: tripwire.committedOn,
    measured_value: tripwire.measuredValue,
  };
}

/** An incident from its row. */
export function toIncident(row: RowOf<'incident'>): Incident {
  return {
    id: row.id,
    initiativeId: row.initiative_id,
    severity: row.severity as Incident['severity'],
    openedOn: row.opened_on as IsoDate,
    deadline: row.deadline as IsoDate,
    mitigatedOn: row.mitigated_on as IsoDate | null,
    note: row.note,
  };
}

/** The columns of an incident a person edits. */
export function toIncidentColumns(incident: NewIncident): Omit<RowOf<'incident'>, 'id' | 'initiative_id'> {
  return {
    severity: incident.severity,
    opened_on: incident.openedOn,
    deadline: incident.deadline,
    mitigated_on: incident.mitigatedOn,
    note: incident.note,
  };
}
