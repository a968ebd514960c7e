import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { BackupList } from '#shared/api/schemas/file.ts';
import type { Status } from '#shared/api/schemas/views.ts';
import { useCommand } from '../../app/use-call.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import styles from './settings.module.css';

interface BackupFolderProps {
  readonly list: BackupList;
  readonly host: Status['host'];
  readonly refresh: () => Promise<unknown>;
}

/** Where backups are kept, and how another place is chosen. */
export function BackupFolder({ list, host, refresh }: BackupFolderProps) {
  const choose = useCommand('chooseBackupFolder');
  const [error, setError] = useState<ApiError | null>(null);
  const run = async (isDefault: boolean) => {
    setError(null);
    const result = await choose.run({ isDefault });
    if (!result.ok) return setError(result.error);
    if (result.value.isChosen) await refresh();
  };
  return (
    <>
      {list.folder}
      {host === 'desktop' ? (
        <div className={styles.folderActions}>
          <Button size="compact-xs" disabled={choose.isRunning} onClick={() => void run(false)}>
            Change folder…
          </Button>
          {list.isDefaultFolder ? null : (
            <Button size="compact-xs" disabled={choose.isRunning} onClick={() => void run(true)}>
              Back to Pilotage’s own folder
            </Button>
          )}
        </div>
      ) : (
        <p className={styles.remark}>
          In the browser, PILOTAGE_BACKUPS names another folder: set it in the environment before Pilotage
          starts.
        </p>
      )}
      {error ? <ErrorNotice error={error} title="Folder not changed" /> : null}
    </>
  );
}
