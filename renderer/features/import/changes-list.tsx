import { Button } from '@mantine/core';
import type { ImportDraft, ImportOptions } from '#shared/api/schemas/intake.ts';
import styles from './check.module.css';
import type { ImportChange } from './import-options.ts';
import { listCorrections } from './problem-list.ts';

interface ChangesListProps {
  readonly draft: ImportDraft;
  readonly options: ImportOptions;
  readonly change: (change: ImportChange) => void;
}

/** What was changed by hand in this import; the file itself is never written. */
export function ChangesList({ draft, options, change }: ChangesListProps) {
  const rows = [...(options.includeRows ?? [])].sort((a, b) => a - b);
  return (
    <ul className={styles.changes}>
      {listCorrections(options, draft).map(({ row, column, columnName, value }) => (
        <li key={`${row}:${column}`} className={styles.change}>
          <span className={styles.changeText}>
            Row {row}, {columnName}: {value === '' ? 'emptied' : `“${value}”`}
          </span>
          <Button size="compact-xs" onClick={() => change({ kind: 'takeBack', row, column })}>
            Take back
          </Button>
        </li>
      ))}
      {rows.map((row) => (
        <li key={row} className={styles.change}>
          <span className={styles.changeText}>Row {row} comes in although it looks like a duplicate</span>
          <Button size="compact-xs" onClick={() => change({ kind: 'leaveOut', row })}>
            Leave out
          </Button>
        </li>
      ))}
    </ul>
  );
}
