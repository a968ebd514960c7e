import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { Incident } from '#shared/domain/initiative.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { useCommand } from '../../../app/use-call.ts';
import { formatDay } from '../../../components/dates.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import styles from './details-tab.module.css';
import {
  emptyIncident,
  type IncidentDraft,
  incidentDraftOf,
  incidentFromDraft,
  incidentProblems,
  incidentState,
  SEVERITIES,
} from './incident-draft.ts';
import { RecordPanel, type RecordTarget } from './record-panel.tsx';

/** What went wrong in use, and by when it has to be mitigated. */
export function IncidentPanel({ detail }: { readonly detail: InitiativeDetail }) {
  const { incidents, asOf, initiative } = detail;
  const remove = useCommand('removeIncident');
  return (
    <RecordPanel
      title="Incidents"
      noun="incident"
      none="None on record."
      records={incidents}
      nameOf={(incident) => `the incident of ${formatDay(incident.openedOn)}`}
      describe={(incident) => <Description incident={incident} asOf={asOf} />}
      onRemove={(incident) => remove.run({ id: incident.id })}
      form={(target, onClose) => (
        <IncidentForm target={target} initiativeId={initiative.id} asOf={asOf} onClose={onClose} />
      )}
    />
  );
}

function Description({ incident, asOf }: { readonly incident: Incident; readonly asOf: IsoDate }) {
  const state = incidentState(incident, asOf);
  return (
    <>
      <p>
        Severity {incident.severity}, opened {formatDay(incident.openedOn)}
        {': '}
        <span className={state.isBad ? styles.bad : undefined}>{state.text}</span>
      </p>
      {incident.note === '' ? null : <p>{incident.note}</p>}
    </>
  );
}

interface IncidentFormProps {
  readonly target: RecordTarget<Incident>;
  readonly initiativeId: string;
  readonly asOf: IsoDate;
  readonly onClose: () => void;
}

function IncidentForm({ target, initiativeId, asOf, onClose }: IncidentFormProps) {
  const [draft, setDraft] = useState<IncidentDraft>(() =>
    target.mode === 'edit' ? incidentDraftOf(target.record) : emptyIncident(asOf),
  );
  const [isChecked, setIsChecked] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const add = useCommand('addIncident');
  const update = useCommand('updateIncident');
  const set = (change: Partial<IncidentDraft>) => setDraft((now) => ({ ...now, ...change }));
  const problems = isChecked ? incidentProblems(draft) : {};

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const incident = incidentFromDraft(draft);
    if (incident === null) return;
    setError(null);
    const result =
      target.mode === 'add'
        ? await add.run({ initiativeId, incident })
        : await update.run({ id: target.record.id, incident });
    if (result.ok) onClose();
    else setError(result.error);
  };

  return (
    <form noValidate className={styles.form} onSubmit={(event) => void onSubmit(event)}>
      <div className={styles.pair}>
        <NativeSelect
          label="Severity"
          description="1 is the gravest"
          value={draft.severity}
          data={SEVERITIES.map((severity) => ({ value: String(severity), label: String(severity) }))}
          onChange={(event) => set({ severity: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Opened on"
          description="The day it was noticed"
          value={draft.openedOn}
          required
          error={problems.openedOn}
          onChange={(event) => set({ openedOn: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="To be mitigated by"
          value={draft.deadline}
          required
          error={problems.deadline}
          onChange={(event) => set({ deadline: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Mitigated on"
          value={draft.mitigatedOn}
          error={problems.mitigatedOn}
          onChange={(event) => set({ mitigatedOn: event.currentTarget.value })}
        />
      </div>
      <Textarea
        label="What happened"
        value={draft.note}
        maxLength={4000}
        autosize
        minRows={2}
        maxRows={8}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className={styles.actions}>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled" loading={add.isRunning || update.isRunning}>
          {target.mode === 'add' ? 'Add incident' : 'Save incident'}
        </Button>
      </div>
    </form>
  );
}
