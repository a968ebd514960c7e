/** Decimal places of a currency by ISO 4217; 2 unless listed. */
const EXPONENTS: Readonly<Record<string, number>> = {
  BHD: 3,
  IQD: 3,
  JOD: 3,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  TND: 3,
  BIF: 0,
  CLP: 0,
  DJF: 0,
  GNF: 0,
  ISK: 0,
  JPY: 0,
  KMF: 0,
  KRW: 0,
  PYG: 0,
  RWF: 0,
  UGX: 0,
  UYI: 0,
  VND: 0,
  VUV: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** Minor-unit exponent of an ISO 4217 code: 100 cents to the euro is 2, the yen is 0. Unlisted codes have 2. */
export function currencyExponent(code: string): number {
  return Object.hasOwn(EXPONENTS, code) ? (EXPONENTS[code] as number) : 2;
}
