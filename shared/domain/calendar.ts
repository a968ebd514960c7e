import type { IsoDate, MonthIndex } from './units.ts';

const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const ISO_MONTH = /^(\d{4})-(\d{2})$/;
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** English names of the months, January first. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Days of a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && isLeap ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

/** True for a real calendar day written `YYYY-MM-DD`, years 1900 to 2200. */
export function isIsoDate(value: unknown): value is IsoDate {
  if (typeof value !== 'string') return false;
  const match = ISO_DATE.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return (
    year >= 1900 && year <= 2200 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  );
}

/** The day `YYYY-MM-DD`, or undefined when there is no such day. `month` is 1 to 12. */
export function isoDate(year: number, month: number, day: number): IsoDate | undefined {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isIsoDate(text) ? text : undefined;
}

/** Days since 1970-01-01 of a calendar day (proleptic Gregorian, no zones). */
export function dayNumber(date: IsoDate): number {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return Date.UTC(year, month - 1, day) / 86_400_000;
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** Whole months completed from `from` to `to`: the month counts once its day of the month is reached. */
export function wholeMonthsBetween(from: IsoDate, to: IsoDate): number {
  const [y1, m1, d1] = from.split('-').map(Number) as [number, number, number];
  const [y2, m2, d2] = to.split('-').map(Number) as [number, number, number];
  return (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0);
}

/** Age in months as a real number: days divided by 30.4375 (the mean month). Never below 0. */
export function ageInMonths(from: IsoDate, asOf: IsoDate): number {
  return Math.max(0, daysBetween(from, asOf) / 30.4375);
}

/** The month a day lies in. */
export function monthOf(date: IsoDate): MonthIndex {
  return (Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1) as MonthIndex;
}

/** True for a month index between 1900-01 and 2200-12. */
export function isMonthIndex(value: unknown): value is MonthIndex {
  return Number.isInteger(value) && (value as number) >= 1900 * 12 && (value as number) <= 2200 * 12 + 11;
}

/** `YYYY-MM` of a month index. */
export function formatMonth(month: MonthIndex): string {
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
}

/** The month index of `YYYY-MM`, or undefined when it is not one. */
export function parseMonth(text: string): MonthIndex | undefined {
  const match = ISO_MONTH.exec(text);
  if (!match || Number(match[2]) < 1 || Number(match[2]) > 12) return undefined;
  const month = Number(match[1]) * 12 + Number(match[2]) - 1;
  return isMonthIndex(month) ? month : undefined;
}

/** The month `by` months after `month`. */
export function addMonths(month: MonthIndex, by: number): MonthIndex {
  return (month + by) as MonthIndex;
}

/** The last calendar day of a month. */
export function lastDayOf(month: MonthIndex): IsoDate {
  const year = Math.floor(month / 12);
  const inYear = (month % 12) + 1;
  return `${formatMonth(month)}-${daysInMonth(year, inYear)}` as IsoDate;
}
