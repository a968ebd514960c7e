export type NumberReading =
  | { readonly kind: 'number'; readonly value: number }
  /** The one separator could be a decimal sign or group thousands: 1,5 or 1.234. */
  | { readonly kind: 'ambiguous' }
  | { readonly kind: 'unreadable' };

/**
 * Reads the text of a cell as a number; a percent sign divides by 100.
 * @param isPlain the text was written by a program with `.` as its decimal sign (a workbook cell, our own export),
 *   so that 1.234 is not in doubt
 */
export function readNumberText(text: string, isPlain: boolean): NumberReading {
  const match = /^([-+\u2212]?)([\d.,]+(?:[eE][-+]?\d{1,3})?)\s*(%?)$/.exec(text.trim());
  if (!match) return { kind: 'unreadable' };
  const [, sign, digits, percent] = match as unknown as [string, string, string, string];
  const plain = isPlain && /^\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$/.test(digits) ? digits : decimalOf(digits);
  if (plain === 'ambiguous') return { kind: 'ambiguous' };
  const value = plain === undefined ? Number.NaN : Number(plain);
  if (!Number.isFinite(value)) return { kind: 'unreadable' };
  const signed = sign === '' || sign === '+' ? value : -value;
  return { kind: 'number', value: percent === '' ? signed : signed / 100 };
}

/** The digits with `.` as decimal sign and nothing else, or why there is no telling. */
function decimalOf(digits: string): string | 'ambiguous' | undefined {
  if (/^\d+$/.test(digits)) return digits;
  // Both separators: the last one is the decimal sign.
  if (/^\d{1,3}(?:,\d{3})+\.\d+$/.test(digits)) return digits.replaceAll(',', '');
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(digits)) return digits.replaceAll('.', '').replace(',', '.');
  // Two or more groups of three can only be thousands.
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(digits) || /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) {
    return digits.replace(/[.,]/g, '');
  }
  const single = /^(\d+)([.,])(\d+)$/.exec(digits);
  if (!single) return undefined;
  const [, whole, separator, rest] = single as unknown as [string, string, string, string];
  // A point after which there are not three digits, or after a leading zero, is a decimal point.
  if (separator === '.' && (rest.length !== 3 || whole === '0' || whole.length > 3)) return digits;
  return 'ambiguous';
}
