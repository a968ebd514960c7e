import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { ApiError, Result } from '#shared/api/errors.ts';
import { announceDone } from '../../../app/undo.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import styles from './details-tab.module.css';

/** What the form of a record panel works on: a new record, or one that exists. */
export type RecordTarget<T> = { readonly mode: 'add' } | { readonly mode: 'edit'; readonly record: T };

interface RecordPanelProps<T extends { readonly id: string }> {
  readonly title: string;
  /** One of them in lower case: "incident". */
  readonly noun: string;
  /** What stands there while there is none. */
  readonly none: string;
  readonly records: readonly T[];
  /** A record as buttons and messages call it: "the tripwire Cost per claim". */
  readonly nameOf: (record: T) => string;
  readonly describe: (record: T) => ReactNode;
  readonly onRemove: (record: T) => Promise<Result<unknown>>;
  readonly form: (target: RecordTarget<T>, onClose: () => void) => ReactNode;
}

/** A list of records of an initiative with adding, editing and removing; what fails says so in the list. */
export function RecordPanel<T extends { readonly id: string }>(props: RecordPanelProps<T>) {
  const { title, noun, none, records, nameOf, describe, onRemove, form } = props;
  const [target, setTarget] = useState<RecordTarget<T> | null>(null);
  const [error, setError] = useState<ApiError | null>(null);

  const remove = async (record: T) => {
    setError(null);
    const result = await onRemove(record);
    if (!result.ok) return setError(result.error);
    announceDone(`Removed ${nameOf(record)}`);
  };

  return (
    <Panel
      title={title}
      isPadded={false}
      aside={<Button onClick={() => setTarget({ mode: 'add' })}>Add {noun}</Button>}
    >
      {error ? (
        <div className={styles.notice}>
          <ErrorNotice error={error} />
        </div>
      ) : null}
      {records.length === 0 ? (
        <p className={styles.empty}>{none}</p>
      ) : (
        <ul className={styles.list}>
          {records.map((record) => (
            <li key={record.id} data-fix={`${noun}:${record.id}`}>
              <div className={styles.main}>{describe(record)}</div>
              <div className={styles.buttons}>
                <Button
                  variant="subtle"
                  aria-label={`Edit ${nameOf(record)}`}
                  onClick={() => setTarget({ mode: 'edit', record })}
                >
                  Edit
                </Button>
                <Button
                  variant="subtle"
                  aria-label={`Remove ${nameOf(record)}`}
                  onClick={() => void remove(record)}
                >
                  Remove
                </Button>
              </div>
            </li>
          ))}
        </ul>
      )}
      <Modal
        opened={target !== null}
        onClose={() => setTarget(null)}
        title={target?.mode === 'edit' ? `Edit ${noun}` : `Add ${noun}`}
        size="30rem"
      >
        {target === null ? null : form(target, () => setTarget(null))}
      </Modal>
    </Panel>
  );
}
