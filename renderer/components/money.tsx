import { formatMoney, formatScore } from '#shared/report/format.ts';

interface AmountOptions {
  /** Three significant digits with k, M or bn. */
  readonly isCompact?: boolean;
  /** A plus before positive amounts, for net values. */
  readonly isSigned?: boolean;
}

const SPACE = '\u00a0';

/** An amount without its currency code, for places whose header or label already says it: "+412 k". */
export function formatAmount(minor: number, currency: string, options: AmountOptions = {}): string {
  const text = formatMoney(minor, currency, { compact: options.isCompact ?? false });
  const bare = text.endsWith(`${SPACE}${currency}`) ? text.slice(0, -currency.length - 1) : text;
  return options.isSigned && minor > 0 ? `+${bare}` : bare;
}

interface MoneyProps extends AmountOptions {
  /** Minor units; null = unmeasured. */
  readonly minor: number | null;
  readonly currency: string;
  /** True: without the currency code, because the header has it. */
  readonly isBare?: boolean;
}

/** Money, or the word that it is unmeasured. */
export function Money({ minor, currency, isBare = false, ...options }: MoneyProps) {
  if (minor === null) return <Unmeasured />;
  const bare = formatAmount(minor, currency, options);
  return <span style={{ whiteSpace: 'nowrap' }}>{isBare ? bare : `${bare}${SPACE}${currency}`}</span>;
}

/** A score from 0 to 100, or the word that it is unmeasured. */
export function Score({ score }: { readonly score: number | null }) {
  return score === null ? <Unmeasured /> : <span>{formatScore(score)}</span>;
}

/** Blank is unmeasured, and said so. */
export function Unmeasured() {
  return <span className="dim">unmeasured</span>;
}
