import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { Launch } from '#shared/domain/launch.ts';
import { announceDone } from '../../../app/undo.ts';
import { useCommand } from '../../../app/use-call.ts';
import { Panel } from '../../../components/panel.tsx';
import styles from './details-tab.module.css';
import type { FieldValue } from './field-value.ts';
import { asksForLaunch, LAUNCH_FIELDS, nextLaunch } from './launch-fields.ts';
import { SavedField } from './saved-field.tsx';

/** When the agent entered limited production, and what comparing it with other launches needs. No gate reads it. */
export function LaunchPanel({ detail }: { readonly detail: InitiativeDetail }) {
  const { launch, initiative } = detail;
  const [problem, setProblem] = useState<string | null>(null);
  const keep = useCommand('setLaunch');
  if (!asksForLaunch(detail)) return null;

  const send = async (next: Launch | null): Promise<string | null> => {
    const result = await keep.run({ initiativeId: initiative.id, launch: next });
    return result.ok ? null : result.error.message;
  };
  const save = async (name: keyof Launch, value: FieldValue | boolean): Promise<string | null> => {
    setProblem(null);
    const next = nextLaunch(detail, name, value);
    return next.ok ? send(next.launch) : next.text;
  };
  const takeBack = async () => {
    const failure = await send(null);
    setProblem(failure);
    if (failure === null) announceDone('Took back the launch');
  };

  return (
    <Panel
      title="Launch"
      aside={
        launch === null ? undefined : (
          <Button variant="subtle" loading={keep.isRunning} onClick={() => void takeBack()}>
            Take back the launch
          </Button>
        )
      }
    >
      <div className={styles.stage}>
        <div className={styles.fields}>
          {LAUNCH_FIELDS.map(({ name, label, hint, kind }) => (
            <SavedField
              key={name}
              label={label}
              hint={hint}
              kind={kind}
              value={launch?.[name] ?? null}
              onSave={(value) => save(name, value)}
            />
          ))}
        </div>
        <Checkbox
          size="xs"
          label="Funded from the returns of earlier agents"
          checked={launch?.isFundedFromReturns ?? false}
          disabled={keep.isRunning}
          error={problem}
          onChange={(event) => void save('isFundedFromReturns', event.currentTarget.checked).then(setProblem)}
        />
      </div>
    </Panel>
  );
}
