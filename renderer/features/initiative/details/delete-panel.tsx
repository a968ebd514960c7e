import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { navigate } from '../../../app/hash-location.ts';
import { announceDone } from '../../../app/undo.ts';
import { useCommand } from '../../../app/use-call.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import styles from './details-tab.module.css';

/** Takes the initiative out of the portfolio; asks first, and can be undone. */
export function DeletePanel({ detail }: { readonly detail: InitiativeDetail }) {
  const { initiative } = detail;
  const [isAsking, asking] = useDisclosure(false);
  const [error, setError] = useState<ApiError | null>(null);
  const remove = useCommand('deleteInitiative');

  const onDelete = async () => {
    setError(null);
    // Left first: once it is gone there is nothing here to read again.
    const result = await remove.run({ id: initiative.id });
    if (!result.ok) return setError(result.error);
    navigate('/register', { replace: true });
    announceDone(`Deleted ${initiative.name}`);
  };

  return (
    <Panel title="Delete">
      <div className={styles.stageRow}>
        <p className={styles.remark}>
          For an entry made by mistake. An initiative that was stopped is moved to Retired instead, so that
          what it cost and taught stays on record.
        </p>
        <Button color="kill" variant="outline" onClick={asking.open}>
          Delete initiative
        </Button>
      </div>
      <Modal opened={isAsking} onClose={asking.close} title={`Delete ${initiative.name}?`} size="28rem">
        <div className={styles.form}>
          <p>
            Its levels, evidence, {detail.lines.length} cost and outcome lines and {detail.values.length}{' '}
            month values go with it. You can undo this.
          </p>
          {error ? <ErrorNotice error={error} /> : null}
          <div className={styles.actions}>
            <Button data-autofocus onClick={asking.close}>
              Keep it
            </Button>
            <Button color="kill" variant="filled" loading={remove.isRunning} onClick={() => void onDelete()}>
              Delete initiative
            </Button>
          </div>
        </div>
      </Modal>
    </Panel>
  );
}
