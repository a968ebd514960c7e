import { isoDate } from '../domain/calendar.ts';
import type { IsoDate } from '../domain/units.ts';

/** How dates such as 01/02/2026 are to be read: month, day, year; day, month, year; or only year first. */
export const DATE_ORDERS = ['mdy', 'dmy', 'ymd'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

export type DateReading =
  | { readonly kind: 'date'; readonly date: IsoDate }
  /** Two readings are possible and no order was stated. */
  | { readonly kind: 'ambiguous' }
  /** A year typed into a cell formatted as a date: 7/16/1905 is what a spreadsheet shows for 2024. */
  | { readonly kind: 'year_serial'; readonly year: number }
  | { readonly kind: 'implausible' }
  | { readonly kind: 'unreadable' };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** No initiative of this kind is older; an earlier date is a slip. */
const EARLIEST_YEAR = 1950;
const TIME = String.raw`(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[AaPp][Mm])?Z?)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})${TIME}$`);
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})${TIME}$`);
const DAY_NAME_YEAR = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -](\d{4})$/;
const NAME_DAY_YEAR = /^([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;

/**
 * Reads the text of a cell as a calendar day. Nothing is guessed: without a stated order a date that can be read
 * two ways is `ambiguous`; months without a day, two-digit years and remarks are `unreadable`.
 */
export function readDateText(text: string, order: DateOrder | null): DateReading {
  const trimmed = text.trim();
  const yearFirst = YEAR_FIRST.exec(trimmed);
  if (yearFirst) return day(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]));
  const yearLast = YEAR_LAST.exec(trimmed);
  if (yearLast) {
    const [first, second, year] = [Number(yearLast[1]), Number(yearLast[3]), Number(yearLast[4])];
    switch (order) {
      case 'mdy':
        return day(year, first, second);
      case 'dmy':
        return day(year, second, first);
      case 'ymd':
        return { kind: 'unreadable' };
      case null:
        if (first === second) return day(year, first, second);
        if (first > 12) return day(year, second, first);
        if (second > 12) return day(year, first, second);
        return { kind: 'ambiguous' };
    }
  }
  const dayFirst = DAY_NAME_YEAR.exec(trimmed);
  if (dayFirst) return named(Number(dayFirst[3]), dayFirst[2] as string, Number(dayFirst[1]));
  const nameFirst = NAME_DAY_YEAR.exec(trimmed);
  if (nameFirst) return named(Number(nameFirst[3]), nameFirst[1] as string, Number(nameFirst[2]));
  return { kind: 'unreadable' };
}

/** What the dates of one column say about their order. */
export type OrderEvidence =
  /** A day above 12 stands in one place only. */
  | { readonly kind: 'proven'; readonly order: 'mdy' | 'dmy' }
  /** Days above 12 stand in both places: the column mixes orders. */
  | { readonly kind: 'mixed' }
  /** There are dates that could be either, and none that tells. */
  | { readonly kind: 'ambiguous' }
  /** Every date, if there are any, can be read in one way only. */
  | { readonly kind: 'clear' };

/** Looks for a day above 12 among the dates of a column written with the year last. */
export function dateOrderOf(texts: Iterable<string>): OrderEvidence {
  let dayFirst = false;
  let monthFirst = false;
  let isOpen = false;
  for (const text of texts) {
    const match = YEAR_LAST.exec(text.trim());
    if (!match) continue;
    const [first, second] = [Number(match[1]), Number(match[3])];
    if (first > 12 && second <= 12) dayFirst = true;
    else if (second > 12 && first <= 12) monthFirst = true;
    else if (first !== second) isOpen = true;
  }
  if (dayFirst && monthFirst) return { kind: 'mixed' };
  if (dayFirst) return { kind: 'proven', order: 'dmy' };
  if (monthFirst) return { kind: 'proven', order: 'mdy' };
  return isOpen ? { kind: 'ambiguous' } : { kind: 'clear' };
}

function named(year: number, name: string, dayOfMonth: number): DateReading {
  const month = MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1;
  return month === 0 ? { kind: 'unreadable' } : day(year, month, dayOfMonth);
}

function day(year: number, month: number, dayOfMonth: number): DateReading {
  const date = isoDate(year, month, dayOfMonth);
  if (date === undefined) return { kind: 'unreadable' };
  if (year >= EARLIEST_YEAR) return { kind: 'date', date };
  const serial = (Date.UTC(year, month - 1, dayOfMonth) - Date.UTC(1899, 11, 30)) / 86_400_000;
  return serial >= EARLIEST_YEAR && serial <= 2100
    ? { kind: 'year_serial', year: serial }
    : { kind: 'implausible' };
}
