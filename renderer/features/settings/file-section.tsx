import { Button } from '@mantine/core';
import type { Status } from '#shared/api/schemas/views.ts';
import { performCommand } from '../../app/commands.ts';
import { fileState, readOnlyReason } from '../file/file-words.ts';
import { AuditHead } from './audit-head.tsx';
import { CheckPart } from './check-part.tsx';
import { SaveCopy } from './save-copy.tsx';
import styles from './settings.module.css';
import { SettingsSection } from './settings-section.tsx';

/** The open file: its name and place, the head of its history, the check of the whole, copies. */
export function FileSection({ status }: { readonly status: Status }) {
  const { file, auditHead } = status;
  const reason = readOnlyReason(file);
  return (
    <SettingsSection
      title="The file"
      text="One portfolio is one file. Copy it, mail it, put it under version control: everything is in it."
    >
      <dl className={styles.facts}>
        <dt>Name</dt>
        <dd className={styles.path}>{file.name}</dd>
        <dt>Where</dt>
        <dd className={styles.path}>{file.location}</dd>
        <dt>State</dt>
        <dd>
          {fileState(file)}
          {reason === null ? null : <p className={styles.remark}>{reason}</p>}
        </dd>
        <dt>Audit head</dt>
        <dd>
          <AuditHead {...auditHead} />
        </dd>
      </dl>
      <div className={styles.actions}>
        <Button onClick={() => performCommand('file.new')}>New portfolio…</Button>
        <Button onClick={() => performCommand('file.open')}>Open…</Button>
        <Button onClick={() => performCommand('file.sample')}>Open the sample</Button>
      </div>
      <CheckPart status={status} />
      <SaveCopy />
    </SettingsSection>
  );
}
