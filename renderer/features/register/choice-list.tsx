import { TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './filter-bar.module.css';
import { foldText } from './filter-register.ts';
import type { Choice } from './register-facets.ts';

/** More values than this get a field to find one. */
const MANY = 16;
/** More than anybody reads; the field finds the rest. */
const MOST = 300;

interface ChoiceListProps {
  /** What one of the values is, in lower case: "unit". */
  readonly what: string;
  readonly choices: readonly Choice[];
  readonly onToggle: (value: string) => void;
}

/** Values to tick, each with how many initiatives it would show. */
export function ChoiceList({ what, choices, onToggle }: ChoiceListProps) {
  const [text, setText] = useState('');
  const wanted = foldText(text.trim());
  const found = choices.filter((choice) => foldText(choice.name).includes(wanted));
  return (
    <>
      {choices.length > MANY ? (
        <TextInput
          aria-label={`Find a ${what}`}
          placeholder={`Find among ${choices.length}`}
          value={text}
          className={styles.find ?? ''}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : null}
      <ul className={styles.choices}>
        {found.slice(0, MOST).map((choice) => (
          <li key={choice.value}>
            <label className={styles.choice} data-empty={choice.count === 0 || undefined}>
              <input type="checkbox" checked={choice.isChosen} onChange={() => onToggle(choice.value)} />
              <span className={styles.choiceName} dir="auto">
                {choice.name}
              </span>
              <span className={styles.choiceCount}>{choice.count}</span>
            </label>
          </li>
        ))}
        {found.length === 0 ? <li className={styles.nothing}>Nothing with that name.</li> : null}
        {found.length > MOST ? (
          <li className={styles.nothing}>{found.length - MOST} more; type to find one.</li>
        ) : null}
      </ul>
    </>
  );
}
