import { useEffect, useReducer, useRef } from 'react';
import { NO_SLOTS, type RowSlots, type RowsInView, slotsOf } from './row-slots.ts';

/** Rows a jump brings in one frame: half a screen, so that no frame takes as long as a whole one. */
const ROWS_A_FRAME = 12;

/** The elements for the rows in view, see {@link slotsOf}; what a jump leaves over comes in the frame after it. */
export function useRowSlots(view: RowsInView): RowSlots {
  const kept = useRef(NO_SLOTS);
  const [, fill] = useReducer((times: number) => times + 1, 0);
  const slots = slotsOf(kept.current, view, view.isMoving ? ROWS_A_FRAME : undefined);
  kept.current = slots;
  useEffect(() => {
    if (!slots.isPartial) return;
    // Not in an animation frame: one that is asked for while the page scrolls is still part of the same frame.
    const soon = setTimeout(fill, 0);
    return () => clearTimeout(soon);
  }, [slots]);
  return slots;
}
