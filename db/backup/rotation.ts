import type { Instant, IsoDate } from '#shared/domain/units.ts';

/** What rotation asks of a backup. */
export interface RotationItem {
  /** Tells it apart from the others; of two made in the same millisecond the higher name counts as the newer. */
  readonly name: string;
  readonly madeAt: Instant;
  /** The calendar day on the person's wall at that moment. */
  readonly day: IsoDate;
}

export const KEPT = { today: 3, days: 12, weeks: 10, months: 9 } as const;

/**
 * The backups to keep, by name:
 * - the newest 3 of today;
 * - the newest of each of the 12 latest days before today that have one;
 * - the newest of each of the 10 latest ISO weeks before this one that have one;
 * - the newest of each of the 9 latest months before this one that have one.
 *
 * "That have one" rather than the last 12 days of the calendar: who works once a month keeps a year. A backup dated
 * after today was made while the clock was ahead; the newest such one takes the third place of today, so that it is
 * not lost, and no more of them, so that they cannot crowd out what is made now.
 * The newest of all is always among those kept, there are never more than 34, and doing it again changes nothing.
 */
export function keptBackups(backups: readonly RotationItem[], today: IsoDate): ReadonlySet<string> {
  const newestFirst = [...backups].sort(byAge);
  const before = newestFirst.filter(({ day }) => day < today);
  const ahead = newestFirst.filter(({ day }) => day > today).slice(0, 1);
  const ofToday = newestFirst.filter(({ day }) => day === today).slice(0, KEPT.today - ahead.length);
  const kept = [
    ...ahead,
    ...ofToday,
    ...newestOfEach(before, (day) => day, today, KEPT.days),
    ...newestOfEach(before, weekOf, today, KEPT.weeks),
    ...newestOfEach(before, (day) => day.slice(0, 7), today, KEPT.months),
  ];
  return new Set(kept.map(({ name }) => name));
}

function byAge(a: RotationItem, b: RotationItem): number {
  if (a.madeAt !== b.madeAt) return a.madeAt < b.madeAt ? 1 : -1;
  return a.name < b.name ? 1 : a.name > b.name ? -1 : 0;
}

/** The first of each of the latest `most` periods before the present one. */
function newestOfEach(
  newestFirst: readonly RotationItem[],
  periodOf: (day: IsoDate) => string,
  today: IsoDate,
  most: number,
): RotationItem[] {
  const newest = new Map<string, RotationItem>();
  const present = periodOf(today);
  for (const item of newestFirst) {
    const period = periodOf(item.day);
    if (period === present || newest.has(period)) continue;
    if (newest.size === most) break;
    newest.set(period, item);
  }
  return [...newest.values()];
}

const DAY_MS = 86_400_000;

/** The Monday of the ISO week of a day: it names the week. */
function weekOf(day: IsoDate): string {
  const time = Date.parse(`${day}T00:00:00Z`);
  const sinceMonday = (new Date(time).getUTCDay() + 6) % 7;
  return new Date(time - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}
