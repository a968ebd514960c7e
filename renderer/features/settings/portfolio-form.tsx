import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { PortfolioSettings } from '#shared/api/schemas/views.ts';
import { MONTH_NAMES } from '#shared/domain/calendar.ts';
import { announceDone } from '../../app/undo.ts';
import { useCommand } from '../../app/use-call.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { currencyChoices } from '../start/currencies.ts';
import styles from './settings.module.css';
import { settingsPatch } from './settings-patch.ts';

const MONTHS = MONTH_NAMES.map((label, index) => ({ value: String(index + 1), label }));

interface PortfolioFormProps {
  readonly portfolio: PortfolioSettings;
  readonly isReadOnly: boolean;
}

/** The settings of the portfolio; only what was changed is written, as one step that can be undone. */
export function PortfolioForm({ portfolio, isReadOnly }: PortfolioFormProps) {
  const update = useCommand('updateSettings');
  const choices = useMemo(currencyChoices, []);
  const [draft, setDraft] = useState(portfolio);
  const [error, setError] = useState<ApiError>();
  const patch = settingsPatch(portfolio, draft);
  const isNameMissing = draft.name.trim() === '';
  const isChanged = Object.keys(patch).length > 0;
  const set = (change: Partial<PortfolioSettings>) => setDraft({ ...draft, ...change });

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isChanged || isNameMissing) return;
    setError(undefined);
    const result = await update.run(patch);
    if (!result.ok) return setError(result.error);
    announceDone('Settings saved');
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={styles.form}>
      <TextInput
        className={styles.wide}
        label="Portfolio name"
        description="Stands on the board report."
        value={draft.name}
        maxLength={200}
        disabled={isReadOnly}
        error={isNameMissing ? 'A portfolio needs a name.' : undefined}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Select
        label="Currency"
        description="Amounts keep their digits; nothing is converted."
        data={[...choices]}
        value={draft.currency}
        searchable
        disabled={isReadOnly}
        onChange={(value) => value && set({ currency: value })}
      />
      <Select
        label="Fiscal year starts in"
        description="Decides which months make a quarter."
        data={MONTHS}
        value={String(draft.fiscalYearStart)}
        disabled={isReadOnly}
        onChange={(value) => value && set({ fiscalYearStart: Number(value) })}
      />
      <TextInput
        className={styles.wide}
        label="Reviewer"
        description="Written into the history beside every change, and offered as the rater of a gap."
        value={draft.reviewer}
        maxLength={200}
        disabled={isReadOnly}
        onChange={(event) => set({ reviewer: event.currentTarget.value })}
      />
      {error ? (
        <div className={styles.wide}>
          <ErrorNotice error={error} />
        </div>
      ) : null}
      <div className={styles.actions}>
        <Button
          type="submit"
          variant="filled"
          disabled={!isChanged || isNameMissing}
          loading={update.isRunning}
        >
          Save
        </Button>
        {isChanged ? <Button onClick={() => setDraft(portfolio)}>Discard</Button> : null}
      </div>
    </form>
  );
}
