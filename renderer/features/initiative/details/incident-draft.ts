import type { Input } from '#shared/api/contract.ts';
import { daysBetween, isIsoDate } from '#shared/domain/calendar.ts';
import type { Incident } from '#shared/domain/initiative.ts';
import type { IsoDate } from '#shared/domain/units.ts';

export const SEVERITIES = [1, 2, 3, 4] as const;

/** An incident as its form holds it. */
export interface IncidentDraft {
  readonly severity: string;
  readonly openedOn: string;
  readonly deadline: string;
  readonly mitigatedOn: string;
  readonly note: string;
}

export type NewIncident = Input<'addIncident'>['incident'];

export function emptyIncident(asOf: IsoDate): IncidentDraft {
  return { severity: '3', openedOn: asOf, deadline: '', mitigatedOn: '', note: '' };
}

export function incidentDraftOf(incident: Incident): IncidentDraft {
  const { severity, openedOn, deadline, mitigatedOn, note } = incident;
  return { severity: String(severity), openedOn, deadline, mitigatedOn: mitigatedOn ?? '', note };
}

export type IncidentProblems = { readonly [Field in 'openedOn' | 'deadline' | 'mitigatedOn']?: string };

/** What is wrong with a form, by field. */
export function incidentProblems(draft: IncidentDraft): IncidentProblems {
  const { openedOn, deadline, mitigatedOn } = draft;
  return {
    ...(isIsoDate(openedOn) ? {} : { openedOn: 'Say when it was noticed.' }),
    ...(!isIsoDate(deadline)
      ? { deadline: 'Say by when it has to be mitigated.' }
      : isIsoDate(openedOn) && deadline < openedOn
        ? { deadline: 'The deadline is before it was opened.' }
        : {}),
    ...(mitigatedOn === ''
      ? {}
      : !isIsoDate(mitigatedOn)
        ? { mitigatedOn: 'There is no such day. Write it as 2026-03-31.' }
        : isIsoDate(openedOn) && mitigatedOn < openedOn
          ? { mitigatedOn: 'It was mitigated before it was opened.' }
          : {}),
  };
}

/** The incident a form describes, or null while something is wrong with it. */
export function incidentFromDraft(draft: IncidentDraft): NewIncident | null {
  const severity = SEVERITIES.find((one) => String(one) === draft.severity);
  if (severity === undefined || Object.keys(incidentProblems(draft)).length > 0) return null;
  return {
    severity,
    openedOn: draft.openedOn as IsoDate,
    deadline: draft.deadline as IsoDate,
    mitigatedOn: draft.mitigatedOn === '' ? null : (draft.mitigatedOn as IsoDate),
    note: draft.note.trim(),
  };
}

/** How an incident stands on the as-of date, in a few words. */
export function incidentState(
  incident: Incident,
  asOf: IsoDate,
): { readonly isBad: boolean; readonly text: string } {
  const { mitigatedOn, deadline } = incident;
  if (mitigatedOn !== null && mitigatedOn <= asOf) {
    return mitigatedOn > deadline
      ? { isBad: false, text: 'mitigated after its deadline' }
      : { isBad: false, text: 'mitigated in time' };
  }
  const left = daysBetween(asOf, deadline);
  if (left < 0)
    return { isBad: true, text: `open, ${-left} ${left === -1 ? 'day' : 'days'} past its deadline` };
  return { isBad: false, text: `open, ${left} ${left === 1 ? 'day' : 'days'} left` };
}
