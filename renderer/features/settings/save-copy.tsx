import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { useCommand } from '../../app/use-call.ts';
import { useSaveBytes } from '../../app/use-save-bytes.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import styles from './settings.module.css';

/** Copies of the whole portfolio to keep or to mail, with its history or without. */
export function SaveCopy() {
  const make = useCommand('exportCopy');
  const [error, setError] = useState<ApiError | null>(null);
  const save = useSaveBytes(setError);
  const [wanted, setWanted] = useState<'whole' | 'bare'>('whole');
  const isRunning = make.isRunning || save.isSaving;

  const run = (kind: 'whole' | 'bare') => {
    setWanted(kind);
    void save.run(() => make.run({ withHistory: kind === 'whole' }));
  };
  const state = (kind: 'whole' | 'bare') => ({
    loading: isRunning && wanted === kind,
    disabled: isRunning && wanted !== kind,
  });

  return (
    <div className={styles.group}>
      <h3>Copies</h3>
      <div className={styles.actions}>
        <Button {...state('whole')} onClick={() => run('whole')}>
          Save a copy…
        </Button>
        <Button {...state('bare')} onClick={() => run('bare')}>
          Save a copy without history…
        </Button>
      </div>
      <p className={styles.remark}>
        Without its history a copy holds what stands now and begins a new history that names this audit head.
        It leaves out who changed what and when, everything deleted or overwritten, and with that undo and
        past dates: for somebody who need not see the past.
      </p>
      {error ? <ErrorNotice error={error} title="No copy saved" /> : null}
    </div>
  );
}
