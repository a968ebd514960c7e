import { AppError } from '#shared/api/errors.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { View } from './portfolio-at.ts';

/** More than a few days at once nobody looks at; each is a whole portfolio in memory. */
const MOST_DAYS = 3;
const MOST_BYTES = 400 * 1024 * 1024;

/** A past day, opened. */
export interface PastDay {
  readonly view: View;
  readonly bytes: number;
  /** False when something was entered meanwhile that belongs to the day after all. */
  readonly isCurrent: () => boolean;
  readonly close: () => void;
}

/** Past days kept open, the ones looked at last. */
export interface PastDays {
  /**
   * Looks at a day, opened when it is not; it stays open as long as `look` runs.
   * @throws AppError as opening the day does
   */
  readonly look: <T>(day: IsoDate, look: (view: View) => T | Promise<T>) => Promise<T>;
  /** Ends what is computed for the days and closes them, those looked at as soon as nobody does. */
  readonly close: () => void;
}

interface Kept {
  readonly opening: Promise<PastDay>;
  /** Set when it is open. */
  opened: PastDay | undefined;
  users: number;
}

/** @param open opens one day; asked once a day, however many look at it at the same time */
export function pastDays(open: (day: IsoDate) => Promise<PastDay>): PastDays {
  /** The day looked at longest ago first. */
  const kept = new Map<IsoDate, Kept>();
  let isClosed = false;

  function take(day: IsoDate): Kept {
    const known = kept.get(day);
    kept.delete(day);
    if (known && (known.opened?.isCurrent() ?? true)) {
      kept.set(day, known);
      return known;
    }
    // A day that is no longer current ends with its last user.
    if (known?.users === 0) known.opened?.close();
    const fresh: Kept = { opening: open(day), opened: undefined, users: 0 };
    kept.set(day, fresh);
    return fresh;
  }

  function release(day: IsoDate, one: Kept): void {
    one.users -= 1;
    if (one.users > 0 || !one.opened) return;
    if (isClosed || kept.get(day) !== one) one.opened.close();
    else trim();
  }

  /** Closes days nobody looks at, never the one looked at last. */
  function trim(): void {
    const open = [...kept].filter(([, { opened }]) => opened);
    let bytes = open.reduce((sum, [, { opened }]) => sum + (opened?.bytes ?? 0), 0);
    let count = open.length;
    for (const [day, { opened, users }] of open.slice(0, -1)) {
      if (count <= MOST_DAYS && bytes <= MOST_BYTES) return;
      if (users > 0 || !opened) continue;
      kept.delete(day);
      opened.close();
      count -= 1;
      bytes -= opened.bytes;
    }
  }

  return {
    async look(day, look) {
      const one = take(day);
      one.users += 1;
      try {
        one.opened = await one.opening;
        if (isClosed) throw new AppError('cancelled', 'The portfolio was closed meanwhile.');
        return await look(one.opened.view);
      } catch (error) {
        if (!one.opened && kept.get(day) === one) kept.delete(day);
        throw error;
      } finally {
        release(day, one);
      }
    },
    close() {
      isClosed = true;
      for (const { opened, users } of kept.values()) {
        opened?.view.simulations.close();
        if (users === 0) opened?.close();
      }
      kept.clear();
    },
  };
}
