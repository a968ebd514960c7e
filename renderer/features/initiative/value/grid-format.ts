import { currencyExponent } from '#shared/domain/currency.ts';
import type { MinorUnits } from '#shared/domain/units.ts';
import { formatNumber } from '#shared/report/format.ts';
import { amountText } from '#shared/report/parse-amount.ts';
import { formatMoney } from '../../../components/money-words.ts';
import { type EditRow, isMoney } from './grid-model.ts';

/** True when some amount has cents: only then every cell shows them, so that columns stay easy to compare. */
export function hasMinorPart(amounts: Iterable<number>, currency: string): boolean {
  const unit = 10 ** currencyExponent(currency);
  for (const amount of amounts) if (amount % unit !== 0) return true;
  return false;
}

/** An amount for a cell: grouped, true minus, no currency (the header names it), cents only where asked. */
export function cellAmount(minor: number, currency: string, showsMinor: boolean): string {
  const full = formatMoney(minor, currency).slice(0, -(currency.length + 1));
  const point = full.indexOf('.');
  return showsMinor || point < 0 ? full : full.slice(0, point);
}

/** What a cell shows; null = unmeasured. */
export function cellText(
  row: EditRow,
  value: number | null,
  currency: string,
  showsMinor: boolean,
): string | null {
  if (value === null) return null;
  return isMoney(row) ? cellAmount(value, currency, showsMinor) : formatNumber(value);
}

/** What a cell holds as one would type it: for editing and for the clipboard; '' = unmeasured. */
export function editText(row: EditRow, value: number | null, currency: string): string {
  if (value === null) return '';
  if (!isMoney(row)) return String(value);
  const text = amountText(value as MinorUnits, currency);
  // 1200.00 is edited as 1200; cents stay when there are any.
  return text.replace(/\.0+$/, '');
}
