import type { Instant, IsoDate, MonthIndex } from '../domain/units.ts';

/** The months as Pilotage writes them, January first. */
export const MONTHS = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
] as const;

/** A calendar day as "30 Sep 2026"; the same everywhere, whatever the machine's locale. */
export function formatDay(date: IsoDate): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** A month as "Sep 2026". */
export function formatMonthName(month: MonthIndex): string {
  return `${MONTHS[month % 12] ?? ''} ${Math.floor(month / 12)}`;
}

/** A moment as "30 Sep 2026, 14:05 UTC"; `isExact` with its seconds, where two would otherwise read the same. */
export function formatMoment(instant: Instant, isExact = false): string {
  return `${formatDay(instant.slice(0, 10) as IsoDate)}, ${instant.slice(11, isExact ? 19 : 16)} UTC`;
}
