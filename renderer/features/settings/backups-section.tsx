import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { Backup, BackupList } from '#shared/api/schemas/file.ts';
import type { Status } from '#shared/api/schemas/views.ts';
import { useCall, useCommand } from '../../app/use-call.ts';
import { formatMoment } from '../../components/dates.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { RestoreDialog, type RestoreTarget } from '../file/restore-dialog.tsx';
import { BackupFolder } from './backup-folder.tsx';
import { BackupTable } from './backup-table.tsx';
import { BACKUP_RHYTHM, canRestore, noBackupReason } from './backup-words.ts';
import styles from './settings.module.css';
import { SettingsSection } from './settings-section.tsx';

/** Backups of the open file: where, how often, whether they work, and each of them with the way back to it. */
export function BackupsSection({ status }: { readonly status: Status }) {
  const list = useCall('listBackups', {});
  const [target, setTarget] = useState<RestoreTarget | null>(null);
  const restore = ({ handle, madeAt }: Backup) =>
    setTarget({
      choice: { kind: 'backup', handle },
      title: `Restore the backup of ${formatMoment(madeAt)}`,
    });
  return (
    <SettingsSection
      title="Backups"
      text="Kept outside the folder of the file, each read back and checked before it counts."
    >
      <QueryView query={list} what="the backups">
        {(data) => <Backups status={status} list={data} onRestore={restore} refresh={() => list.refetch()} />}
      </QueryView>
      <RestoreDialog target={target} onClose={() => setTarget(null)} />
    </SettingsSection>
  );
}

interface BackupsProps {
  readonly status: Status;
  readonly list: BackupList;
  readonly onRestore: (backup: Backup) => void;
  readonly refresh: () => Promise<unknown>;
}

/** The section once the list is read. */
export function Backups({ status: { file, host }, list, onRestore, refresh }: BackupsProps) {
  const reason = noBackupReason(file);
  return (
    <>
      <dl className={styles.facts}>
        <dt>When</dt>
        <dd className={styles.words}>{reason ?? BACKUP_RHYTHM}</dd>
        {file.isSample ? null : (
          <>
            <dt>Where</dt>
            <dd className={styles.path}>
              <BackupFolder list={list} host={host} refresh={refresh} />
            </dd>
            <dt>Last made</dt>
            <dd>{list.lastMadeAt === null ? 'none yet' : formatMoment(list.lastMadeAt)}</dd>
          </>
        )}
      </dl>
      {list.failure === null ? null : (
        <ErrorNotice title="The last backup failed" error={{ code: 'io_failed', message: list.failure }} />
      )}
      {reason === null ? <BackUpNow refresh={refresh} /> : null}
      {list.backups.length === 0 ? null : (
        <BackupTable backups={list.backups} isRestorable={canRestore(file)} onRestore={onRestore} />
      )}
    </>
  );
}

function BackUpNow({ refresh }: { readonly refresh: () => Promise<unknown> }) {
  const make = useCommand('makeBackup');
  const [error, setError] = useState<ApiError | null>(null);
  const run = async () => {
    setError(null);
    const result = await make.run({});
    if (!result.ok) setError(result.error);
    await refresh();
  };
  return (
    <>
      <Button loading={make.isRunning} onClick={() => void run()}>
        Back up now
      </Button>
      {error ? <ErrorNotice error={error} title="Not backed up" /> : null}
    </>
  );
}
