import { afterEach, describe, expect, it } from 'vitest';
import { navigationCount } from '#renderer/app/hash-location.ts';
import { guardDay, showDay } from '#renderer/app/show-day.ts';
import { useDay } from '#renderer/stores/day.ts';
import type { IsoDate } from '#shared/domain/units.ts';

const DAY = '2026-06-30' as IsoDate;

afterEach(() => useDay.setState({ day: null }));

describe('showDay()', () => {
  it('shows a day, and counts as a step to another screen, so that its heading takes the focus', () => {
    const before = navigationCount();
    showDay(DAY);
    expect(useDay.getState().day).toBe(DAY);
    expect(navigationCount()).toBe(before + 1);
    showDay(DAY);
    expect(navigationCount()).toBe(before + 1);
  });
});

describe('guardDay()', () => {
  it('holds the step until the way is free', () => {
    let go: (() => void) | undefined;
    const stop = guardDay((free) => {
      go = free;
    });
    showDay(DAY);
    expect(useDay.getState().day).toBeNull();
    stop();
    go?.();
    expect(useDay.getState().day).toBe(DAY);
  });

  it('lets another guard stand when an earlier one stops', () => {
    const stopFirst = guardDay(() => undefined);
    const stopSecond = guardDay(() => undefined);
    stopFirst();
    showDay(DAY);
    expect(useDay.getState().day).toBeNull();
    stopSecond();
  });
});
