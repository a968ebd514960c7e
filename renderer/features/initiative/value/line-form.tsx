import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import {
  COST_CATEGORIES,
  COST_CATEGORY_NAMES,
  MEASUREMENT_METHOD_NAMES,
  MEASUREMENT_METHODS,
  OUTCOME_KIND_NAMES,
  OUTCOME_KINDS,
} from '#shared/domain/value-lines.ts';
import { costBehaviour } from '#shared/finance/cost-stack.ts';
import { announceDone } from '../../../app/undo.ts';
import { useCommand } from '../../../app/use-call.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { optionsOf } from '../options.ts';
import type { LineTarget } from './line-dialog.tsx';
import { draftProblems, emptyLineDraft, type LineDraft, lineDraftOf, lineFromDraft } from './line-draft.ts';
import styles from './line-form.module.css';
import { termsProblems } from './terms-draft.ts';
import { TermsFields } from './terms-fields.tsx';

interface LineFormProps {
  readonly target: LineTarget;
  readonly initiativeId: string;
  readonly currency: string;
  readonly measuredMonths: number;
  readonly onClose: () => void;
  readonly cancel: ReactNode;
}

/** What a line is and how it is measured. Its amounts are written in the grid. */
export function LineForm(props: LineFormProps) {
  const { target, initiativeId, currency, measuredMonths, onClose, cancel } = props;
  const [draft, setDraft] = useState<LineDraft>(() =>
    target.mode === 'edit' ? lineDraftOf(target.line) : emptyLineDraft(target.kind),
  );
  const [isChecked, setIsChecked] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const add = useCommand('addLine');
  const update = useCommand('updateLine');
  const remove = useCommand('removeLine');
  const set = (change: Partial<LineDraft>) => setDraft((now) => ({ ...now, ...change }));
  const problems = isChecked ? draftProblems(draft) : {};
  const isAlwaysOnce = costBehaviour({ category: draft.category }) === 'once';

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    setIsChecked(true);
    const line = lineFromDraft(draft);
    if (line === null) return;
    setError(null);
    const result =
      target.mode === 'add'
        ? await add.run({ initiativeId, line })
        : await update.run({ id: target.line.id, line });
    if (result.ok) onClose();
    else setError(result.error);
  };

  const onRemove = async () => {
    if (target.mode !== 'edit') return;
    setError(null);
    const result = await remove.run({ id: target.line.id });
    if (!result.ok) return setError(result.error);
    onClose();
    announceDone(`Removed ${target.line.name}`);
  };

  return (
    <form className={styles.form} noValidate onSubmit={(event) => void onSubmit(event)}>
      <TextInput
        label="Name"
        value={draft.name}
        maxLength={200}
        data-autofocus
        required
        error={problems.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      {draft.kind === 'cost' ? (
        <>
          <NativeSelect
            label="Category"
            value={draft.category}
            data={optionsOf(COST_CATEGORIES, COST_CATEGORY_NAMES)}
            onChange={(event) => set({ category: event.currentTarget.value as LineDraft['category'] })}
          />
          <Checkbox
            size="xs"
            label={isAlwaysOnce ? 'Paid once, as this category always is' : 'Paid once'}
            checked={draft.isOnce || isAlwaysOnce}
            disabled={isAlwaysOnce}
            onChange={(event) => set({ isOnce: event.currentTarget.checked })}
          />
        </>
      ) : (
        <>
          <NativeSelect
            label="Outcome"
            value={draft.outcomeKind}
            data={optionsOf(OUTCOME_KINDS, OUTCOME_KIND_NAMES)}
            onChange={(event) => set({ outcomeKind: event.currentTarget.value as LineDraft['outcomeKind'] })}
          />
          <NativeSelect
            label="Measured by"
            value={draft.method}
            data={optionsOf(MEASUREMENT_METHODS, MEASUREMENT_METHOD_NAMES)}
            onChange={(event) => set({ method: event.currentTarget.value as LineDraft['method'] })}
          />
          <Checkbox
            size="xs"
            label="Cash-releasing: money really leaves a budget"
            checked={draft.isCashReleasing}
            onChange={(event) => set({ isCashReleasing: event.currentTarget.checked })}
          />
        </>
      )}
      <div className={styles.pair}>
        <TextInput
          type="month"
          label="First month"
          description="Blank: from the start"
          value={draft.startsOn}
          error={problems.startsOn}
          onChange={(event) => set({ startsOn: event.currentTarget.value })}
        />
        <TextInput
          type="month"
          label="Last month"
          description="Blank: open-ended"
          value={draft.endsOn}
          error={problems.endsOn}
          onChange={(event) => set({ endsOn: event.currentTarget.value })}
        />
      </div>
      {draft.kind === 'outcome' ? (
        <TermsFields
          line={draft}
          problems={isChecked ? termsProblems(draft.terms) : {}}
          currency={currency}
          onChange={(change) => setDraft((now) => ({ ...now, terms: { ...now.terms, ...change } }))}
        />
      ) : null}
      {error ? <ErrorNotice error={error} /> : null}
      <div className={styles.actions}>
        {target.mode === 'edit' ? (
          <Button
            color="kill"
            variant="outline"
            className={styles.remove ?? ''}
            loading={remove.isRunning}
            onClick={() => void onRemove()}
          >
            {measuredMonths === 0
              ? 'Remove line'
              : `Remove line and ${measuredMonths} ${measuredMonths === 1 ? 'month' : 'months'}`}
          </Button>
        ) : null}
        {cancel}
        <Button type="submit" variant="filled" loading={add.isRunning || update.isRunning}>
          {target.mode === 'add' ? 'Add line' : 'Save line'}
        </Button>
      </div>
    </form>
  );
}
