import type { Instant, IsoDate, MonthIndex } from '#shared/domain/units.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A calendar day as "30 Sep 2026"; the same everywhere, whatever the machine's locale. */
export function formatDay(date: IsoDate): string {
  const [year, month, day] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}

/** A month as "Sep 2026". */
export function formatMonthName(month: MonthIndex): string {
  return `${MONTHS[month % 12] ?? ''} ${Math.floor(month / 12)}`;
}

/** A moment as "30 Sep 2026, 14:05 UTC". */
export function formatMoment(instant: Instant): string {
  return `${formatDay(instant.slice(0, 10) as IsoDate)}, ${instant.slice(11, 16)} UTC`;
}

/** A span of months as "Jul to Sep 2026" or "Nov 2025 to Jan 2026"; one month alone as itself; '' for none. */
export function formatMonthSpan(months: readonly MonthIndex[]): string {
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return '';
  if (first === last) return formatMonthName(first);
  const isSameYear = Math.floor(first / 12) === Math.floor(last / 12);
  return `${isSameYear ? MONTHS[first % 12] : formatMonthName(first)} to ${formatMonthName(last)}`;
}
