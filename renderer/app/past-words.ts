import { isIsoDate, lastDayOf, monthOf } from '#shared/domain/calendar.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import { formatDay } from '../components/dates.ts';

/** Why nothing can be changed on a past day, and what to do. */
export function pastReason(day: IsoDate): string {
  return `You see the portfolio as it was known on ${formatDay(day)}. Go back to today to change it.`;
}

/** What is wrong with a day somebody wants to see, in words; null when it can be shown. */
export function dayProblem(text: string, knownFrom: IsoDate, today: IsoDate): string | null {
  if (!isIsoDate(text)) return 'Enter a day.';
  if (text < knownFrom)
    return `Nothing is known before ${formatDay(knownFrom)}, when this portfolio was begun.`;
  if (text > today) return `The future is not known: ${formatDay(today)} is the last day there is.`;
  return null;
}

/** Days one often wants to see, the latest first: the ends of the last month and of the last quarter. */
export function usualDays(knownFrom: IsoDate, today: IsoDate): readonly IsoDate[] {
  const month = monthOf(today);
  const ends = [month - 1, month - (month % 3) - 1].map((one) => lastDayOf(one as MonthIndex));
  return [...new Set(ends)].filter((day) => dayProblem(day, knownFrom, today) === null);
}
