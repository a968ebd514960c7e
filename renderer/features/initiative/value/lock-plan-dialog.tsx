import { Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { useCommand } from '../../../app/use-call.ts';
import { countOf } from '../../../components/counts.ts';
import { DialogForm, FieldRow } from '../forward/dialog-form.tsx';
import { useRecordForm } from '../forward/use-record-form.ts';
import { approvalFromDraft, approvalProblems, emptyApproval } from './plan-approval.ts';
import { byVersion, type PlanDraft } from './plan-versions.ts';

interface LockPlanDialogProps {
  readonly isOpen: boolean;
  readonly detail: InitiativeDetail;
  readonly draft: PlanDraft;
  readonly version: number;
  readonly onClose: () => void;
  readonly onLocked: () => void;
}

/** Asks from when the version counts and who approved it, and locks it. */
export function LockPlanDialog({ isOpen, version, onClose, ...rest }: LockPlanDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={`Lock version ${version} of the plan`} size="30rem">
      <LockPlanForm {...rest} onClose={onClose} />
    </Modal>
  );
}

type LockPlanFormProps = Omit<LockPlanDialogProps, 'isOpen' | 'version'>;

function LockPlanForm({ detail, draft, onClose, onLocked }: LockPlanFormProps) {
  const { asOf, initiative } = detail;
  const last = byVersion(detail.planVersions).at(-1);
  const [approval, setApproval] = useState(() => emptyApproval(asOf, last));
  const form = useRecordForm(onLocked);
  const lock = useCommand('lockPlan');
  const problems = form.isChecked ? approvalProblems(approval, asOf, last) : {};
  return (
    <DialogForm
      submitLabel="Lock plan"
      isRunning={form.isRunning}
      error={form.error}
      onCancel={onClose}
      onSubmit={() =>
        void form.submit(approvalFromDraft(approval, asOf, last), (approved) =>
          lock.run({ initiativeId: initiative.id, ...approved, cells: [...draft.values()] }),
        )
      }
    >
      <p className="muted">
        {countOf(draft.size, 'amount')} will be locked. They cannot be changed afterwards; a later version can
        take their place.
      </p>
      <FieldRow>
        <TextInput
          type="month"
          label="In force from"
          data-autofocus
          required
          value={approval.inForceFrom}
          error={problems.inForceFrom}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setApproval((now) => ({ ...now, inForceFrom: value }));
          }}
        />
        <TextInput
          type="date"
          label="Approved on"
          required
          value={approval.approvedOn}
          error={problems.approvedOn}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setApproval((now) => ({ ...now, approvedOn: value }));
          }}
        />
      </FieldRow>
      <TextInput
        label="Approved by"
        required
        maxLength={200}
        value={approval.approvedBy}
        error={problems.approvedBy}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setApproval((now) => ({ ...now, approvedBy: value }));
        }}
      />
    </DialogForm>
  );
}
