import { Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useMemo, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { useCommand } from '../../app/use-call.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { currencyChoices } from './currencies.ts';

/** Asks for what a new portfolio file needs; the desktop then asks where to put it. */
export function NewPortfolioForm({ onDone }: { readonly onDone: () => void }) {
  const create = useCommand('newPortfolio');
  const choices = useMemo(currencyChoices, []);
  const [name, setName] = useState('');
  const [currency, setCurrency] = useState('EUR');
  const [isNameMissing, setNameMissing] = useState(false);
  const [error, setError] = useState<ApiError>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setNameMissing(true);
    const result = await create.run({ name: name.trim(), currency });
    if (!result.ok) return setError(result.error);
    if (result.value.isOpened) onDone();
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack gap="md">
        <TextInput
          label="Name of the portfolio"
          description="Also the name of its file."
          value={name}
          maxLength={100}
          error={isNameMissing && name.trim() === '' ? 'A portfolio needs a name.' : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Select
          label="Currency"
          description="Of every amount in the portfolio. Amounts are not converted when it is changed later."
          data={[...choices]}
          value={currency}
          searchable
          onChange={(value) => value && setCurrency(value)}
        />
        {error ? <ErrorNotice error={error} /> : null}
        <Group justify="flex-end" gap="sm">
          <Button onClick={onDone}>Cancel</Button>
          <Button type="submit" variant="filled" loading={create.isRunning}>
            Create
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
