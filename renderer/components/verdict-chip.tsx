import { memo } from 'react';
import type { Verdict } from '#shared/domain/verdict.ts';
import { classNames } from './class-names.ts';
import styles from './verdict-chip.module.css';
import { verdictPath } from './verdict-shape.ts';

/** The words of the verdicts as they stand on a chip. */
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  kill: 'Kill',
  fix: 'Fix',
  hold: 'Hold',
  continue: 'Continue',
  scale: 'Scale',
};

/** The shape of a verdict alone, in its colour; decorative, always beside its word. */
export function VerdictShape({ verdict, size = 9 }: { readonly verdict: Verdict; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      className={styles.shape}
      data-verdict={verdict}
      width={size}
      height={size}
      viewBox="-8 -8 16 16"
    >
      <path d={verdictPath(verdict, 5.6)} />
    </svg>
  );
}

interface VerdictChipProps {
  /** null: retired initiatives get no verdict, nor does one whose simulation is running. */
  readonly verdict: Verdict | null;
  /** The verdict waits for a simulation. */
  readonly isComputing?: boolean;
  readonly isLarge?: boolean;
}

/** A verdict as shape and word on its own tint: readable in grey-scale. */
export const VerdictChip = memo(function VerdictChip({
  verdict,
  isComputing = false,
  isLarge = false,
}: VerdictChipProps) {
  if (isComputing) return <span className={styles.computing}>computing</span>;
  if (verdict === null) return <span className={styles.none}>no verdict</span>;
  return (
    <span className={classNames(styles.chip, isLarge && styles.large)} data-verdict={verdict}>
      <VerdictShape verdict={verdict} size={isLarge ? 12 : 9} />
      {VERDICT_WORDS[verdict]}
    </span>
  );
});
