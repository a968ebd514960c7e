import { formatScore } from '#shared/report/format.ts';
import { type AmountOptions, formatAmount, HIDDEN, useDiscreet } from './money-words.ts';

const SPACE = '\u00a0';

interface MoneyProps extends AmountOptions {
  /** Minor units; null = unmeasured. */
  readonly minor: number | null;
  readonly currency: string;
  /** True: without the currency code, because the header has it. */
  readonly isBare?: boolean;
}

/** Money, or the word that it is unmeasured; in discreet mode that there is an amount, and nothing of it. */
export function Money({ minor, currency, isBare = false, ...options }: MoneyProps) {
  const isHidden = useDiscreet();
  if (minor === null) return <Unmeasured />;
  if (isHidden) return <HiddenAmount />;
  const bare = formatAmount(minor, currency, options);
  return <span style={{ whiteSpace: 'nowrap' }}>{isBare ? bare : `${bare}${SPACE}${currency}`}</span>;
}

/** In place of an amount in discreet mode. */
export function HiddenAmount() {
  return (
    <span className="dim">
      <span aria-hidden="true">{HIDDEN}</span>
      <span className="visually-hidden">hidden</span>
    </span>
  );
}

/** A score from 0 to 100, or the word that it is unmeasured. */
export function Score({ score }: { readonly score: number | null }) {
  return score === null ? <Unmeasured /> : <span>{formatScore(score)}</span>;
}

/** Blank is unmeasured, and said so. */
export function Unmeasured() {
  return <span className="dim">unmeasured</span>;
}
