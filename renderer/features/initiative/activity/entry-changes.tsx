import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { HistoryChanges } from '#shared/api/schemas/history.ts';
import type { HistoryEntry } from '#shared/api/schemas/views.ts';
import type { HistoryCell } from '#shared/history/cells.ts';
import { performUndo } from '../../../app/undo.ts';
import { useCall, useCommand } from '../../../app/use-call.ts';
import { useWritingOff } from '../../../app/use-writing-off.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { formatMoney, veilNumber } from '../../../components/money-words.ts';
import styles from './activity-tab.module.css';
import { ACTION_WORDS, type ChangeLine, changeLines, undoWords } from './change-lines.ts';

interface EntryChangesProps {
  readonly initiativeId: string;
  readonly entry: HistoryEntry;
  readonly currency: string;
}

/** What one entry changed here, field by field with before and after; and the way to take it back, or what bars it. */
export function EntryChanges({ initiativeId, entry, currency }: EntryChangesProps) {
  const first = useCall('getHistoryChanges', { initiativeId, seq: entry.seq });
  const [later, setLater] = useState<HistoryChanges | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const read = useCommand('getHistoryChanges');
  if (first.isError) return <ErrorNotice error={first.error} />;
  if (first.data === undefined) return <p className="dim">Reading what changed…</p>;
  const changes = [...first.data.changes, ...(later?.changes ?? [])];
  const next = later === null ? first.data.nextOrdinal : later.nextOrdinal;

  const onMore = async (fromOrdinal: number) => {
    setError(null);
    const result = await read.run({ initiativeId, seq: entry.seq, fromOrdinal });
    if (!result.ok) return setError(result.error);
    const { value } = result;
    setLater((now) => ({ ...value, changes: [...(now?.changes ?? []), ...value.changes] }));
  };

  return (
    <>
      {changes.length === 0 ? (
        <p className="muted">
          Nothing of it can be told in words: it changed marks the app keeps for itself.
        </p>
      ) : (
        <ChangeTable lines={changeLines(changes)} label={entry.label} currency={currency} />
      )}
      {error === null ? null : <ErrorNotice error={error} />}
      <div className={styles.actions}>
        {next === null ? null : (
          <Button loading={read.isRunning} onClick={() => void onMore(next)}>
            Show more of this change
          </Button>
        )}
        <UndoPart entry={entry} undo={first.data.undo} />
      </div>
    </>
  );
}

interface ChangeTableProps {
  readonly lines: readonly ChangeLine[];
  readonly label: string;
  readonly currency: string;
}

function ChangeTable({ lines, label, currency }: ChangeTableProps) {
  return (
    <table className={styles.changes} aria-label={`What changed: ${label}`}>
      <thead>
        <tr>
          <th scope="col">What</th>
          <th scope="col">Before</th>
          <th scope="col">After</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.key}>
            <th scope="row">
              {line.subject === '' ? null : <span className={styles.subject}>{line.subject}</span>}
              {line.field === '' ? null : <span>{line.field}</span>}
            </th>
            {line.isWhole ? (
              <td colSpan={2}>{ACTION_WORDS[line.action]}</td>
            ) : (
              <>
                <td className={styles.before}>
                  <Cell
                    cell={line.before}
                    currency={currency}
                    none={line.action === 'added' ? 'not there' : 'blank'}
                  />
                </td>
                <td>
                  <Cell
                    cell={line.after}
                    currency={currency}
                    none={line.action === 'removed' ? 'removed' : 'blank'}
                  />
                </td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps {
  readonly cell: HistoryCell | null;
  readonly currency: string;
  /** The word for nothing. */
  readonly none: string;
}

function Cell({ cell, currency, none }: CellProps) {
  if (cell === null) return <span className="dim">{none}</span>;
  if (cell.type === 'money') return <>{formatMoney(cell.minor, currency)}</>;
  return <bdi>{cell.type === 'amount' ? veilNumber(cell.text) : cell.text}</bdi>;
}

interface UndoPartProps {
  readonly entry: HistoryEntry;
  readonly undo: HistoryChanges['undo'];
}

/** The latest step can be undone here; for an older one it is said what comes first. */
function UndoPart({ entry, undo }: UndoPartProps) {
  const [isRunning, setIsRunning] = useState(false);
  const writingOff = useWritingOff();
  if (writingOff !== null) return null;
  if (undo.status === 'ahead' && undo.steps === 0) {
    const onUndo = async () => {
      setIsRunning(true);
      await performUndo();
      setIsRunning(false);
    };
    return (
      <Button loading={isRunning} onClick={() => void onUndo()} aria-label={`Undo: ${entry.label}`}>
        Undo
      </Button>
    );
  }
  const words = undoWords(undo, entry.isUndone);
  return words === '' ? null : <p className="muted">{words}</p>;
}
