import { Button, Modal, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, memo, useId, useMemo, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { STAGE_NAMES, STAGES, type Stage } from '#shared/domain/stage.ts';
import { navigate } from '../../app/hash-location.ts';
import { useCommand } from '../../app/use-call.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import styles from './add-initiative.module.css';

interface AddInitiativeProps {
  readonly isOpen: boolean;
  /** The register, for the units already in use. */
  readonly units: readonly RegisterRow[];
  readonly onClose: () => void;
}

/** The few facts an initiative starts with; the rest is asked on its own screen. */
export const AddInitiative = memo(function AddInitiative({ isOpen, units, onClose }: AddInitiativeProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Add initiative" size="28rem">
      <AddForm units={units} onClose={onClose} />
    </Modal>
  );
});

function AddForm({ units, onClose }: Omit<AddInitiativeProps, 'isOpen'>) {
  const [name, setName] = useState('');
  const [unit, setUnit] = useState('');
  const [stage, setStage] = useState<Stage>('idea');
  const [nameError, setNameError] = useState<string | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const create = useCommand('createInitiative');
  const listId = useId();
  const known = useMemo(
    () => [...new Set(units.map((row) => row.unit))].filter((u) => u !== '').sort(),
    [units],
  );

  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return setNameError('An initiative needs a name.');
    setError(null);
    const result = await create.run({ name: name.trim(), stage, unit: unit.trim() });
    if (!result.ok) return setError(result.error);
    onClose();
    navigate(`/initiative/${result.value.id}/details`);
  };

  return (
    <form onSubmit={(event) => void onSubmit(event)} className={styles.form} noValidate>
      <TextInput
        label="Name"
        value={name}
        maxLength={500}
        data-autofocus
        required
        error={nameError}
        onChange={(event) => {
          setName(event.currentTarget.value);
          setNameError(null);
        }}
      />
      <TextInput
        label="Unit"
        description="The department or agency it belongs to"
        value={unit}
        maxLength={300}
        list={listId}
        onChange={(event) => setUnit(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {known.map((value) => (
          <option key={value} value={value} />
        ))}
      </datalist>
      <NativeSelect
        label="Stage"
        value={stage}
        data={STAGES.map((value) => ({ value, label: STAGE_NAMES[value] }))}
        onChange={(event) => setStage(event.currentTarget.value as Stage)}
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className={styles.actions}>
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="filled" loading={create.isRunning}>
          Add initiative
        </Button>
      </div>
    </form>
  );
}
