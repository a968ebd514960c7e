import { useEffect, useReducer, useRef } from 'react';
import { type LineSlots, type LinesInView, NO_SLOTS, slotsOf } from './line-slots.ts';

/** Lines a jump brings in one frame: half a screen, so that no frame takes as long as a whole one. */
const LINES_A_FRAME = 12;

/**
 * The elements for the lines in view, see {@link slotsOf}; what a jump leaves over comes in the frame after it.
 *
 * @param isMoving true: somebody is scrolling
 */
export function useLineSlots(view: LinesInView, isMoving: boolean): LineSlots {
  const kept = useRef(NO_SLOTS);
  const [, fill] = useReducer((times: number) => times + 1, 0);
  const slots = slotsOf(kept.current, view, isMoving ? LINES_A_FRAME : undefined);
  kept.current = slots;
  useEffect(() => {
    if (!slots.isPartial) return;
    // Not in an animation frame: one that is asked for while the page scrolls is still part of the same frame.
    const soon = setTimeout(fill, 0);
    return () => clearTimeout(soon);
  }, [slots]);
  return slots;
}
