export interface CurrencyChoice {
  readonly value: string;
  readonly label: string;
}

/** Currencies asked for most; they stand first in the list. */
const COMMON = ['EUR', 'USD', 'GBP', 'CHF', 'JPY'] as const;

/** The choices of a currency field: common ones first, then every code this engine knows, each with its name. */
export function currencyChoices(): readonly CurrencyChoice[] {
  const names = new Intl.DisplayNames(['en'], { type: 'currency' });
  const others = Intl.supportedValuesOf('currency').filter((code) => !COMMON.some((one) => one === code));
  return [...COMMON, ...others].map((code) => ({ value: code, label: `${code}  ${names.of(code) ?? code}` }));
}
