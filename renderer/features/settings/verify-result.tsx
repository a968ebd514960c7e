import { IconCircleCheck } from '@tabler/icons-react';
import { type FileCheckReport, HEAD_DIGITS } from '#shared/api/schemas/file.ts';
import { countOf, formatCount } from '../../components/counts.ts';
import { formatMoment } from '../../components/dates.ts';
import styles from './verify.module.css';
import { VerifyFaults } from './verify-faults.tsx';

interface VerifyResultProps {
  readonly report: FileCheckReport;
  /** The number of the latest history entry now, which may be later than the check. */
  readonly seqNow: number;
  /** True: a backup or the rebuilt history could take the place of the file. */
  readonly isRestorable: boolean;
}

/** What a check found: that all is well and what that rests on, or the faults and the next step. */
export function VerifyResult({ report, seqNow, isRestorable }: VerifyResultProps) {
  return report.isGood ? (
    <Good report={report} seqNow={seqNow} />
  ) : (
    <VerifyFaults report={report} isRestorable={isRestorable} />
  );
}

function Good({ report, seqNow }: Omit<VerifyResultProps, 'isRestorable'>) {
  const newer = seqNow - report.head.seq;
  return (
    <div className={styles.result}>
      <p className={styles.good}>
        <IconCircleCheck aria-hidden="true" size="1rem" stroke={1.75} />
        Nothing wrong was found
      </p>
      <dl className={styles.facts}>
        <dt>Checked</dt>
        <dd>
          {formatMoment(report.checkedAt)}
          {newer > 0 ? `; ${countOf(newer, 'entry', 'entries')} added since` : ''}
        </dd>
        <dt>Entries</dt>
        <dd>{formatCount(report.entries)}, the chain unbroken</dd>
        <dt>Content</dt>
        <dd>
          as the history says it must be, digest{' '}
          <span className={styles.digits}>{report.digest.slice(0, HEAD_DIGITS)}</span>
        </dd>
        <dt>Heads</dt>
        <dd>{headsCompared(report.heldHeads)}</dd>
      </dl>
    </div>
  );
}

/** How many heads held outside the file agree, and what it means when there was none. */
export function headsCompared(count: number): string {
  if (count === 0)
    return 'none held outside the file to compare: a history rewritten as a whole would not show';
  return `${formatCount(count)} held outside the file, ${count === 1 ? 'and it agrees' : 'and all agree'}`;
}
