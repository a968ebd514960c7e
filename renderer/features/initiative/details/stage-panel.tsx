import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { isIsoDate } from '#shared/domain/calendar.ts';
import { STAGE_NAMES, STAGES, type Stage } from '#shared/domain/stage.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { announceDone } from '../../../app/undo.ts';
import { useCommand } from '../../../app/use-call.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import { optionsOf } from '../options.ts';
import { stageAge } from '../stage-age.ts';
import styles from './details-tab.module.css';
import type { FieldValue } from './field-value.ts';
import { SavedField } from './saved-field.tsx';

/** The stage, changed together with the day it was entered; pause; and what the time-box counts with. */
export function StagePanel({ detail }: { readonly detail: InitiativeDetail }) {
  const { initiative, asOf } = detail;
  const [stage, setStage] = useState<Stage | null>(null);
  const [enteredOn, setEnteredOn] = useState('');
  const [isChecked, setIsChecked] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const update = useCommand('updateInitiative');
  const patch = async (change: Parameters<typeof update.run>[0]['patch']) => {
    setError(null);
    const result = await update.run({ id: initiative.id, patch: change });
    if (!result.ok) setError(result.error);
    return result.ok ? null : result.error.message;
  };

  const isMoving = stage !== null && stage !== initiative.stage;
  const dateProblem = !isIsoDate(enteredOn)
    ? 'Say on which day it entered the stage.'
    : enteredOn > asOf
      ? 'This is after the as-of date.'
      : null;
  const move = async () => {
    setIsChecked(true);
    if (stage === null || dateProblem !== null) return;
    const failure = await patch({ stage, stageEnteredOn: enteredOn as IsoDate });
    if (failure !== null) return;
    announceDone(`Moved to ${STAGE_NAMES[stage]}`);
    setStage(null);
    setIsChecked(false);
  };
  const saveOne = (name: 'stageEnteredOn' | 'pausedMonths' | 'plannedPilotMonths') => (value: FieldValue) =>
    update
      .run({ id: initiative.id, patch: { [name]: value } })
      .then((result) => (result.ok ? null : result.error.message));

  return (
    <Panel title="Stage" aside={stageAge(detail.decision)}>
      <div className={styles.stage}>
        <div className={styles.stageRow}>
          <NativeSelect
            label="Stage"
            value={stage ?? initiative.stage}
            data={optionsOf(STAGES, STAGE_NAMES)}
            onChange={(event) => {
              setStage(event.currentTarget.value as Stage);
              setEnteredOn(asOf);
              setIsChecked(false);
            }}
          />
          {isMoving ? (
            <>
              <TextInput
                type="date"
                label="Entered on"
                value={enteredOn}
                error={isChecked ? dateProblem : null}
                onChange={(event) => setEnteredOn(event.currentTarget.value)}
              />
              <Button onClick={() => setStage(null)}>Cancel</Button>
              <Button variant="filled" loading={update.isRunning} onClick={() => void move()}>
                Move to {STAGE_NAMES[stage]}
              </Button>
            </>
          ) : (
            <SavedField
              label="Entered on"
              kind={{ type: 'date' }}
              value={initiative.stageEnteredOn}
              onSave={saveOne('stageEnteredOn')}
            />
          )}
        </div>
        <div className={styles.fields}>
          <SavedField
            label="Planned pilot months"
            hint="The time-box is 9 months, or twice this if less"
            kind={{ type: 'whole', min: 1, max: 120, isRequired: false }}
            value={initiative.plannedPilotMonths}
            onSave={saveOne('plannedPilotMonths')}
          />
          <SavedField
            label="Months paused in this stage"
            hint="Not counted in the time-box"
            kind={{ type: 'whole', min: 0, max: 600, isRequired: true }}
            value={initiative.pausedMonths}
            onSave={saveOne('pausedMonths')}
          />
        </div>
        <Checkbox
          size="xs"
          label="Paused: the time-box stops, tripwires do not"
          checked={initiative.isPaused}
          disabled={update.isRunning}
          onChange={(event) => void patch({ isPaused: event.currentTarget.checked })}
        />
        {error ? <ErrorNotice error={error} /> : null}
      </div>
    </Panel>
  );
}
