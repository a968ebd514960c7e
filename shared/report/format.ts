import { currencyExponent } from '../domain/currency.ts';

/*
 * Numbers as Pilotage prints them, everywhere and in every export: comma between thousands, point before decimals,
 * a true minus (U+2212), a no-break space (U+00A0) before units. Written out here rather than left to Intl, whose
 * output changes with the engine's locale data: the same figure must read the same on screen, in the PDF and in tests.
 */

const MINUS = '\u2212';
const SPACE = '\u00a0';
const SCALES = [
  { power: 0, name: '' },
  { power: 3, name: `${SPACE}k` },
  { power: 6, name: `${SPACE}M` },
  { power: 9, name: `${SPACE}bn` },
] as const;

/**
 * An amount in minor units, with its currency code: `−48,000.00 EUR`. Exact to the minor unit; a fraction of one
 * (an average) is rounded half-even.
 * `compact` keeps three significant digits: `−48 k EUR`, `2.31 M EUR`.
 * @throws RangeError for NaN, infinity and amounts of 1e21 minor units and more.
 */
export function formatMoney(
  minor: number,
  currency: string,
  options: { readonly compact?: boolean } = {},
): string {
  const exponent = currencyExponent(currency);
  const whole = roundHalfEven(minor);
  const digits = String(Math.abs(whole));
  if (!/^\d+$/.test(digits)) throw new RangeError(`not a printable amount: ${minor}`);
  const sign = whole < 0 ? MINUS : '';
  const text = options.compact === true ? compactDigits(digits, exponent) : placePoint(digits, exponent);
  return `${sign}${text}${SPACE}${currency}`;
}

/** Three significant digits of an amount, trailing zeros dropped, with k, M or bn. */
function compactDigits(digits: string, exponent: number): string {
  const step = Number(`1e${Math.max(0, digits.length - 3)}`);
  const rounded = String(roundHalfEven(Number(digits) / step) * step);
  const unitDigits = rounded.length - exponent;
  const scale = SCALES.findLast(({ power }) => unitDigits > power) ?? SCALES[0];
  const text = placePoint(rounded, exponent + scale.power);
  return (text.includes('.') ? text.replace(/\.?0+$/, '') : text) + scale.name;
}

/** `1234567` with 2 decimals: `12,345.67`. */
function placePoint(digits: string, decimals: number): string {
  const padded = digits.padStart(decimals + 1, '0');
  const whole = padded.slice(0, padded.length - decimals);
  return group(whole) + (decimals === 0 ? '' : `.${padded.slice(padded.length - decimals)}`);
}

function group(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, ',');
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return rest < 0.5 ? floor : floor + 1;
  return floor % 2 === 0 ? floor : floor + 1;
}

/**
 * A share as percent: whole from 10 % on, one decimal below. Something never reads as nothing (`<0.1 %`), and less
 * than all never as all (`>99 %`). Ratios above 1 and below 0 are printed as they are: `171 %`, `−35 %`.
 */
export function formatShare(share: number): string {
  const percent = Math.abs(share) * 100;
  if (!Number.isFinite(percent)) throw new RangeError(`not a printable share: ${share}`);
  const sign = share < 0 ? MINUS : '';
  if (percent > 0 && percent < 0.05) return `${sign}<0.1${SPACE}%`;
  if (percent >= 99.5 && percent < 100) return `${sign}>99${SPACE}%`;
  return `${sign}${decimal(percent, percent < 9.95 ? 1 : 0)}${SPACE}%`;
}

/**
 * A score (readiness, 0 to 100) with at most one decimal, rounded down: 74.96 reads `74.9`, so that a score just
 * under a threshold never reads as having reached it.
 */
export function formatScore(score: number): string {
  if (!Number.isFinite(score)) throw new RangeError(`not a printable score: ${score}`);
  return signed(Math.floor(score * 10 + 1e-10) / 10, 1);
}

/** A plain number, such as a value of the success metric: at most six significant digits, thousands grouped. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a printable number: ${value}`);
  const short = Number(value.toPrecision(6));
  const magnitude = Math.abs(short);
  if (magnitude !== 0 && (magnitude < 1e-6 || magnitude >= 1e15)) return String(short).replaceAll('-', MINUS);
  const decimals = String(magnitude).split('.')[1]?.length ?? 0;
  return signed(short, decimals);
}

function signed(value: number, decimals: number): string {
  return (value < 0 ? MINUS : '') + decimal(Math.abs(value), decimals);
}

/** Grouped, with up to `decimals` decimals; trailing zeros dropped. */
function decimal(value: number, decimals: number): string {
  const [whole = '0', fraction = ''] = value.toFixed(decimals).split('.');
  const kept = fraction.replace(/0+$/, '');
  return group(whole) + (kept === '' ? '' : `.${kept}`);
}
