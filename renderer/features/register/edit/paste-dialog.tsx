import { Modal, NativeSelect } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import type { Block } from '#shared/clipboard/block.ts';
import { announceDone } from '../../../app/undo.ts';
import { useCommand } from '../../../app/use-call.ts';
import { countOf } from '../../../components/counts.ts';
import { DialogForm } from '../../initiative/forward/dialog-form.tsx';
import { optionsOf } from '../../initiative/options.ts';
import styles from './bulk-dialog.module.css';
import { EDIT_NAMES } from './edit-columns.ts';
import { PASTE_COLUMNS, type PasteColumn, planPaste } from './paste-column.ts';

export interface PasteRequest {
  readonly block: Block;
  /** The rows as they are shown, and the one the block begins at. */
  readonly rows: readonly RegisterRow[];
  readonly start: number;
}

interface PasteDialogProps extends PasteRequest {
  readonly onClose: () => void;
}

const MOST_LISTED = 200;

/** Lays a pasted column of owners or units over the register, row by row, and asks before anything changes. */
export function PasteDialog(props: PasteDialogProps) {
  const { block, rows, start, onClose } = props;
  return (
    <Modal opened onClose={onClose} title={`Paste ${countOf(block.rows.length, 'cell')}`} size="40rem">
      <PasteForm key={start} block={block} rows={rows} start={start} onClose={onClose} />
    </Modal>
  );
}

function PasteForm({ block, rows, start, onClose }: PasteDialogProps) {
  const [column, setColumn] = useState<PasteColumn>('businessOwner');
  const [error, setError] = useState<ApiError | null>(null);
  const set = useCommand('setInitiativeTexts');
  const plan = useMemo(() => planPaste(block, rows, start, column), [block, rows, start, column]);
  const count = plan.ok ? plan.changes.length : 0;

  const onSubmit = async () => {
    if (!plan.ok || count === 0) return onClose();
    setError(null);
    const values = plan.changes.map(({ id, to }) => ({ id, text: to }));
    const result = await set.run({ field: column, values });
    if (!result.ok) return setError(result.error);
    announceDone(`Pasted ${EDIT_NAMES[column].toLowerCase()} of ${countOf(count, 'initiative')}`);
    onClose();
  };

  return (
    <DialogForm
      submitLabel={count === 0 ? 'Close, nothing is changed' : `Change ${countOf(count, 'initiative')}`}
      isRunning={set.isRunning}
      error={error}
      onCancel={onClose}
      onSubmit={() => void onSubmit()}
    >
      <NativeSelect
        label="Into the column"
        data-autofocus
        value={column}
        data={optionsOf(PASTE_COLUMNS, EDIT_NAMES)}
        onChange={(event) => setColumn(event.currentTarget.value as PasteColumn)}
      />
      {plan.ok ? (
        <div className={styles.scroll}>
          <table className={styles.preview}>
            <caption>From “{rows[start]?.name}” down, in the order shown</caption>
            <thead>
              <tr>
                <th scope="col">Initiative</th>
                <th scope="col">Now</th>
                <th scope="col">Then</th>
              </tr>
            </thead>
            <tbody>
              {plan.lines.slice(0, MOST_LISTED).map((line) => (
                <tr key={line.id} data-same={line.from === line.to || undefined}>
                  <th scope="row" title={line.name}>
                    {line.name}
                  </th>
                  <td title={line.from}>{line.from === '' ? 'not named' : line.from}</td>
                  <td title={line.to}>{line.to === '' ? 'not named' : line.to}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {plan.lines.length > MOST_LISTED ? (
            <p className="dim">And {countOf(plan.lines.length - MOST_LISTED, 'more row')}.</p>
          ) : null}
        </div>
      ) : (
        <div role="alert">
          <p>This cannot be pasted. Nothing was changed.</p>
          <ul className={styles.problems}>
            {plan.problems.slice(0, 10).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
            {plan.problems.length > 10 ? <li>And {plan.problems.length - 10} more.</li> : null}
          </ul>
        </div>
      )}
    </DialogForm>
  );
}
