import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ImportDraft, ImportOptions } from '#shared/api/schemas/intake.ts';
import { classNames } from '../../components/class-names.ts';
import { type ImportChange, meaningOf } from './import-options.ts';
import { count } from './import-sentences.ts';
import styles from './mapping.module.css';

/** Rows drawn before the person asks for the rest; free text columns can hold thousands of different texts. */
const FIRST_ROWS = 30;
/** The state of a select that nobody has set; no field has a value of this name. */
const UNMAPPED = '?';

interface ValueMapProps {
  readonly target: ImportDraft['targets'][number];
  readonly options: ImportOptions;
  readonly change: (change: ImportChange) => void;
}

/** What each text of a column becomes, most frequent first. */
export function ValueMap({ target, options, change }: ValueMapProps) {
  const [isWhole, setIsWhole] = useState(false);
  const values = target.values ?? [];
  const shown = isWhole ? values : values.slice(0, FIRST_ROWS);
  const choices = [
    { value: '', label: target.isRequired ? 'nothing: the row is blocked' : 'leave unmeasured' },
    ...(target.choices ?? []).map((c) => ({ value: c.value, label: c.name })),
  ];
  const choicesOfUnmapped = [{ value: UNMAPPED, label: 'not mapped yet', disabled: true }, ...choices];
  return (
    <>
      <table className={styles.values}>
        <thead>
          <tr>
            <th scope="col" className={styles.valuesHeadCell}>
              Text in the file
            </th>
            <th scope="col" className={classNames(styles.valuesHeadCell, styles.countHead)}>
              Rows
            </th>
            <th scope="col" className={classNames(styles.valuesHeadCell, styles.becomesHead)}>
              Becomes
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((value) => {
            const becomes = meaningOf(options, target.field, value);
            return (
              <tr key={value.text}>
                <th scope="row" className={styles.text} data-open={becomes === null || undefined}>
                  {value.text === '' ? <span className={styles.dim}>(blank)</span> : value.text}
                </th>
                <td className={styles.number}>{count(value.count)}</td>
                <td className={styles.text}>
                  <NativeSelect
                    size="xs"
                    classNames={{ input: styles.input }}
                    aria-label={`${value.text === '' ? 'Blank' : value.text} becomes`}
                    value={becomes ?? UNMAPPED}
                    data={becomes === null ? choicesOfUnmapped : choices}
                    onChange={(event) =>
                      change({
                        kind: 'value',
                        field: target.field,
                        text: value.text,
                        becomes: event.currentTarget.value,
                      })
                    }
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {values.length > shown.length ? (
        <Button size="compact-xs" onClick={() => setIsWhole(true)}>
          Show all {count(values.length)} texts
        </Button>
      ) : null}
    </>
  );
}
