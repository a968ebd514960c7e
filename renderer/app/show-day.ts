import type { IsoDate } from '#shared/domain/units.ts';
import { useDay } from '../stores/day.ts';
import { noteNavigation } from './hash-location.ts';

type Guard = (go: () => void) => void;
let guard: Guard | null = null;

/**
 * Asks `ask` before another day is shown, because something on the page would be lost; it calls `go` when the way is
 * free. @returns the function that stops it.
 */
export function guardDay(ask: Guard): () => void {
  guard = ask;
  return () => {
    if (guard === ask) guard = null;
  };
}

/** Shows the whole app as of a past day; null goes back to today. A step like one to another screen. */
export function showDay(day: IsoDate | null): void {
  if (day === useDay.getState().day) return;
  if (guard) {
    guard(() => showDay(day));
    return;
  }
  noteNavigation();
  useDay.setState({ day });
}
