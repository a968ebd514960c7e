import type { Instant, IsoDate } from '#shared/domain/units.ts';

/** This moment. The only places that read the clock are the hosts; everything below is told the time. */
export function now(): Instant {
  return new Date().toISOString() as Instant;
}

/** Today by the calendar on this machine's wall, not by UTC: a month closes when the person's month closes. */
export function today(): IsoDate {
  return localDate(new Date());
}

/** The last millisecond of a calendar day on this machine's wall; days of 23 and 25 hours have theirs too. */
export function endOfDay(day: IsoDate): Instant {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(new Date(year, month - 1, date + 1).getTime() - 1).toISOString() as Instant;
}

/** The calendar day of `moment` in the machine's own time zone. */
export function localDate(moment: Date): IsoDate {
  const part = (value: number, width: number) => String(value).padStart(width, '0');
  return `${part(moment.getFullYear(), 4)}-${part(moment.getMonth() + 1, 2)}-${part(moment.getDate(), 2)}` as IsoDate;
}
