import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './figure.module.css';

interface FigureProps {
  readonly label: string;
  /** The formatted value; null = not known, and `why` says why. */
  readonly value: ReactNode | null;
  /** The word in place of a missing value. */
  readonly missing?: 'unmeasured' | 'unknown' | 'computing' | 'not applicable';
  /** How to read the number: actual, undiscounted, window. */
  readonly note?: ReactNode;
  readonly why?: string | null;
}

/** A headline number with its label. A missing one is said in words, never shown as zero. */
export function Figure({ label, value, missing = 'unmeasured', note, why }: FigureProps) {
  const isMissing = value === null;
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={classNames(styles.value, isMissing && styles.missing)}>{isMissing ? missing : value}</dd>
      {isMissing && why ? <dd className={styles.note}>{why}</dd> : null}
      {!isMissing && note ? <dd className={styles.note}>{note}</dd> : null}
    </div>
  );
}

/** A row of figures divided by hairlines. */
export function FigureRow({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <dl aria-label={label} className={styles.row}>
      {children}
    </dl>
  );
}
