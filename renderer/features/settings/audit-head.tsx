import { HEAD_DIGITS } from '#shared/api/schemas/file.ts';
import { formatCount } from '../../components/counts.ts';
import { CopyButton } from './copy-button.tsx';
import styles from './settings.module.css';

interface AuditHeadProps {
  readonly seq: number;
  /** '' while nothing was recorded. */
  readonly hash: string;
}

/** The head of the history as reports print it, with what it proves and what it does not. */
export function AuditHead({ seq, hash }: AuditHeadProps) {
  if (hash === '') return <>nothing recorded yet</>;
  return (
    <>
      <p className={styles.headLine}>
        <span>
          entry {formatCount(seq)}, <span className={styles.digits}>{hash.slice(0, HEAD_DIGITS)}</span>
        </span>
        <CopyButton text={`entry ${seq} ${hash}`} what="the audit head" />
      </p>
      <p className={styles.remark}>
        Proves that order and content of the entries are unchanged since a head somebody else holds; not who
        acted, not the clock, and nothing newer than that head.
      </p>
    </>
  );
}
