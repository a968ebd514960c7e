import { formatMoney as writeMoney } from '#shared/report/format.ts';
import { usePreferences } from '../stores/preferences.ts';

/*
 * The one place that decides whether an amount is shown. Everything the page writes about money goes through here:
 * `formatMoney` and `formatAmount` for numbers, `veil` for sentences that hold some. A component that writes amounts and
 * is memoised asks `useDiscreet` (or `useMoneyWords`), so that it is drawn again when the mode changes; all others are
 * drawn again by the shell.
 */

/** What stands in place of an amount: always the same, so that neither its length nor its sign says anything. */
export const HIDDEN = '•••';

const SPACE = '\u00a0';
const CODES =
  'EUR|USD|GBP|CHF|JPY|CNY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|RON|BRL|MXN|ZAR|SGD|HKD|KRW|TRY|ILS|AED|SAR';
const NUMBER = String.raw`[+\-\u2212]?\d(?:[\d.,]*\d)?(?:[\u00a0 ]?(?:k|K|M|m|bn))?`;
/** Our own writing (no-break space before any code), then what people type: "400k EUR", "EUR 400", "€ 1.2m". */
const AMOUNT = new RegExp(
  [
    String.raw`${NUMBER}\u00a0[A-Z]{3}\b`,
    String.raw`${NUMBER} ?(?:(?:${CODES})\b|[€$£¥])`,
    String.raw`(?:\b(?:${CODES})|[€$£¥])[\u00a0 ]?${NUMBER}`,
  ].join('|'),
  'g',
);

/** True while amounts are hidden. */
export function isDiscreet(): boolean {
  return usePreferences.getState().isDiscreet;
}

/** The same for a component, which is drawn again when it changes. */
export function useDiscreet(): boolean {
  return usePreferences((state) => state.isDiscreet);
}

/**
 * An amount in minor units with its currency code, as `formatMoney` of the reports writes it; `••• EUR` in discreet mode.
 * @throws RangeError for NaN, infinity and amounts of 1e21 minor units and more.
 */
export function formatMoney(
  minor: number,
  currency: string,
  options: { readonly compact?: boolean } = {},
): string {
  return isDiscreet() ? `${HIDDEN}${SPACE}${currency}` : writeMoney(minor, currency, options);
}

export interface AmountOptions {
  /** Three significant digits with k, M or bn. */
  readonly isCompact?: boolean;
  /** A plus before positive amounts, for net values. */
  readonly isSigned?: boolean;
}

/** An amount without its currency code, for places whose header or label already says it: "+412 k". */
export function formatAmount(minor: number, currency: string, options: AmountOptions = {}): string {
  if (isDiscreet()) return HIDDEN;
  const text = writeMoney(minor, currency, { compact: options.isCompact ?? false });
  const bare = text.endsWith(`${SPACE}${currency}`) ? text.slice(0, -currency.length - 1) : text;
  return options.isSigned && minor > 0 ? `+${bare}` : bare;
}

/** A sentence with the amounts in it hidden; as it is while discreet mode is off. */
export function veil(text: string): string {
  return isDiscreet() ? hideAmounts(text) : text;
}

/** A number that is an amount but written by its own rules (a cell, an axis); hidden in discreet mode. */
export function veilNumber(text: string): string {
  return isDiscreet() && text !== '' ? HIDDEN : text;
}

/** The cell of an amount for the clipboard: a number, or nothing of it in discreet mode. */
export function copiedAmount(number: string): string | { readonly number: string } {
  return isDiscreet() ? HIDDEN : { number };
}

const MONEY_UNIT = new RegExp(String.raw`\b(?:${CODES})\b|[€$£¥]|\bcents?\b`, 'i');

/** True for the unit of a driver or a metric that is money: "EUR", "EUR a month", "cents per task". */
export function isMoneyUnit(unit: string, currency?: string): boolean {
  return (
    MONEY_UNIT.test(unit) ||
    (currency !== undefined &&
      unit
        .toUpperCase()
        .split(/[^A-Z]+/)
        .includes(currency))
  );
}

/** A sentence without the amounts in it: "earned ••• EUR in 3 months". */
export function hideAmounts(text: string): string {
  return text.replace(AMOUNT, (found) => {
    const code = /[A-Z]{3}$/.exec(found)?.[0];
    return code === undefined ? HIDDEN : `${HIDDEN}${SPACE}${code}`;
  });
}
