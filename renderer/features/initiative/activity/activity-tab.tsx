import { Button, NativeSelect } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { HistoryEntry, InitiativeDetail } from '#shared/api/schemas/views.ts';
import { HISTORY_KIND_NAMES, HISTORY_KINDS, type HistoryKind } from '#shared/history/table-words.ts';
import { useCall, useCommand } from '../../../app/use-call.ts';
import { formatMoment } from '../../../components/dates.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Loading } from '../../../components/loading.tsx';
import { Panel } from '../../../components/panel.tsx';
import styles from './activity-tab.module.css';
import { EntryChanges } from './entry-changes.tsx';

const PAGE = 100;

/** Everything that was changed here, latest first: what, who, when, field by field, and whether it was taken back. */
export function ActivityTab({ detail }: { readonly detail: InitiativeDetail }) {
  const [kind, setKind] = useState<HistoryKind | ''>('');
  const about = useCall(
    'listHistory',
    { initiativeId: detail.initiative.id, limit: PAGE, ...(kind === '' ? {} : { kind }) },
    { isEnabled: kind !== '' },
  );
  const first = kind === '' ? detail.history : about.data?.entries;
  return (
    <Panel
      title="Activity"
      isPadded={false}
      aside={
        <NativeSelect
          aria-label="Show changes of"
          value={kind}
          data={[
            { value: '', label: 'All changes' },
            ...HISTORY_KINDS.map((value) => ({ value, label: HISTORY_KIND_NAMES[value] })),
          ]}
          onChange={(event) => setKind(event.currentTarget.value as HistoryKind | '')}
        />
      }
    >
      {about.isError && kind !== '' ? (
        <div className={styles.more}>
          <ErrorNotice
            error={about.error}
            actions={<Button onClick={() => void about.refetch()}>Try again</Button>}
          />
        </div>
      ) : first === undefined ? (
        <Loading what="the changes" />
      ) : (
        <Entries key={kind} detail={detail} kind={kind} first={first} />
      )}
    </Panel>
  );
}

interface EntriesProps {
  readonly detail: InitiativeDetail;
  readonly kind: HistoryKind | '';
  /** The latest page. */
  readonly first: readonly HistoryEntry[];
}

function Entries({ detail, kind, first }: EntriesProps) {
  const [older, setOlder] = useState<readonly HistoryEntry[]>([]);
  const [isEnd, setIsEnd] = useState(first.length < PAGE);
  const [error, setError] = useState<ApiError | null>(null);
  const read = useCommand('listHistory');
  const entries = mergeHistory(first, older);

  const onMore = async () => {
    const last = entries.at(-1);
    setError(null);
    const result = await read.run({
      initiativeId: detail.initiative.id,
      limit: PAGE,
      ...(kind === '' ? {} : { kind }),
      ...(last === undefined ? {} : { before: last.seq }),
    });
    if (!result.ok) return setError(result.error);
    setOlder((now) => mergeHistory(now, result.value.entries));
    setIsEnd(result.value.entries.length < PAGE);
  };

  if (entries.length === 0) return <p className={styles.none}>Nothing of this kind was ever changed here.</p>;
  return (
    <>
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
            <Entry key={entry.seq} entry={entry} detail={detail} />
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
    </>
  );
}

/** One entry, opening to what it changed. */
function Entry({ entry, detail }: { readonly entry: HistoryEntry; readonly detail: InitiativeDetail }) {
  const [isOpen, setIsOpen] = useState(false);
  const openId = useId();
  return (
    <>
      <tr data-undone={entry.isUndone || undefined}>
        <td className={styles.what}>
          <button
            type="button"
            className={styles.label}
            aria-expanded={isOpen}
            aria-controls={isOpen ? openId : undefined}
            onClick={() => setIsOpen((now) => !now)}
          >
            <IconChevronRight aria-hidden="true" size="0.875rem" stroke={1.75} className={styles.arrow} />
            <bdi className={styles.words}>{entry.label}</bdi>
          </button>
          {entry.isUndone ? <span className={styles.undone}>undone</span> : null}
        </td>
        <td className={styles.who}>{entry.actor === '' ? 'nobody named' : <bdi>{entry.actor}</bdi>}</td>
        <td className={styles.when}>{formatMoment(entry.at)}</td>
      </tr>
      {isOpen ? (
        <tr id={openId} className={styles.open}>
          <td colSpan={3}>
            <EntryChanges initiativeId={detail.initiative.id} entry={entry} currency={detail.currency} />
          </td>
        </tr>
      ) : null}
    </>
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
