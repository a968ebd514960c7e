import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ImportDraft, ImportOptions } from '#shared/api/schemas/intake.ts';
import { classNames } from '../../components/class-names.ts';
import styles from './file.module.css';
import shared from './import.module.css';
import { columnOf, type ImportChange } from './import-options.ts';
import { count } from './import-sentences.ts';

/** Wider tables are cut here on the screen only; every column can be mapped. */
const MOST_COLUMNS = 80;

interface SampleTableProps {
  readonly draft: ImportDraft;
  readonly options: ImportOptions;
  readonly change: (change: ImportChange) => void;
}

/** The first rows as read, where a wrong encoding, delimiter or header row shows at a glance. */
export function SampleTable({ draft, options, change }: SampleTableProps) {
  const [isWrapped, setIsWrapped] = useState(false);
  const headerRow = options.headerRow ?? draft.headerRow;
  const width = Math.max(draft.headers.length, ...draft.sample.map((row) => row.length));
  const columns = Array.from({ length: Math.min(width, MOST_COLUMNS) }, (_, index) => index);
  const fills = new Map(
    draft.targets.flatMap((t) => {
      const column = columnOf(options, t);
      return column === null ? [] : [[column, t.name] as const];
    }),
  );
  return (
    <>
      <div className={styles.head}>
        <span>First rows of the file, as read. Mark the row with the column names.</span>
        <Button size="compact-xs" aria-pressed={isWrapped} onClick={() => setIsWrapped(!isWrapped)}>
          {isWrapped ? 'Shorten texts' : 'Show whole texts'}
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className={styles.scroll} aria-label="First rows of the file" tabIndex={0}>
        <table className={styles.sample}>
          <thead>
            <tr>
              <th scope="col" className={classNames(styles.gutter, styles.corner)}>
                Row
              </th>
              {columns.map((column) => (
                <th key={column} scope="col" className={styles.fills}>
                  {fills.get(column) ?? (
                    <span className="visually-hidden">Column {column + 1}, not used</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {draft.sample.map((cells, index) => {
              const row = index + 1;
              const role = roleOf(row, headerRow);
              return (
                <tr key={row}>
                  <th scope="row" className={styles.gutter}>
                    <label className={styles.mark}>
                      <input
                        className={styles.radio}
                        type="radio"
                        name="import-header-row"
                        checked={row === headerRow}
                        onChange={() => change({ kind: 'headerRow', row })}
                        aria-label={`Row ${row} holds the column names`}
                      />
                      {row}
                    </label>
                  </th>
                  {columns.map((column) => (
                    <td
                      key={column}
                      className={styles.cell}
                      data-role={role}
                      data-wrapped={isWrapped || undefined}
                      title={isWrapped ? undefined : cells[column]}
                    >
                      {cells[column]}
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
      {width > MOST_COLUMNS ? (
        <p className={shared.note}>
          {count(width - MOST_COLUMNS)} more columns are not drawn here; all of them can be chosen below.
        </p>
      ) : null}
    </>
  );
}

function roleOf(row: number, headerRow: number): 'above' | 'header' | 'record' {
  if (row < headerRow) return 'above';
  return row === headerRow ? 'header' : 'record';
}
