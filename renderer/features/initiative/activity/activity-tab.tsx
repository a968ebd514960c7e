import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { HistoryEntry, InitiativeDetail } from '#shared/api/schemas/views.ts';
import { useCommand } from '../../../app/use-call.ts';
import { formatMoment } from '../../../components/dates.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import styles from './activity-tab.module.css';

const PAGE = 100;

/** Everything that was changed here, latest first: what, who, when, and whether it was taken back. */
export function ActivityTab({ detail }: { readonly detail: InitiativeDetail }) {
  const [older, setOlder] = useState<readonly HistoryEntry[]>([]);
  const [isEnd, setIsEnd] = useState(detail.history.length < PAGE);
  const [error, setError] = useState<ApiError | null>(null);
  const read = useCommand('listHistory');
  const entries = mergeHistory(detail.history, older);

  const onMore = async () => {
    const last = entries.at(-1);
    setError(null);
    const result = await read.run({
      initiativeId: detail.initiative.id,
      limit: PAGE,
      ...(last === undefined ? {} : { before: last.seq }),
    });
    if (!result.ok) return setError(result.error);
    setOlder((now) => mergeHistory(now, result.value.entries));
    setIsEnd(result.value.entries.length < PAGE);
  };

  return (
    <Panel title="Activity" aside={`${entries.length}${isEnd ? '' : ' latest'} changes`} isPadded={false}>
      <table className={styles.table} aria-label="Changes, latest first">
        <thead className="visually-hidden">
          <tr>
            <th scope="col">What</th>
            <th scope="col">Who</th>
            <th scope="col">When</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq} data-undone={entry.isUndone || undefined}>
              <td className={styles.what}>
                <span>{entry.label}</span>
                {entry.isUndone ? <span className={styles.undone}>undone</span> : null}
              </td>
              <td className={styles.who}>{entry.actor === '' ? 'nobody named' : entry.actor}</td>
              <td className={styles.when}>{formatMoment(entry.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {error ? (
        <div className={styles.more}>
          <ErrorNotice error={error} />
        </div>
      ) : null}
      {isEnd ? null : (
        <div className={styles.more}>
          <Button loading={read.isRunning} onClick={() => void onMore()}>
            Show earlier changes
          </Button>
        </div>
      )}
    </Panel>
  );
}

/** Two lists of history as one, latest first, every entry once; the first list is the newer reading of it. */
export function mergeHistory(
  newer: readonly HistoryEntry[],
  older: readonly HistoryEntry[],
): readonly HistoryEntry[] {
  const bySeq = new Map<number, HistoryEntry>();
  for (const entry of [...older, ...newer]) bySeq.set(entry.seq, entry);
  return [...bySeq.values()].sort((a, b) => b.seq - a.seq);
}
