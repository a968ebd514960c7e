import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import {
  SCOPE_STAGE_NAMES,
  type Scope,
  type ScopeBasis,
  type ScopeStage,
} from '#shared/domain/forward-model.ts';
import { useCommand } from '../../../app/use-call.ts';
import { optionsOf } from '../options.ts';
import { DialogForm, FieldRow } from './dialog-form.tsx';
import {
  emptyScope,
  openStages,
  placeOnRoad,
  type ScopeDraft,
  scopeDraftOf,
  scopeFromDraft,
  scopeProblems,
} from './scope-draft.ts';
import { useRecordForm } from './use-record-form.ts';

interface ScopeFormProps {
  /** null: a new one. */
  readonly scope: Scope | null;
  readonly detail: InitiativeDetail;
  readonly onClose: () => void;
}

const BASIS_OPTIONS = [
  { value: 'plan', label: 'What is planned: cut by how well promises were kept' },
  { value: 'measured', label: 'What was measured: at least 3 closed months of this stage' },
];

/** Which stage a scope stands for, what its numbers rest on, and when it comes. */
export function ScopeForm({ scope, detail, onClose }: ScopeFormProps) {
  const { initiative } = detail;
  const open = openStages(detail.scopes, initiative.stage);
  const [draft, setDraft] = useState<ScopeDraft>(() =>
    scope === null ? emptyScope(open[0] ?? 'expansion') : scopeDraftOf(scope),
  );
  const form = useRecordForm(onClose);
  const add = useCommand('addScope');
  const update = useCommand('updateScope');
  const remove = useCommand('removeScope');
  const set = (change: Partial<ScopeDraft>) => setDraft((now) => ({ ...now, ...change }));
  const problems = form.isChecked ? scopeProblems(draft) : {};
  const isLater = placeOnRoad(draft.stage, initiative.stage) === 'later';

  return (
    <DialogForm
      submitLabel={scope === null ? 'Add scope' : 'Save scope'}
      isRunning={form.isRunning}
      error={form.error}
      onCancel={onClose}
      onSubmit={() =>
        void form.submit(scopeFromDraft(draft), (value) =>
          scope === null
            ? add.run({ initiativeId: initiative.id, scope: value })
            : update.run({ id: scope.id, scope: value }),
        )
      }
      remove={
        scope === null
          ? undefined
          : {
              label:
                scope.lines.length === 0 ? 'Remove scope' : `Remove scope and ${scope.lines.length} lines`,
              onRemove: () =>
                void form.remove(`the scope ${SCOPE_STAGE_NAMES[scope.stage]}`, () =>
                  remove.run({ id: scope.id }),
                ),
            }
      }
    >
      {scope === null ? (
        <NativeSelect
          label="Stage"
          data-autofocus
          value={draft.stage}
          data={optionsOf(open, SCOPE_STAGE_NAMES)}
          onChange={(event) => set({ stage: event.currentTarget.value as ScopeStage })}
        />
      ) : null}
      {isLater ? (
        <FieldRow>
          <TextInput
            label="Decided after"
            description="Months from now; 0 is now"
            inputMode="numeric"
            value={draft.decisionMonth}
            error={problems.decisionMonth}
            onChange={(event) => set({ decisionMonth: event.currentTarget.value })}
          />
          <TextInput
            label="Build"
            description="Months to go-live"
            inputMode="numeric"
            value={draft.buildMonths}
            error={problems.buildMonths}
            onChange={(event) => set({ buildMonths: event.currentTarget.value })}
          />
          <TextInput
            label="Ramp"
            description="Months to full size, often 3"
            inputMode="numeric"
            value={draft.rampMonths}
            error={problems.rampMonths}
            onChange={(event) => set({ rampMonths: event.currentTarget.value })}
          />
        </FieldRow>
      ) : (
        <NativeSelect
          label="The numbers are"
          value={draft.basis}
          data={BASIS_OPTIONS}
          onChange={(event) => set({ basis: event.currentTarget.value as ScopeBasis })}
        />
      )}
    </DialogForm>
  );
}
