import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { STAGE_NAMES, STAGES, type Stage } from '#shared/domain/stage.ts';
import { navigate } from '../../app/hash-location.ts';
import { announceDone } from '../../app/undo.ts';
import { useCommand } from '../../app/use-call.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import styles from './start.module.css';

interface AddInitiativeFormProps {
  /** Units already in use, offered for the new one; without them no unit is asked for yet. */
  readonly units?: readonly string[];
  /** In a dialog: Cancel, and what to do when it is added. */
  readonly onClose?: () => void;
}

/** Name and stage are enough to begin; everything else is unmeasured until somebody says so, on its own screen. */
export function AddInitiativeForm({ units, onClose }: AddInitiativeFormProps) {
  const create = useCommand('createInitiative');
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const [stage, setStage] = useState<Stage>('idea');
  const [isNameMissing, setNameMissing] = useState(false);
  const [error, setError] = useState<ApiError>();
  const listId = useId();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setNameMissing(true);
    setError(undefined);
    const result = await create.run({
      name: name.trim(),
      stage,
      ...(units === undefined ? {} : { unit: unit.trim() }),
    });
    if (!result.ok) return setError(result.error);
    announceDone(`Added ${name.trim()}`);
    onClose?.();
    navigate(`/initiative/${result.value.id}/details`);
  };

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className={styles.form}>
      <TextInput
        label="Name"
        value={name}
        maxLength={500}
        required
        {...(onClose === undefined ? {} : { 'data-autofocus': true })}
        error={isNameMissing && name.trim() === '' ? 'An initiative needs a name.' : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {units === undefined ? null : (
        <>
          <TextInput
            label="Unit"
            description="The department or agency it belongs to"
            value={unit}
            maxLength={300}
            list={listId}
            onChange={(event) => setUnit(event.currentTarget.value)}
          />
          <datalist id={listId}>
            {units.map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </>
      )}
      <NativeSelect
        label="Stage"
        value={stage}
        data={STAGES.map((value) => ({ value, label: STAGE_NAMES[value] }))}
        onChange={(event) => setStage(event.currentTarget.value as Stage)}
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className={styles.formActions}>
        {onClose === undefined ? null : <Button onClick={onClose}>Cancel</Button>}
        <Button
          type="submit"
          variant={onClose === undefined ? 'default' : 'filled'}
          loading={create.isRunning}
        >
          Add initiative
        </Button>
      </div>
    </form>
  );
}
