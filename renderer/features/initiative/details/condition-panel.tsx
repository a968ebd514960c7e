import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { DecisionCondition } from '#shared/domain/condition.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { useCommand } from '../../../app/use-call.ts';
import { formatDay } from '../../../components/dates.ts';
import { DialogForm, FieldRow } from '../forward/dialog-form.tsx';
import { useRecordForm } from '../forward/use-record-form.ts';
import {
  type ConditionDraft,
  conditionDraftOf,
  conditionFromDraft,
  conditionProblems,
  conditionState,
  EMPTY_CONDITION,
} from './condition-draft.ts';
import styles from './details-tab.module.css';
import { RecordPanel, type RecordTarget } from './record-panel.tsx';

/** What a decision was made to depend on: who owes what by when. */
export function ConditionPanel({ detail }: { readonly detail: InitiativeDetail }) {
  const { conditions, asOf, initiative } = detail;
  const remove = useCommand('removeCondition');
  return (
    <RecordPanel
      title="Conditions"
      noun="condition"
      none="None. A condition is what a decision depends on: who owes what by when."
      records={conditions}
      nameOf={(condition) => `the condition ${condition.what}`}
      describe={(condition) => <Description condition={condition} asOf={asOf} />}
      onRemove={(condition) => remove.run({ id: condition.id })}
      form={(target, onClose) => (
        <ConditionForm target={target} initiativeId={initiative.id} onClose={onClose} />
      )}
    />
  );
}

const TONES: Readonly<Record<ReturnType<typeof conditionState>['tone'], string | undefined>> = {
  good: styles.good,
  bad: styles.bad,
  plain: undefined,
};

function Description({ condition, asOf }: { readonly condition: DecisionCondition; readonly asOf: IsoDate }) {
  const state = conditionState(condition, asOf);
  return (
    <>
      <p>{condition.what}</p>
      <p>
        {condition.owner}, by {formatDay(condition.dueOn)}:{' '}
        <span className={TONES[state.tone]}>{state.text}</span>
      </p>
      {condition.note === '' ? null : <p>{condition.note}</p>}
    </>
  );
}

interface ConditionFormProps {
  readonly target: RecordTarget<DecisionCondition>;
  readonly initiativeId: string;
  readonly onClose: () => void;
}

function ConditionForm({ target, initiativeId, onClose }: ConditionFormProps) {
  const [draft, setDraft] = useState<ConditionDraft>(() =>
    target.mode === 'edit' ? conditionDraftOf(target.record) : EMPTY_CONDITION,
  );
  const form = useRecordForm(onClose);
  const add = useCommand('addCondition');
  const update = useCommand('updateCondition');
  const set = (change: Partial<ConditionDraft>) => setDraft((now) => ({ ...now, ...change }));
  const problems = form.isChecked ? conditionProblems(draft) : {};
  return (
    <DialogForm
      submitLabel={target.mode === 'add' ? 'Add condition' : 'Save condition'}
      isRunning={form.isRunning}
      error={form.error}
      onCancel={onClose}
      onSubmit={() =>
        void form.submit(conditionFromDraft(draft), (condition) =>
          target.mode === 'add'
            ? add.run({ initiativeId, condition })
            : update.run({ id: target.record.id, condition }),
        )
      }
    >
      <TextInput
        label="What has to be done"
        value={draft.what}
        maxLength={1000}
        data-autofocus
        required
        error={problems.what}
        onChange={(event) => set({ what: event.currentTarget.value })}
      />
      <TextInput
        label="Owner"
        value={draft.owner}
        maxLength={200}
        required
        error={problems.owner}
        onChange={(event) => set({ owner: event.currentTarget.value })}
      />
      <FieldRow>
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
          label="Met on"
          value={draft.metOn}
          error={problems.metOn}
          onChange={(event) => set({ metOn: event.currentTarget.value })}
        />
      </FieldRow>
      <Textarea
        label="Note"
        value={draft.note}
        maxLength={4000}
        autosize
        minRows={2}
        onChange={(event) => set({ note: event.currentTarget.value })}
      />
    </DialogForm>
  );
}
