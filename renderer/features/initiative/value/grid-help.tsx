import { Fragment } from 'react';
import { isMac } from '../../../app/use-keyboard.ts';
import { Kbd } from '../../../components/kbd.tsx';
import { LAYER_WORDS, type ValueLayer } from './layers.ts';
import styles from './value-tab.module.css';

const MOD = isMac ? '⌘' : 'Ctrl';

interface GridHelpProps {
  readonly layer: ValueLayer;
  readonly isReadOnly: boolean;
}

/** What the marks of the grid mean and which keys it knows. */
export function GridHelp({ layer, isReadOnly }: GridHelpProps) {
  const { blank, filled } = LAYER_WORDS[layer];
  const keys: readonly (readonly [keys: readonly string[], what: string])[] = [
    [['F2'], 'edit'],
    [['='], 'arithmetic'],
    [['Delete'], blank],
    [[MOD, 'V'], 'paste from a spreadsheet'],
    [[MOD, 'R'], 'fill right'],
    [[MOD, 'D'], 'fill down'],
    [['Shift', 'Space'], 'line'],
    [[MOD, 'Space'], 'month'],
    ...(layer === 'forecast' ? ([[['Alt', '↓'], 'P10 and P90']] as const) : []),
  ];
  return (
    <footer className={styles.help}>
      <span>
        <span className="dim">·</span> {blank}, which is not zero
      </span>
      <span>* some values of the sum are not {filled}</span>
      {isReadOnly
        ? null
        : keys.map(([chord, what]) => (
            <span key={what} className={styles.key}>
              {chord.map((key) => (
                <Fragment key={key}>
                  <Kbd>{key}</Kbd>{' '}
                </Fragment>
              ))}
              {what}
            </span>
          ))}
    </footer>
  );
}
