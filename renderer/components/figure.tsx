import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Explained, type FigureExplanation } from './explained.tsx';
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
  /** How it came about: the number opens to it. Its name is the label unless it says another. */
  readonly explanation?: Omit<FigureExplanation, 'name'> & { readonly name?: string };
  /** Rendered in the open explanation only: inputs that have to be asked for. */
  readonly details?: () => ReactNode;
}

/** A headline number with its label. A missing one is said in words, never shown as zero. */
export function Figure({
  label,
  value,
  missing = 'unmeasured',
  note,
  why,
  explanation,
  details,
}: FigureProps) {
  const isMissing = value === null;
  const shown = isMissing ? missing : value;
  return (
    <div className={styles.figure}>
      <dt className={styles.label}>{label}</dt>
      <dd className={classNames(styles.value, isMissing && styles.missing)}>
        {explanation === undefined ? (
          shown
        ) : (
          <Explained figure={{ name: label, ...explanation }} details={details}>
            {shown}
          </Explained>
        )}
      </dd>
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
