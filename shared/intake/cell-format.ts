/** How a number in a cell is shown, as far as it changes what the number means. */
export type CellFormat = 'number' | 'date' | 'datetime' | 'time';

/** Built-in formats are referred to by number and never written out. Ranges: ECMA-376 part 1, 18.8.30. */
const BUILT_IN: ReadonlyMap<number, CellFormat> = new Map<number, CellFormat>([
  ...span(14, 17, 'date'),
  ...span(18, 21, 'time'),
  [22, 'datetime'],
  ...span(27, 31, 'date'),
  ...span(32, 35, 'time'),
  [36, 'date'],
  ...span(45, 47, 'time'),
  ...span(50, 58, 'date'),
]);

function span(from: number, to: number, format: CellFormat): [number, CellFormat][] {
  return Array.from({ length: to - from + 1 }, (_, i) => [from + i, format]);
}

/** The meaning of a built-in format number; unlisted ones are plain numbers. */
export function builtInFormat(id: number): CellFormat {
  return BUILT_IN.get(id) ?? 'number';
}

/**
 * The meaning of a written format code such as `dd/mm/yyyy` or `[$-409]h:mm AM/PM`.
 * Quoted text, escaped letters and bracketed colours and conditions do not count; elapsed time such as `[h]:mm`
 * is a quantity and stays a number.
 */
export function formatOfCode(code: string): CellFormat {
  const first = code.split(';', 1)[0] ?? '';
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return 'number';
  const letters = first
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/AM\/PM|A\/P/gi, 'h')
    .replace(/General/gi, '')
    .toLowerCase();
  const hasTime = /[hs]/.test(letters);
  // An m beside hours or seconds means minutes.
  const hasDate = /[yd]/.test(letters) || (!hasTime && letters.includes('m'));
  if (hasDate) return hasTime ? 'datetime' : 'date';
  return hasTime ? 'time' : 'number';
}

const DAY_SECONDS = 86_400;
/** 31 December 9999, the last day a spreadsheet knows, in the 1900 system. */
const LAST_SERIAL = 2_958_465;

/**
 * The text of a numeric cell: dates as YYYY-MM-DD, with HH:MM:SS when the time is part of it, other numbers with
 * 15 significant digits, which is what a spreadsheet keeps.
 * Serial 60 of the 1900 system is 29 February 1900, a day that never was: it stays a number, as do serials
 * outside 0 < n < 10000-01-01.
 */
export function numberText(raw: string, format: CellFormat, is1904: boolean): string {
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (format === 'number') return plainNumber(value);
  let seconds = Math.round((value % 1) * DAY_SECONDS);
  let day = Math.floor(value);
  if (seconds === DAY_SECONDS) {
    seconds = 0;
    day++;
  }
  if (value < 0) return plainNumber(value);
  const time = clock(seconds);
  if (format === 'time' && day === 0) return time;
  const date = serialDate(day, is1904);
  if (date === undefined) return plainNumber(value);
  return seconds === 0 || format === 'date' ? date : `${date} ${time}`;
}

function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15)));
}

function serialDate(day: number, is1904: boolean): string | undefined {
  if (is1904) {
    if (day > LAST_SERIAL - 1462) return undefined;
    return isoOf(Date.UTC(1904, 0, 1 + day));
  }
  if (day < 1 || day === 60 || day > LAST_SERIAL) return undefined;
  // The day that never was shifts everything after it by one.
  return isoOf(Date.UTC(1899, 11, day < 60 ? 31 + day : 30 + day));
}

function isoOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function clock(seconds: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
