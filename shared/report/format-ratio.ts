import { formatNumber } from './format.ts';

const MINUS = '\u2212';

/**
 * A plain ratio (P, BCR, BRI, C) with two decimals, rounded down like a score: `0.79` for .7996, so that a ratio just
 * under its mark never reads as having reached it. Something never reads as nothing: `<0.01`.
 * @throws RangeError for NaN and infinity
 */
export function formatRatio(ratio: number): string {
  if (!Number.isFinite(ratio)) throw new RangeError(`not a printable ratio: ${ratio}`);
  if (ratio > 0 && ratio < 0.01) return '<0.01';
  const hundredths = Math.floor(ratio * 100 + 1e-7);
  const text = formatNumber(Math.abs(hundredths) / 100);
  const [whole = '0', decimals = ''] = text.split('.');
  return `${hundredths < 0 ? MINUS : ''}${whole}.${decimals.padEnd(2, '0')}`;
}

/** A standard error of a ratio with one significant digit: `0.004`; `0` when every draw says the same. */
export function formatStandardError(se: number): string {
  if (!Number.isFinite(se) || se < 0) throw new RangeError(`not a printable standard error: ${se}`);
  return formatNumber(Number(se.toPrecision(1)));
}
