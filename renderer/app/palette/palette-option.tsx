import { Fragment } from 'react';
import { Kbd } from '../../components/kbd.tsx';
import { VerdictChip } from '../../components/verdict-chip.tsx';
import { chordKeys, isSequence } from '../chord.ts';
import { isMac } from '../use-keyboard.ts';
import styles from './palette.module.css';
import type { PaletteItem } from './palette-items.ts';

interface PaletteOptionProps {
  readonly id: string;
  readonly item: PaletteItem;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

/** One line of the palette: name, what it is or why it cannot be done, verdict or keys. */
export function PaletteOption({ id, item, isActive, onChoose }: PaletteOptionProps) {
  const { name, hint, chord, verdict, refusal } = item;
  return (
    <button
      type="button"
      id={id}
      role="option"
      tabIndex={-1}
      className={styles.option}
      aria-selected={isActive}
      aria-disabled={refusal !== null || undefined}
      // The text field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className={styles.name}>{name}</span>
      <span className={styles.hint}>{refusal ?? hint}</span>
      {verdict === null ? null : <VerdictChip verdict={verdict} />}
      {chord === null ? null : (
        <span className={styles.keys}>
          {chordKeys(chord, isMac).map((key, index) => (
            <Fragment key={key}>
              {index > 0 && isSequence(chord) ? ' then ' : null}
              <Kbd>{key}</Kbd>
            </Fragment>
          ))}
        </span>
      )}
    </button>
  );
}
