import { formatAmount, formatMoney, useDiscreet, veil, veilNumber } from './money-words.ts';

const WORDS = { formatAmount, formatMoney, veil, veilNumber } as const;

/** The ways to write money, and a new drawing whenever amounts are hidden or shown again. */
export function useMoneyWords(): typeof WORDS {
  useDiscreet();
  return WORDS;
}
