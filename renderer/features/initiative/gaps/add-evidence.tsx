import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { useCommand } from '../../../app/use-call.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { type EvidenceDraft, emptyEvidence, evidenceFromDraft, evidenceProblems } from './evidence-draft.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import styles from './rating-form.module.css';

interface AddEvidenceProps {
  readonly assessmentId: string;
  readonly asOf: IsoDate;
  readonly onDone: () => void;
}

/** Attaches one more piece of evidence to a rating that is there. */
export function AddEvidence({ assessmentId, asOf, onDone }: AddEvidenceProps) {
  const [draft, setDraft] = useState<EvidenceDraft>(() => emptyEvidence(0, asOf));
  const [isChecked, setIsChecked] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const add = useCommand('addEvidence');

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const evidence = evidenceFromDraft(draft, asOf);
    if (evidence === null) return;
    setError(null);
    const result = await add.run({ assessmentId, evidence });
    if (result.ok) onDone();
    else setError(result.error);
  };

  return (
    <form noValidate className={styles.addEvidence} onSubmit={(event) => void onSubmit(event)}>
      <EvidenceFields
        draft={draft}
        problems={isChecked ? evidenceProblems(draft, asOf) : {}}
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className={styles.actions}>
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="filled" loading={add.isRunning}>
          Add evidence
        </Button>
      </div>
    </form>
  );
}
