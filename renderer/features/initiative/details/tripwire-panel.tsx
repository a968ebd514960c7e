import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { Tripwire } from '#shared/domain/initiative.ts';
import type { Comparator } from '#shared/domain/risk.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { formatNumber } from '#shared/report/format.ts';
import { useCommand } from '../../../app/use-call.ts';
import { formatDay } from '../../../components/dates.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import styles from './details-tab.module.css';
import { COMPARATOR_NAMES, COMPARATOR_OPTIONS } from './initiative-fields.ts';
import { RecordPanel, type RecordTarget } from './record-panel.tsx';
import {
  emptyTripwire,
  type TripwireDraft,
  tripwireDraftOf,
  tripwireFromDraft,
  tripwireProblems,
  tripwireState,
} from './tripwire-draft.ts';

/** Kill criteria committed before the money is spent. */
export function TripwirePanel({ detail }: { readonly detail: InitiativeDetail }) {
  const { tripwires, asOf, initiative } = detail;
  const remove = useCommand('removeTripwire');
  return (
    <RecordPanel
      title="Tripwires"
      noun="tripwire"
      none="None. A tripwire is a metric, a threshold and a date, set before funding; missing it means kill."
      records={tripwires}
      nameOf={(tripwire) => `the tripwire ${tripwire.metric}`}
      describe={(tripwire) => <Description tripwire={tripwire} asOf={asOf} />}
      onRemove={(tripwire) => remove.run({ id: tripwire.id })}
      form={(target, onClose) => (
        <TripwireForm target={target} initiativeId={initiative.id} asOf={asOf} onClose={onClose} />
      )}
    />
  );
}

const TONES: Readonly<Record<ReturnType<typeof tripwireState>['tone'], string | undefined>> = {
  good: styles.good,
  bad: styles.bad,
  plain: undefined,
};

function Description({ tripwire, asOf }: { readonly tripwire: Tripwire; readonly asOf: IsoDate }) {
  const state = tripwireState(tripwire, asOf);
  return (
    <>
      <p>
        {tripwire.metric} {COMPARATOR_NAMES[tripwire.comparator]} {formatNumber(tripwire.threshold)} by{' '}
        {formatDay(tripwire.dueOn)}
      </p>
      <p>
        <span className={TONES[state.tone]}>{state.text}</span>, committed {formatDay(tripwire.committedOn)}
      </p>
    </>
  );
}

interface TripwireFormProps {
  readonly target: RecordTarget<Tripwire>;
  readonly initiativeId: string;
  readonly asOf: IsoDate;
  readonly onClose: () => void;
}

function TripwireForm({ target, initiativeId, asOf, onClose }: TripwireFormProps) {
  const [draft, setDraft] = useState<TripwireDraft>(() =>
    target.mode === 'edit' ? tripwireDraftOf(target.record) : emptyTripwire(asOf),
  );
  const [isChecked, setIsChecked] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const add = useCommand('addTripwire');
  const update = useCommand('updateTripwire');
  const set = (change: Partial<TripwireDraft>) => setDraft((now) => ({ ...now, ...change }));
  const problems = isChecked ? tripwireProblems(draft) : {};

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const tripwire = tripwireFromDraft(draft);
    if (tripwire === null) return;
    setError(null);
    const result =
      target.mode === 'add'
        ? await add.run({ initiativeId, tripwire })
        : await update.run({ id: target.record.id, tripwire });
    if (result.ok) onClose();
    else setError(result.error);
  };

  return (
    <form noValidate className={styles.form} onSubmit={(event) => void onSubmit(event)}>
      <TextInput
        label="Metric"
        value={draft.metric}
        maxLength={300}
        data-autofocus
        required
        error={problems.metric}
        onChange={(event) => set({ metric: event.currentTarget.value })}
      />
      <div className={styles.pair}>
        <NativeSelect
          label="Must be"
          value={draft.comparator}
          data={[...COMPARATOR_OPTIONS]}
          onChange={(event) => set({ comparator: event.currentTarget.value as Comparator })}
        />
        <TextInput
          label="Threshold"
          inputMode="decimal"
          value={draft.threshold}
          required
          error={problems.threshold}
          onChange={(event) => set({ threshold: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Due on"
          value={draft.dueOn}
          required
          error={problems.dueOn}
          onChange={(event) => set({ dueOn: event.currentTarget.value })}
        />
        <TextInput
          type="date"
          label="Committed on"
          value={draft.committedOn}
          required
          error={problems.committedOn}
          onChange={(event) => set({ committedOn: event.currentTarget.value })}
        />
      </div>
      <TextInput
        label="Measured value"
        description="On the last closed month at the due date; blank while not measured"
        inputMode="decimal"
        value={draft.measuredValue}
        error={problems.measuredValue}
        onChange={(event) => set({ measuredValue: event.currentTarget.value })}
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className={styles.actions}>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled" loading={add.isRunning || update.isRunning}>
          {target.mode === 'add' ? 'Add tripwire' : 'Save tripwire'}
        </Button>
      </div>
    </form>
  );
}
