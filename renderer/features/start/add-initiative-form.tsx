import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { STAGE_NAMES, STAGES, type Stage } from '#shared/domain/stage.ts';
import { navigate } from '../../app/hash-location.ts';
import { announceDone } from '../../app/undo.ts';
import { useCommand } from '../../app/use-call.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import styles from './start.module.css';

const STAGE_CHOICES = STAGES.map((stage) => ({ value: stage, label: STAGE_NAMES[stage] }));

/** Name and stage are enough to begin; everything else is unmeasured until somebody says so. */
export function AddInitiativeForm({ onAdded }: { readonly onAdded?: () => void }) {
  const create = useCommand('createInitiative');
  const [name, setName] = useState('');
  const [stage, setStage] = useState<Stage>('idea');
  const [isNameMissing, setNameMissing] = useState(false);
  const [error, setError] = useState<ApiError>();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setNameMissing(true);
    const result = await create.run({ name: name.trim(), stage });
    if (!result.ok) return setError(result.error);
    announceDone(`Added ${name.trim()}`);
    onAdded?.();
    navigate(`/initiative/${result.value.id}`);
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={styles.form}>
      <TextInput
        label="Name"
        value={name}
        maxLength={500}
        error={isNameMissing && name.trim() === '' ? 'An initiative needs a name.' : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label="Stage"
        data={STAGE_CHOICES}
        value={stage}
        onChange={(value) => value && setStage(value as Stage)}
      />
      {error ? <ErrorNotice error={error} /> : null}
      <Button type="submit" loading={create.isRunning}>
        Add initiative
      </Button>
    </form>
  );
}
