import { Modal, NativeSelect, TextInput } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { BulkPatch } from '#shared/api/schemas/bulk.ts';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { isIsoDate } from '#shared/domain/calendar.ts';
import { STAGE_NAMES, STAGES, type Stage } from '#shared/domain/stage.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { announceDone } from '../../../app/undo.ts';
import { useCommand } from '../../../app/use-call.ts';
import { countOf } from '../../../components/counts.ts';
import { DialogForm } from '../../initiative/forward/dialog-form.tsx';
import { optionsOf } from '../../initiative/options.ts';
import styles from './bulk-dialog.module.css';
import {
  BULK_FIELDS,
  BULK_NAMES,
  type BulkField,
  bulkPreview,
  bulkWords,
  MOST_CHARACTERS,
  valuesInUse,
} from './bulk-preview.ts';

interface BulkDialogProps {
  /** What is changed: the initiatives chosen. */
  readonly rows: readonly RegisterRow[];
  /** The whole register, for the values in use. */
  readonly all: readonly RegisterRow[];
  readonly field: BulkField;
  readonly onClose: () => void;
}

/** Sets one fact for many initiatives in one step, showing beforehand what would change. */
export function BulkDialog(props: BulkDialogProps) {
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={`Change ${countOf(props.rows.length, 'initiative')}`}
      size="34rem"
    >
      <BulkForm {...props} />
    </Modal>
  );
}

interface Draft {
  readonly text: string;
  readonly stage: Stage;
  readonly enteredOn: string;
  readonly isPaused: boolean;
}

function BulkForm({ rows, all, field: initial, onClose }: BulkDialogProps) {
  const [field, setField] = useState<BulkField>(initial);
  const [draft, setDraft] = useState<Draft>(() => ({
    text: '',
    stage: rows[0]?.stage ?? 'idea',
    enteredOn: '',
    isPaused: true,
  }));
  const [error, setError] = useState<ApiError | null>(null);
  const update = useCommand('updateInitiatives');
  const listId = useId();
  const known = useMemo(() => valuesInUse(all, field), [all, field]);
  const value = field === 'stage' ? draft.stage : field === 'isPaused' ? draft.isPaused : draft.text.trim();
  const changes = useMemo(() => bulkPreview(rows, field, value), [rows, field, value]);
  const ids = useMemo(
    () => rows.filter((row) => row[field] !== value).map((row) => row.id),
    [rows, field, value],
  );
  const set = (patch: Partial<Draft>) => setDraft((now) => ({ ...now, ...patch }));

  const onSubmit = async () => {
    if (ids.length === 0) return onClose();
    setError(null);
    const result = await update.run({ ids, patch: patchOf(field, draft) });
    if (!result.ok) return setError(result.error);
    announceDone(`${BULK_NAMES[field]} of ${countOf(ids.length, 'initiative')}: ${bulkWords(field, value)}`);
    onClose();
  };

  return (
    <DialogForm
      submitLabel={
        ids.length === 0 ? 'Close, nothing would change' : `Change ${countOf(ids.length, 'initiative')}`
      }
      isRunning={update.isRunning}
      error={error}
      onCancel={onClose}
      onSubmit={() => void onSubmit()}
    >
      <NativeSelect
        label="What to change"
        value={field}
        data={optionsOf(BULK_FIELDS, BULK_NAMES)}
        onChange={(event) => setField(event.currentTarget.value as BulkField)}
      />
      {field === 'stage' ? (
        <>
          <NativeSelect
            label="New stage"
            data-autofocus
            value={draft.stage}
            data={optionsOf(STAGES, STAGE_NAMES)}
            onChange={(event) => set({ stage: event.currentTarget.value as Stage })}
          />
          <TextInput
            type="date"
            label="Entered on"
            description="Blank: not known. The entry day and pauses of the stage that is left are forgotten."
            value={draft.enteredOn}
            onChange={(event) => set({ enteredOn: event.currentTarget.value })}
          />
        </>
      ) : field === 'isPaused' ? (
        <NativeSelect
          label="New state"
          data-autofocus
          value={draft.isPaused ? 'paused' : 'running'}
          data={[
            { value: 'paused', label: 'Paused' },
            { value: 'running', label: 'Not paused' },
          ]}
          onChange={(event) => set({ isPaused: event.currentTarget.value === 'paused' })}
        />
      ) : (
        <>
          <TextInput
            label={`New ${BULK_NAMES[field].toLowerCase()}`}
            description="Blank takes away what is there"
            data-autofocus
            value={draft.text}
            maxLength={MOST_CHARACTERS[field] ?? 200}
            list={listId}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
          <datalist id={listId}>
            {known.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        </>
      )}
      <div className={styles.scroll}>
        <table className={styles.preview}>
          <caption>What would change</caption>
          <thead>
            <tr>
              <th scope="col">Now</th>
              <th scope="col">Then</th>
              <th scope="col" className={styles.number}>
                Initiatives
              </th>
            </tr>
          </thead>
          <tbody>
            {changes.map((change) => (
              <tr key={change.from} data-same={!change.isChange || undefined}>
                <th scope="row" title={change.from}>
                  {change.from}
                </th>
                <td title={bulkWords(field, value)}>
                  {change.isChange ? bulkWords(field, value) : 'stays as it is'}
                </td>
                <td className={styles.number}>{change.count}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </DialogForm>
  );
}

function patchOf(field: BulkField, draft: Draft): BulkPatch {
  if (field === 'isPaused') return { isPaused: draft.isPaused };
  if (field !== 'stage') return { [field]: draft.text.trim() };
  const enteredOn = isIsoDate(draft.enteredOn) ? (draft.enteredOn as IsoDate) : null;
  return { stage: draft.stage, ...(enteredOn === null ? {} : { stageEnteredOn: enteredOn }) };
}
