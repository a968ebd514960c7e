import { describe, expect, it } from 'vitest';
import { localDate } from '#electron/platform/clock.ts';

describe('localDate()', () => {
  it.each([
    [new Date(2026, 0, 1, 0, 0, 0), '2026-01-01'],
    [new Date(2026, 11, 31, 23, 59, 59), '2026-12-31'],
    [new Date(2028, 1, 29, 12), '2028-02-29'],
  ])('is the day on the wall for %s', (moment, day) => {
    expect(localDate(moment)).toBe(day);
  });
});
