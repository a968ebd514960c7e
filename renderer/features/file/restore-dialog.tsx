import { Button, Modal } from '@mantine/core';
import { useIsMutating } from '@tanstack/react-query';
import { useRef } from 'react';
import type { RestoreChoice } from '#shared/api/schemas/file.ts';
import { useCall } from '../../app/use-call.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import styles from './restore-dialog.module.css';
import { RestorePreviewView } from './restore-preview-view.tsx';
import { useRestore } from './use-restore.ts';

/** What somebody chose to put in the place of the portfolio, and what that is called. */
export interface RestoreTarget {
  readonly choice: RestoreChoice;
  readonly title: string;
}

interface RestoreDialogProps {
  /** null: closed. */
  readonly target: RestoreTarget | null;
  readonly onClose: () => void;
}

/** Shows what a restore would change, and does it: the last of the two clicks. */
export function RestoreDialog({ target, onClose }: RestoreDialogProps) {
  // What was shown stays while the dialog fades.
  const shown = useRef(target);
  if (target) shown.current = target;
  // Leaving would not stop a restore under way, only hide how it ends.
  const isRestoring = useIsMutating({ mutationKey: ['restorePortfolio'] }) > 0;
  return (
    <Modal
      opened={target !== null}
      onClose={() => {
        if (!isRestoring) onClose();
      }}
      title={shown.current?.title}
      size="46rem"
    >
      {shown.current ? <RestoreForm target={shown.current} onClose={onClose} /> : null}
    </Modal>
  );
}

interface RestoreFormProps {
  readonly target: RestoreTarget;
  readonly onClose: () => void;
}

/** The content of the dialog: the preview, and the button that does it. */
export function RestoreForm({ target: { choice }, onClose }: RestoreFormProps) {
  const preview = useCall('previewRestore', { choice });
  const restore = useRestore(onClose);
  return (
    <div className={styles.dialog}>
      <QueryView query={preview} what={choice.kind === 'backup' ? 'the backup' : 'the portfolio'}>
        {(data) => <RestorePreviewView preview={data} />}
      </QueryView>
      <div className={styles.foot}>
        <p className="muted">
          {choice.kind === 'empty' ? 'Starting anew begins an empty portfolio. ' : ''}
          The file that is replaced is kept beside it, whole. A notice afterwards says under which name; open
          that to go back.
        </p>
        {restore.error ? <ErrorNotice error={restore.error} title="Not restored" /> : null}
        <div className={styles.actions}>
          <Button onClick={onClose} disabled={restore.isRunning} data-autofocus>
            Cancel
          </Button>
          <Button
            variant="filled"
            disabled={preview.data === undefined || preview.isError}
            loading={restore.isRunning}
            onClick={() => void restore.run(choice)}
          >
            {choice.kind === 'empty' ? 'Start anew' : 'Restore'}
          </Button>
        </div>
      </div>
    </div>
  );
}
