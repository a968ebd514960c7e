import { Button, Textarea, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { isIsoDate } from '#shared/domain/calendar.ts';
import { GAP_NAMES, type Gap, type Level } from '#shared/domain/gap.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { announceDone } from '../../../app/undo.ts';
import { useCommand, useStatus } from '../../../app/use-call.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import {
  type EvidenceDraft,
  emptyEvidence,
  evidenceFromDraft,
  evidenceProblems,
  isBlankEvidence,
} from './evidence-draft.ts';
import { EvidenceFields } from './evidence-fields.tsx';
import styles from './rating-form.module.css';

interface RatingFormProps {
  readonly gap: Gap;
  /** Chosen among the anchors above the form. */
  readonly level: Level;
  readonly initiativeId: string;
  readonly asOf: IsoDate;
  readonly onDone: () => void;
}

/** Records a level: who says so, when, why, and on what evidence. */
export function RatingForm({ gap, level, initiativeId, asOf, onDone }: RatingFormProps) {
  const reviewer = useStatus().data?.portfolio.reviewer ?? '';
  const [rater, setRater] = useState(reviewer);
  const [ratedOn, setRatedOn] = useState<string>(asOf);
  const [note, setNote] = useState('');
  const [evidence, setEvidence] = useState<readonly EvidenceDraft[]>(() => [emptyEvidence(0, asOf)]);
  const [isChecked, setIsChecked] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const record = useCommand('recordAssessment');

  const dateProblem = !isIsoDate(ratedOn)
    ? 'A rating needs a date.'
    : ratedOn > asOf
      ? 'This is after the as-of date.'
      : null;
  const begun = evidence.filter((draft) => !isBlankEvidence(draft));
  const change = (key: number, by: Partial<EvidenceDraft>) =>
    setEvidence((now) => now.map((draft) => (draft.key === key ? { ...draft, ...by } : draft)));

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const pieces = begun.map((draft) => evidenceFromDraft(draft, asOf));
    if (dateProblem !== null || rater.trim() === '' || pieces.includes(null)) return;
    setError(null);
    const result = await record.run({
      initiativeId,
      gap,
      level,
      rater: rater.trim(),
      ratedOn: ratedOn as IsoDate,
      note: note.trim(),
      evidence: pieces.filter((piece) => piece !== null),
    });
    if (!result.ok) return setError(result.error);
    announceDone(`Recorded level ${level} for ${GAP_NAMES[gap]}`);
    onDone();
  };

  return (
    <form noValidate className={styles.form} onSubmit={(event) => void onSubmit(event)}>
      <div className={styles.who}>
        <TextInput
          label="Rater"
          value={rater}
          maxLength={200}
          required
          error={isChecked && rater.trim() === '' ? 'Say who rates it.' : null}
          onChange={(event) => setRater(event.currentTarget.value)}
        />
        <TextInput
          type="date"
          label="Rated on"
          value={ratedOn}
          required
          error={isChecked ? dateProblem : null}
          onChange={(event) => setRatedOn(event.currentTarget.value)}
        />
        <Textarea
          label="Why this level"
          value={note}
          maxLength={8000}
          autosize
          minRows={1}
          maxRows={6}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      {evidence.map((draft) => (
        <EvidenceFields
          key={draft.key}
          draft={draft}
          problems={isChecked && !isBlankEvidence(draft) ? evidenceProblems(draft, asOf) : {}}
          onChange={(by) => change(draft.key, by)}
        >
          {evidence.length > 1 ? (
            <Button
              className={styles.drop ?? ''}
              variant="subtle"
              aria-label="Leave this evidence out"
              onClick={() => setEvidence((now) => now.filter((one) => one.key !== draft.key))}
            >
              <IconX size="1rem" stroke={1.5} aria-hidden="true" />
            </Button>
          ) : null}
        </EvidenceFields>
      ))}
      {begun.length === 0 ? (
        <p className={styles.hint}>
          A level without evidence is unknown to the gates and counts at most as ad hoc.
        </p>
      ) : null}
      {error ? <ErrorNotice error={error} /> : null}
      <div className={styles.actions}>
        <Button
          variant="subtle"
          className={styles.more ?? ''}
          onClick={() =>
            setEvidence((now) => [...now, emptyEvidence(Math.max(0, ...now.map((one) => one.key)) + 1, asOf)])
          }
        >
          Another piece of evidence
        </Button>
        <Button onClick={onDone}>Cancel</Button>
        <Button type="submit" variant="filled" loading={record.isRunning}>
          Record level {level}
        </Button>
      </div>
    </form>
  );
}
