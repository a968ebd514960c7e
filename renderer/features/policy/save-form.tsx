import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { announceDone } from '../../app/undo.ts';
import { useCommand } from '../../app/use-call.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import type { PolicyDraft } from './policy-draft.ts';
import { forgetEdits, usePolicyMemory } from './policy-memory.ts';
import styles from './preview.module.css';

interface SaveFormProps {
  readonly draft: PolicyDraft;
  readonly isReadOnly: boolean;
}

/** The reason for the change and the button that makes it the next version. */
export function SaveForm({ draft, isReadOnly }: SaveFormProps) {
  const save = useCommand('savePolicy');
  const reason = usePolicyMemory((state) => state.reason);
  const [error, setError] = useState<ApiError>();
  const [isAsked, setAsked] = useState(false);
  const isReasonMissing = reason.trim() === '';
  const isReady = draft.changes.length > 0 && draft.problems.size === 0 && !isReadOnly;

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setError(undefined);
    setAsked(true);
    if (!isReady || isReasonMissing) return;
    const result = await save.run({ policy: draft.policy, reason: reason.trim() });
    if (!result.ok) return setError(result.error);
    forgetEdits();
    setAsked(false);
    announceDone(`Policy version ${result.value.version} is in force`);
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={styles.form}>
      <Textarea
        label="Why it is changed"
        description="Kept with the version, for whoever asks later."
        autosize
        minRows={2}
        maxRows={6}
        maxLength={2000}
        value={reason}
        disabled={isReadOnly}
        error={isAsked && isReasonMissing && isReady ? 'A policy changes verdicts: say why.' : undefined}
        onChange={(event) => usePolicyMemory.setState({ reason: event.currentTarget.value })}
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" variant="filled" disabled={!isReady} loading={save.isRunning}>
          Save version {draft.policy.version + 1}
        </Button>
        {draft.changes.length > 0 || draft.problems.size > 0 ? (
          <Button onClick={forgetEdits}>Discard changes</Button>
        ) : null}
      </div>
      {isReadOnly ? (
        <p className={styles.quiet}>
          This portfolio is open for reading only. Save a copy in a folder you may write to and open that.
        </p>
      ) : null}
    </form>
  );
}
