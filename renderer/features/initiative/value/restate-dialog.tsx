import { Modal, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { useCommand } from '../../../app/use-call.ts';
import { formatMonthName } from '../../../components/dates.ts';
import { useAmountField } from '../../../components/use-amount-field.ts';
import { DialogForm } from '../forward/dialog-form.tsx';
import { useRecordForm } from '../forward/use-record-form.ts';
import { firstMonth, grouped, type RestateDraft, readRestatement, restateRows } from './restate-draft.ts';
import styles from './restatements.module.css';

interface RestateDialogProps {
  readonly detail: InitiativeDetail;
  /** Closed months, newest first; not empty. */
  readonly months: readonly MonthIndex[];
  /** The one of them to begin with; the newest without it. */
  readonly initial?: MonthIndex | undefined;
  readonly onClose: () => void;
}

/** Corrects a closed month: every figure as it stands, what it should be, and why. */
export function RestateDialog({ detail, months, initial, onClose }: RestateDialogProps) {
  return (
    <Modal opened onClose={onClose} title="Restate a month" size="38rem">
      <RestateForm detail={detail} months={months} initial={initial} onClose={onClose} />
    </Modal>
  );
}

function RestateForm({ detail, months, initial, onClose }: RestateDialogProps) {
  const { currency, initiative } = detail;
  const [draft, setDraft] = useState<RestateDraft>(() => ({
    month: firstMonth(months, initial),
    typed: {},
    reason: '',
  }));
  const form = useRecordForm(onClose);
  const amountField = useAmountField();
  const restate = useCommand('restateMonth');
  const rows = useMemo(() => restateRows(detail, draft.month), [detail, draft.month]);
  const reading = readRestatement(rows, draft, currency);
  const problems = form.isChecked ? reading.problems : {};
  return (
    <DialogForm
      submitLabel="Restate month"
      isRunning={form.isRunning}
      error={form.error}
      onCancel={onClose}
      onSubmit={() =>
        void form.submit(reading.restatement, (restatement) =>
          restate.run({ initiativeId: initiative.id, ...restatement }),
        )
      }
    >
      <p className="dim">
        The old figures stay on record with the reason, and a review that was closed keeps what it was decided
        on. Blank is unmeasured.
      </p>
      <NativeSelect
        label="Month"
        value={String(draft.month)}
        data={months.map((month) => ({ value: String(month), label: formatMonthName(month) }))}
        onChange={(event) => {
          const month = Number(event.currentTarget.value) as MonthIndex;
          setDraft((now) => ({ ...now, month, typed: {} }));
        }}
      />
      <table className={styles.figures}>
        <thead>
          <tr>
            <th scope="col">Figure, amounts in {currency}</th>
            <th scope="col" className={styles.number}>
              Stands
            </th>
            <th scope="col" className={styles.number}>
              Should be
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{row.name}</th>
              <td className={styles.number}>{row.stands === '' ? '·' : grouped(row.stands)}</td>
              <td className={styles.entry}>
                <TextInput
                  aria-label={`${row.name} should be`}
                  inputMode="decimal"
                  {...amountField}
                  value={draft.typed[row.key] ?? row.stands}
                  error={problems[row.key]}
                  onChange={(event) => {
                    const { value } = event.currentTarget;
                    setDraft((now) => ({ ...now, typed: { ...now.typed, [row.key]: value } }));
                  }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.nothing === undefined ? null : (
        <p role="alert" className={styles.problem}>
          {problems.nothing}
        </p>
      )}
      <Textarea
        label="Reason"
        description="An invoice that came late, a line that was counted twice"
        value={draft.reason}
        maxLength={2000}
        required
        autosize
        minRows={2}
        error={problems.reason}
        onChange={(event) => {
          const { value } = event.currentTarget;
          setDraft((now) => ({ ...now, reason: value }));
        }}
      />
    </DialogForm>
  );
}
