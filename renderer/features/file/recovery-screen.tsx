import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FileDamage } from '#shared/api/schemas/file.ts';
import { performCommand } from '../../app/commands.ts';
import { useStatus } from '../../app/use-call.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Screen } from '../../components/screen.tsx';
import { SHOWN_MEANWHILE } from './file-words.ts';
import styles from './recovery.module.css';
import { RestoreDialog, type RestoreTarget } from './restore-dialog.tsx';

/** The way out of a damaged portfolio: what was found, what is shown meanwhile, and what can take its place. */
export function RecoveryScreen() {
  const status = useStatus();
  const [target, setTarget] = useState<RestoreTarget | null>(null);
  return (
    <Screen title="Recovery" subtitle={status.data?.file.name}>
      <QueryView query={status} what="the state of the file">
        {({ file }) =>
          file.damage ? (
            <Damaged damage={file.damage} place={file.location} onChoose={setTarget} />
          ) : (
            <NothingToRecover />
          )
        }
      </QueryView>
      <RestoreDialog target={target} onClose={() => setTarget(null)} />
    </Screen>
  );
}

interface DamagedProps {
  readonly damage: FileDamage;
  readonly place: string;
  readonly onChoose: (target: RestoreTarget) => void;
}

/** What is known about the damage, then the choices. */
export function Damaged({ damage, place, onChoose }: DamagedProps) {
  return (
    <div className={styles.recovery}>
      <Panel title="What was found">
        <p className={styles.text}>{damage.text}</p>
        <dl className={styles.facts}>
          <dt>File</dt>
          <dd>{place}</dd>
          <dt>You see meanwhile</dt>
          <dd>{SHOWN_MEANWHILE[damage.shows]}</dd>
          <dt>Until you choose</dt>
          <dd>nothing is written; the damaged file stays as it is, and is kept afterwards</dd>
        </dl>
      </Panel>
      <Panel title="Ways out" aside="the one that loses least first" isPadded={false}>
        <table className={styles.ways}>
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Way out</span>
              </th>
              <th scope="col">What would be lost</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {emptyLast(damage.choices).map((way, index) => (
              <tr key={JSON.stringify(way.choice)}>
                <th scope="row">{way.label}</th>
                <td>{way.loses}</td>
                <td className={styles.choose}>
                  <Button
                    variant={index === 0 ? 'filled' : 'default'}
                    onClick={() => onChoose({ choice: way.choice, title: way.label })}
                  >
                    Look and choose…<span className="visually-hidden"> {way.label}</span>
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={styles.otherwise}>
          Or leave it for now and{' '}
          <button type="button" className={styles.link} onClick={() => performCommand('file.open')}>
            open another portfolio
          </button>
          .
        </p>
      </Panel>
    </div>
  );
}

/** The choices in their order, but never an empty portfolio before one that holds something. */
export function emptyLast(choices: FileDamage['choices']): FileDamage['choices'] {
  const isEmpty = (way: FileDamage['choices'][number]) => way.choice.kind === 'empty';
  return [...choices.filter((way) => !isEmpty(way)), ...choices.filter(isEmpty)];
}

function NothingToRecover() {
  return (
    <EmptyState
      title="Nothing to recover"
      actions={
        <Button component="a" href="#/settings">
          Open the settings
        </Button>
      }
    >
      No damage was found when this portfolio was opened. Backups, and a check of the whole file, are in the
      settings.
    </EmptyState>
  );
}
