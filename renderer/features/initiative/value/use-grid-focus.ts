import { type RefObject, useEffect, useRef } from 'react';
import type { Selection } from './grid-selection.ts';

/** Pixels: the height of a row, when there is none to be measured. */
const ROW = 30;

export interface GridFocus {
  /** After the next rendering: the active cell takes the focus, and where the range ends is scrolled into sight. */
  readonly request: () => void;
  /** How many rows fit the grid's window. */
  readonly page: () => number;
}

/** Moves the focus by our hand, after the cell has become the one Tab stops at. */
export function useGridFocus(
  table: RefObject<HTMLTableElement | null>,
  { active, to }: Selection,
): GridFocus {
  const isWanted = useRef(false);
  const find = ({ row, col }: Selection['active']) =>
    table.current?.querySelector<HTMLElement>(`[data-place="${row}:${col}"]`);
  useEffect(() => {
    if (!isWanted.current) return;
    isWanted.current = false;
    const isAlone = active.row === to.row && active.col === to.col;
    find(active)?.focus({ preventScroll: !isAlone });
    if (isAlone) return;
    // Of a wide grid not every cell is drawn; the head of its month always is.
    const head = table.current?.querySelector(`[data-head="-1:${to.col}"]`);
    head?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    find(to)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  return {
    request: () => {
      isWanted.current = true;
    },
    page: () => {
      const scroller = table.current?.parentElement;
      const row = table.current?.querySelector('tbody tr')?.clientHeight ?? ROW;
      const seen = Math.min(scroller?.clientHeight ?? 0, window.innerHeight);
      return Math.max(1, Math.floor(seen / Math.max(1, row)) - 2);
    },
  };
}
