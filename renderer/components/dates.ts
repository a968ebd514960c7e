import type { MonthIndex } from '#shared/domain/units.ts';
import { formatMonthName, MONTHS } from '#shared/report/moments.ts';

export { formatDay, formatMoment, formatMonthName } from '#shared/report/moments.ts';

/** A span of months as "Jul to Sep 2026" or "Nov 2025 to Jan 2026"; one month alone as itself; '' for none. */
export function formatMonthSpan(months: readonly MonthIndex[]): string {
  const [first] = months;
  const last = months.at(-1);
  if (first === undefined || last === undefined) return '';
  if (first === last) return formatMonthName(first);
  const isSameYear = Math.floor(first / 12) === Math.floor(last / 12);
  return `${isSameYear ? MONTHS[first % 12] : formatMonthName(first)} to ${formatMonthName(last)}`;
}
