import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { EMPTY_HEAD, readHeldHead } from './held-head-draft.ts';
import styles from './verify.module.css';
import { startVerify, useVerifyMemory } from './verify-memory.ts';
import { VerifyResult } from './verify-result.tsx';

interface VerifyFileProps {
  readonly seqNow: number;
  readonly isRestorable: boolean;
}

/** Checks the whole file in the background, if wanted against a head that somebody holds on paper. */
export function VerifyFile({ seqNow, isRestorable }: VerifyFileProps) {
  const [draft, setDraft] = useState(EMPTY_HEAD);
  const [isAsked, setAsked] = useState(false);
  const check = useVerifyMemory((state) => state.latest);
  const read = readHeldHead(draft);
  const problems = isAsked && read.kind === 'problem' ? read.problems : {};

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (read.kind === 'problem' || check?.isRunning) return;
    void startVerify(read.kind === 'head' ? [read.head] : []);
  };

  return (
    <form noValidate className={styles.verify} onSubmit={submit}>
      <fieldset className={styles.head}>
        <legend>Head from a printed report, if you hold one</legend>
        <TextInput
          label="Entry number"
          inputMode="numeric"
          autoComplete="off"
          value={draft.seq}
          maxLength={20}
          error={problems.seq}
          onChange={(event) => setDraft({ ...draft, seq: event.currentTarget.value })}
        />
        <TextInput
          label="Fingerprint"
          autoComplete="off"
          spellCheck={false}
          value={draft.hash}
          maxLength={100}
          error={problems.hash}
          onChange={(event) => setDraft({ ...draft, hash: event.currentTarget.value })}
        />
      </fieldset>
      <div>
        <Button type="submit" loading={check?.isRunning ?? false}>
          Verify file
        </Button>
      </div>
      <div aria-live="polite" className={styles.outcome}>
        {check?.isRunning ? (
          <p className={styles.running}>
            <progress className={styles.bar} aria-label="Checking the file" />
            Checking every page, reference and history entry. You can go on working meanwhile.
          </p>
        ) : null}
        {check?.error ? <ErrorNotice error={check.error} title="Not checked" /> : null}
        {check?.report ? (
          <VerifyResult report={check.report} seqNow={seqNow} isRestorable={isRestorable} />
        ) : null}
      </div>
    </form>
  );
}
