import { Fragment } from 'react';
import { Kbd } from '../components/kbd.tsx';
import { type Chord, chordKeys, isSequence } from './chord.ts';
import { COMMANDS } from './commands.ts';
import styles from './shortcut-list.module.css';
import { isMac } from './use-keyboard.ts';

const GROUPS = ['Go to', 'Change', 'File', 'View'] as const;

function Keys({ chord }: { readonly chord: Chord }) {
  return (
    <span className={styles.keys}>
      {chordKeys(chord, isMac).map((key, index) => (
        <Fragment key={key}>
          {index > 0 && isSequence(chord) ? <span className="dim">then</span> : null}
          <Kbd>{key}</Kbd>
        </Fragment>
      ))}
    </span>
  );
}

/** All shortcuts by group, straight from the list of commands. */
export function ShortcutList() {
  return (
    <div className={styles.groups}>
      {GROUPS.map((group) => (
        <section key={group} className={styles.section}>
          <h3 className={styles.group}>{group}</h3>
          <dl>
            {COMMANDS.filter((command) => command.group === group && command.chords.length > 0).map(
              (command) => (
                <div key={command.id} className={styles.row}>
                  <dt>{command.label}</dt>
                  <dd className={styles.chords}>
                    {command.chords.map((chord) => (
                      <Keys key={chord} chord={chord} />
                    ))}
                  </dd>
                </div>
              ),
            )}
          </dl>
        </section>
      ))}
    </div>
  );
}
