import { Radio, Stack } from '@mantine/core';
import { useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { ChecklistDimension, ChecklistState } from '#shared/domain/checklist.ts';
import { CHECKLIST_NAMES } from '#shared/domain/checklist.ts';
import { useCommand } from '../../../app/use-call.ts';
import { DialogForm } from '../forward/dialog-form.tsx';
import { useRecordForm } from '../forward/use-record-form.ts';
import {
  CLAIM_NAMES,
  type ClaimDraft,
  type ClaimState,
  claimDraftOf,
  claimFromDraft,
  claimProblems,
} from './checklist-draft.ts';
import { ProofFields } from './proof-fields.tsx';

interface ChecklistFormProps {
  readonly dimension: ChecklistDimension;
  readonly anchors: Readonly<Record<ChecklistState, string>>;
  readonly detail: InitiativeDetail;
  readonly onClose: () => void;
}

/** What is claimed of one row, and the proof where one is asked. */
export function ChecklistForm({ dimension, anchors, detail, onClose }: ChecklistFormProps) {
  const { asOf, initiative } = detail;
  const [draft, setDraft] = useState<ClaimDraft>(() =>
    claimDraftOf(
      detail.checklist.find((row) => row.dimension === dimension),
      asOf,
    ),
  );
  const form = useRecordForm(onClose);
  const set = useCommand('setChecklistRow');
  const descriptions: Readonly<Record<ClaimState, string>> = {
    unsaid: 'Takes back what was said',
    ...anchors,
  };
  return (
    <DialogForm
      submitLabel="Save"
      isRunning={form.isRunning}
      error={form.error}
      onCancel={onClose}
      onSubmit={() =>
        void form.submit(claimFromDraft(dimension, draft, asOf), (row) =>
          set.run({ initiativeId: initiative.id, row }),
        )
      }
    >
      <Radio.Group
        label={`${CHECKLIST_NAMES[dimension]} is`}
        value={draft.state}
        onChange={(state) => setDraft((now) => ({ ...now, state: state as ClaimState }))}
      >
        <Stack gap="sm" mt="xs">
          {(['pilot_grade', 'production_ready', 'unsaid'] as const).map((state) => (
            <Radio
              key={state}
              value={state}
              size="xs"
              label={CLAIM_NAMES[state]}
              description={descriptions[state]}
            />
          ))}
        </Stack>
      </Radio.Group>
      {draft.state === 'production_ready' ? (
        <ProofFields
          draft={draft.proof}
          problems={form.isChecked ? claimProblems(draft, asOf) : {}}
          onChange={(change) => setDraft((now) => ({ ...now, proof: { ...now.proof, ...change } }))}
        />
      ) : null}
    </DialogForm>
  );
}
