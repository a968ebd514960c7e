import { formatMonth } from '../domain/calendar.ts';
import type { Instant, IsoDate, MonthIndex } from '../domain/units.ts';
import { formatNumber, formatShare } from '../report/format.ts';
import { formatDay, formatMoment } from '../report/moments.ts';

/** A stored value as SQLite gives it. */
export type StoredValue = string | number | null;

/**
 * A value in words. Money stays a number, so that whoever shows it decides how and whether; `amount` is a number that
 * may be money in disguise (a driver, a value per unit) and is hidden where amounts are.
 */
export type HistoryCell =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'money'; readonly minor: number }
  | { readonly type: 'amount'; readonly text: string };

/** How a column is read: a plain form, the words of a closed list, or a row of another table by its id. */
export type ColumnForm =
  | 'text'
  | 'money'
  | 'amount'
  | 'number'
  | 'share'
  | 'month'
  | 'day'
  | 'moment'
  | 'yes_no'
  | { readonly words: Readonly<Record<string, string>> }
  | { readonly refersTo: string };

/** Gives the name of a row by table and id. */
export type NameOf = (table: string, id: string) => string;

/**
 * One stored value in words; null when it says nothing (blank).
 * Example: 24307 as `month` reads `2025-08`; 1 as `yes_no` reads `yes`. A value its form does not know is shown as it is.
 */
export function historyCell(form: ColumnForm, value: StoredValue, nameOf: NameOf): HistoryCell | null {
  if (value === null || value === '') return null;
  if (typeof form === 'object') {
    return text(
      'words' in form ? (form.words[String(value)] ?? String(value)) : nameOf(form.refersTo, String(value)),
    );
  }
  if (typeof value === 'string') {
    if (form === 'day') return text(formatDay(value as IsoDate));
    return text(form === 'moment' ? formatMoment(value as Instant) : value);
  }
  switch (form) {
    case 'money':
      return { type: 'money', minor: value };
    case 'amount':
      return { type: 'amount', text: formatNumber(value) };
    case 'share':
      return text(formatShare(value));
    case 'month':
      return text(formatMonth(value as MonthIndex));
    case 'yes_no':
      return text(value === 1 ? 'yes' : 'no');
    default:
      return text(formatNumber(value));
  }
}

function text(words: string): HistoryCell {
  return { type: 'text', text: words };
}
