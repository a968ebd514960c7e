import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FileCheckReport } from '#shared/api/schemas/file.ts';
import { countOf, formatCount } from '../../components/counts.ts';
import { formatMoment } from '../../components/dates.ts';
import { RestoreDialog, type RestoreTarget } from '../file/restore-dialog.tsx';
import styles from './verify.module.css';

interface VerifyFaultsProps {
  readonly report: FileCheckReport;
  readonly isRestorable: boolean;
}

/** Faults beyond these say nothing new: the file is to be replaced either way. */
const SHOWN_FAULTS = 20;

/** What a check found wrong, and the step that fits: a head that does not agree need not be damage. */
export function VerifyFaults({ report, isRestorable }: VerifyFaultsProps) {
  const shown = report.faults.slice(0, SHOWN_FAULTS);
  const more = report.faults.length - shown.length;
  const isHeadAlone = report.faults.every(({ kind }) => kind === 'head');
  const title = isHeadAlone
    ? 'The history does not agree with a head held outside the file'
    : `${countOf(report.faults.length, 'fault')} found`;
  return (
    <div className={styles.faults}>
      <div role="alert" className={styles.faults}>
        <p className={styles.bad}>
          {title}, {formatMoment(report.checkedAt)}
        </p>
        <ul className={styles.list}>
          {shown.map((fault, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: faults may read the same, and the list never changes
            <li key={index}>{fault.text}</li>
          ))}
        </ul>
        {more > 0 ? <p className="muted">and {formatCount(more)} more</p> : null}
        {isHeadAlone ? (
          <HeadAlone />
        ) : (
          <p className={styles.advice}>
            {isRestorable
              ? 'Do not go on working in this file. Rebuild the portfolio from its own history, as far as that is whole, or restore a backup from before the fault, in the list below. Both show first what would change, and what is there now is kept beside it.'
              : 'Do not rely on this file. Nothing can be restored into it here: open the portfolio where it may be written to, or another copy of it.'}
          </p>
        )}
      </div>
      {isRestorable && !isHeadAlone ? <Rebuild /> : null}
    </div>
  );
}

function HeadAlone() {
  return (
    <>
      <p className={styles.advice}>
        The file itself is sound: pages, entries and content agree with each other. This may be harmless: a
        slip in the number or the fingerprint typed above, or another version of the file that somebody put
        here on purpose.
      </p>
      <p className={styles.advice}>
        Compare number and fingerprint with the printed report, digit by digit, and the file with the one that
        was in use when the head was noted. If neither explains it, entries were removed or rewritten: find
        out by whom before you rely on them.
      </p>
    </>
  );
}

const REBUILT: RestoreTarget = {
  choice: { kind: 'rebuilt' },
  title: 'Rebuild the portfolio from its own history',
};

function Rebuild() {
  const [target, setTarget] = useState<RestoreTarget | null>(null);
  return (
    <div>
      <Button onClick={() => setTarget(REBUILT)}>Rebuild from its own history…</Button>
      <RestoreDialog target={target} onClose={() => setTarget(null)} />
    </div>
  );
}
