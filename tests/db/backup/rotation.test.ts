import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KEPT, keptBackups, type RotationItem } from '#db/backup/rotation.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';

const TODAY = '2026-11-18' as IsoDate;

/** A backup of a UTC moment such as `2026-11-18T09:00`; its name is the moment. */
function made(moment: string): RotationItem {
  const madeAt = new Date(`${moment}Z`).toISOString() as Instant;
  return { name: moment, madeAt, day: madeAt.slice(0, 10) as IsoDate };
}

function kept(moments: readonly string[], today = TODAY): string[] {
  return [...keptBackups(moments.map(made), today)].sort();
}

/** One backup at nine on each of `count` days, the last on `last`, `step` days apart. */
function daily(count: number, last: string, step = 1): string[] {
  const end = Date.parse(`${last}T09:00:00Z`);
  return Array.from({ length: count }, (_, i) =>
    new Date(end - i * step * 86_400_000).toISOString().slice(0, 16),
  ).reverse();
}

describe('keptBackups()', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['nothing of nothing', [], []],
    [
      'the newest three of today',
      ['2026-11-18T08:00', '2026-11-18T09:00', '2026-11-18T10:00', '2026-11-18T11:00'],
      ['2026-11-18T09:00', '2026-11-18T10:00', '2026-11-18T11:00'],
    ],
    [
      'the newest one of yesterday',
      ['2026-11-17T08:00', '2026-11-17T18:00', '2026-11-17T12:00'],
      ['2026-11-17T18:00'],
    ],
    [
      'the newest of a day, week and month long ago',
      ['2020-02-03T08:00', '2020-02-03T09:00'],
      ['2020-02-03T09:00'],
    ],
    [
      'the newest that is dated after today, in the place of the third of today',
      ['2026-11-18T08:00', '2026-11-18T09:00', '2026-11-18T10:00', '2026-11-20T10:00', '2026-11-21T10:00'],
      ['2026-11-18T09:00', '2026-11-18T10:00', '2026-11-21T10:00'],
    ],
  ])('keeps %s', (_what, all, expected) => {
    expect(kept(all)).toEqual(expected);
  });

  it('keeps the 12 latest days that have one, and of older weeks and months the newest of each', () => {
    const moments = daily(400, '2026-11-17');
    const days = moments.slice(-12);
    // Sundays before the present week, which begins on Monday 16 November.
    const weeks = daily(10, '2026-11-15', 7);
    const months = [
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
    ].map((day) => `${day}T09:00`);
    expect(kept(moments)).toEqual([...new Set([...days, ...weeks, ...months])].sort());
  });

  it('counts days, weeks and months that have a backup: who saves once in forty days keeps more than a year', () => {
    const moments = daily(40, '2026-11-10', 40);
    expect(kept(moments)).toEqual(moments.slice(-12));
  });

  it('counts weeks from Monday, over the turn of a year too', () => {
    // 2026-12-28 is the Monday of the ISO week that 2027-01-03 ends.
    const twelveDays = daily(12, '2027-01-20');
    const week = ['2026-12-28T09:00', '2026-12-31T09:00', '2027-01-03T09:00'];
    const result = kept([...week, ...twelveDays], '2027-01-21' as IsoDate);
    expect(result).toContain('2027-01-03T09:00');
    expect(result).toContain('2026-12-31T09:00');
    expect(result).not.toContain('2026-12-28T09:00');
  });

  const moment = fc
    .date({ min: new Date('2025-01-01'), max: new Date('2026-11-20T23:59:59Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 23));
  const moments = fc.uniqueArray(moment, { maxLength: 200 });

  it('never removes the newest, keeps no more than 34, and changes nothing when done again in any order', () => {
    const most = KEPT.today + KEPT.days + KEPT.weeks + KEPT.months;
    expect(most).toBe(34);
    fc.assert(
      fc.property(moments, fc.infiniteStream(fc.nat()), (all, order) => {
        const once = kept(all);
        const newest = [...all].sort().at(-1);
        if (newest !== undefined) expect(once).toContain(newest);
        expect(once.length).toBeLessThanOrEqual(most);
        expect(kept(once)).toEqual(once);
        const shuffled = all
          .map((one) => [order.next().value ?? 0, one] as const)
          .sort(([a], [b]) => a - b)
          .map(([, one]) => one);
        expect(kept(shuffled)).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it('never lets one go that tomorrow asks for: day after day, what is kept is what would be kept of all', () => {
    const all = daily(300, '2026-11-17').flatMap((at) => [at, at.replace('T09', 'T15')]);
    let present: string[] = [];
    for (const at of all) present = kept([...present, at], at.slice(0, 10) as IsoDate);
    expect(kept(present)).toEqual(kept(all));
  });
});
