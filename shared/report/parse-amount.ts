import { currencyExponent } from '../domain/currency.ts';
import { isMinorUnits, MAX_MINOR_UNITS, type MinorUnits } from '../domain/units.ts';
import { type DecimalMark, type Exact, evaluateFormula, readDecimal, roundHalfEven } from './exact-number.ts';

export type AmountProblemCode =
  | 'not_a_number'
  | 'ambiguous'
  | 'dash'
  | 'error_value'
  | 'other_currency'
  | 'formula'
  | 'division_by_zero'
  | 'too_large'
  | 'too_long';

/** Why a text is no amount. `text` is a whole sentence for the person. */
export interface AmountProblem {
  readonly code: AmountProblemCode;
  readonly text: string;
}

export type ParsedAmount<T> =
  | { readonly ok: true; readonly value: T | null }
  | { readonly ok: false; readonly problem: AmountProblem };

export interface AmountOptions {
  /** Decimal mark of the block the text came in, when known; otherwise the text decides. */
  readonly mark?: DecimalMark | undefined;
}

/** What an unmeasured cell shows, and what reads as unmeasured besides blank. */
export const UNMEASURED = '·';

const MAX_LENGTH = 200;
const DOLLARS =
  'USD CAD AUD NZD SGD HKD TWD MXN CLP COP ARS BBD BMD BND BSD BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD';
const SIGNS: Readonly<Record<string, string>> = {
  '€': 'EUR',
  $: DOLLARS,
  US$: 'USD',
  C$: 'CAD',
  CA$: 'CAD',
  A$: 'AUD',
  AU$: 'AUD',
  NZ$: 'NZD',
  HK$: 'HKD',
  S$: 'SGD',
  R$: 'BRL',
  '£': 'GBP EGP FKP GIP LBP SHP SDG SSP SYP',
  '¥': 'JPY CNY',
  '₹': 'INR',
  '₩': 'KRW KPW',
  '₪': 'ILS',
  '₺': 'TRY',
  '₽': 'RUB',
  '₴': 'UAH',
  '₫': 'VND',
  '₱': 'PHP CUP',
  '฿': 'THB',
  '₦': 'NGN',
  '₸': 'KZT',
  '₾': 'GEL',
  '₡': 'CRC',
  '₵': 'GHS',
  KR: 'SEK NOK DKK ISK',
  ZŁ: 'PLN',
  KČ: 'CZK',
  FT: 'HUF',
  LEI: 'RON MDL',
  'FR.': 'CHF',
  FR: 'CHF',
};
const SIGN = '[a-z]{0,3}\\p{Sc}|[a-z]{3}|kr|zł|kč|ft|fr\\.?';
const LEADING_SIGN = new RegExp(`^(${SIGN})(?![a-z])`, 'iu');
const TRAILING_SIGN = new RegExp(`(?<![a-z])(${SIGN})$`, 'iu');

/**
 * Reads an amount of money as typed into a cell or copied from a spreadsheet, in whole minor units of `currency`.
 *
 * Blank and `·` are unmeasured (null), which is not zero. Accepted: thousand separators, a currency sign or code
 * of this currency on either side, a minus in front or behind, brackets for a negative, and arithmetic after an
 * equals sign (`=1200*1.1`). More decimals than the currency has are rounded half-even. Refused, never guessed:
 * `1.234` (two readings), a lone dash (zero or unmeasured?), another currency, error values, per cent.
 */
export function parseAmount(
  text: string,
  currency: string,
  options: AmountOptions = {},
): ParsedAmount<MinorUnits> {
  const exponent = currencyExponent(currency);
  const read = readSigned(text, {
    currency,
    // With three decimals `1.234` is an ordinary amount; with none or two it would be an odd one, so it may be 1,234.
    isPointDecimal: exponent === 3,
    mark: options.mark,
  });
  if (!read.ok) return read;
  if (read.value === null) return { ok: true, value: null };
  const minor = Number(roundHalfEven(read.value, exponent));
  if (!isMinorUnits(minor)) {
    return problem(
      'too_large',
      `${quote(text)} is larger than an amount may be (${limitText(exponent)} ${currency}).`,
    );
  }
  return { ok: true, value: (minor === 0 ? 0 : minor) as MinorUnits };
}

/**
 * Reads a plain number in a metric's own unit, by the rules of {@link parseAmount} without currency; a single
 * point is always the decimal mark. The nearest double is returned.
 */
export function parseReading(text: string, options: AmountOptions = {}): ParsedAmount<number> {
  const read = readSigned(text, { currency: null, isPointDecimal: true, mark: options.mark });
  if (!read.ok) return read;
  if (read.value === null) return { ok: true, value: null };
  const value = toDouble(read.value);
  if (!Number.isFinite(value) || Math.abs(value) > 1e15) {
    return problem('too_large', `${quote(text)} is larger than a reading may be.`);
  }
  return { ok: true, value };
}

/**
 * The decimal mark a block of cells proves: `conflict` when some cells prove a point and others a comma,
 * null when none proves anything. Cells that are no plain numbers do not count.
 */
export function provenMark(cells: readonly string[]): DecimalMark | 'conflict' | null {
  let proven: DecimalMark | null = null;
  for (const cell of cells) {
    if (cell.trim().startsWith('=')) continue;
    const body = cell.replace(/[^\d.,\s'’]/g, '').trim();
    if (body === '') continue;
    const read = readDecimal(body);
    if (read.status !== 'ok' || read.mark === null) continue;
    if (proven !== null && proven !== read.mark) return 'conflict';
    proven = read.mark;
  }
  return proven;
}

/** An amount as a person would type it: point as decimal mark, no grouping, all decimals: `-1234.50`. */
export function amountText(amount: MinorUnits, currency: string): string {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(amount)).padStart(exponent + 1, '0');
  const cut = digits.length - exponent;
  const sign = amount < 0 ? '-' : '';
  return exponent === 0 ? sign + digits : `${sign}${digits.slice(0, cut)}.${digits.slice(cut)}`;
}

interface SignedOptions {
  readonly currency: string | null;
  readonly isPointDecimal: boolean;
  readonly mark: DecimalMark | undefined;
}

function readSigned(text: string, options: SignedOptions): ParsedAmount<Exact> {
  const body = text.trim();
  if (body === '' || body === UNMEASURED) return { ok: true, value: null };
  if (body.length > MAX_LENGTH) return problem('too_long', `${quote(text)} is too long for a number.`);
  if (body.startsWith('=')) return readFormula(body);
  if (body.startsWith('#')) {
    return problem(
      'error_value',
      `${quote(text)} is a spreadsheet error; write a number or leave the cell blank.`,
    );
  }
  const bare = undress(body);
  if (bare.number === '' && bare.minuses > 0) {
    return problem('dash', 'A lone dash can mean zero or not measured; write 0 or leave the cell blank.');
  }
  if (bare.signs.length > 1 || bare.minuses > 1) return notANumber(text);
  if (!/\d/.test(bare.number)) return notANumber(text);
  const sign = bare.signs[0];
  if (sign !== undefined && options.currency === null) {
    return problem('not_a_number', `${quote(text)} has a unit; a reading is a plain number.`);
  }
  if (sign !== undefined && options.currency !== null && !isSignOf(sign, options.currency)) {
    return problem('other_currency', `${quote(text)} is not in ${options.currency}; convert it first.`);
  }
  const read = readDecimal(bare.number, { mark: options.mark, isPointDecimal: options.isPointDecimal });
  if (read.status === 'ambiguous') {
    const [whole, fraction] = bare.number.split('.');
    return problem(
      'ambiguous',
      `${quote(text)} can be read in two ways; write ${whole}${fraction} or ${whole}.${fraction?.slice(0, 2)}.`,
    );
  }
  if (read.status === 'not_a_number') return notANumber(text);
  return { ok: true, value: bare.minuses === 1 ? { n: -read.value.n, d: read.value.d } : read.value };
}

/** Takes brackets, signs and currency off both ends, whatever their order, counting what was there. */
function undress(body: string): {
  readonly number: string;
  readonly minuses: number;
  readonly signs: readonly string[];
} {
  let number = body;
  let minuses = 0;
  let pluses = 0;
  const signs: string[] = [];
  for (let isMoving = true; isMoving && number !== ''; ) {
    isMoving = false;
    if (/^\(.*\)$/su.test(number)) {
      minuses += 1;
      number = number.slice(1, -1).trim();
      isMoving = true;
    } else if (/^[-−–—]/u.test(number)) {
      minuses += 1;
      number = number.slice(1).trim();
      isMoving = true;
    } else if (/[-−–—]$/u.test(number)) {
      minuses += 1;
      number = number.slice(0, -1).trim();
      isMoving = true;
    } else if (/^\+/u.test(number) && pluses === 0) {
      pluses += 1;
      number = number.slice(1).trim();
      isMoving = true;
    } else {
      const sign = LEADING_SIGN.exec(number) ?? TRAILING_SIGN.exec(number);
      if (sign !== null) {
        signs.push(sign[1] ?? '');
        number = (sign.index === 0 ? number.slice(sign[0].length) : number.slice(0, sign.index)).trim();
        isMoving = true;
      }
    }
  }
  return { number, minuses: minuses + (minuses > 0 ? pluses : 0), signs };
}

function readFormula(body: string): ParsedAmount<Exact> {
  const result = evaluateFormula(body.slice(1));
  if (result.ok) return result;
  if (result.problem.code === 'division_by_zero') {
    return problem('division_by_zero', `${quote(body)} divides by zero.`);
  }
  return problem('formula', `${quote(body)} cannot be worked out (see character ${result.problem.at + 1}).`);
}

function isSignOf(sign: string, currency: string): boolean {
  const upper = sign.toUpperCase();
  if (upper === currency) return true;
  return Object.hasOwn(SIGNS, upper) && (SIGNS[upper] as string).split(' ').includes(currency);
}

/** Nearest double of an exact number with a power-of-ten or arbitrary denominator. */
function toDouble(value: Exact): number {
  const scaled = roundHalfEven(value, 20);
  return Number(`${scaled}e-20`);
}

const quote = (text: string) => {
  const shown = text.trim();
  return `“${shown.length > 30 ? `${shown.slice(0, 29)}…` : shown}”`;
};
const limitText = (exponent: number) => `±${(MAX_MINOR_UNITS / 10 ** exponent).toLocaleString('en')}`;
const problem = (code: AmountProblemCode, text: string) => ({ ok: false, problem: { code, text } }) as const;
const notANumber = (text: string) => problem('not_a_number', `${quote(text)} is not a number.`);
