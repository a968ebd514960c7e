import { type MouseEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { type Fill, fillTowards } from './fill.ts';
import { type GridSize, isCell, type Place, placeFrom } from './grid-cursor.ts';
import {
  extendTo,
  type Selection,
  selectColumns,
  selectedBlock,
  selectPlace,
  selectRows,
} from './grid-selection.ts';

interface GridPointerInput {
  readonly selection: Selection;
  readonly size: GridSize;
  readonly choose: (selection: Selection) => void;
  readonly fill: (fill: Fill | null) => void;
  /** Writes what is being edited; false: it cannot be written, and the pointer moves nothing. */
  readonly canLeaveCell: () => boolean;
  readonly startEdit: () => void;
}

type Drag =
  | { readonly kind: 'cells' }
  | { readonly kind: 'fill' }
  | { readonly kind: 'rows'; readonly from: number }
  | { readonly kind: 'columns'; readonly from: number };

/** The place under the pointer: of a cell, or of the head of a line or month. */
function placeUnder(target: EventTarget): Place | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('[data-place], [data-head]') : null;
  return placeFrom(element?.dataset.head ?? element?.dataset.place);
}

/** The mouse in the grid: a cell, a range by dragging or with Shift, whole lines and months, the fill handle. */
export function useGridPointer(input: GridPointerInput) {
  const { selection, size, choose, canLeaveCell } = input;
  const drag = useRef<Drag | null>(null);
  const [filling, setFilling] = useState<Fill | null>(null);
  const atEnd = useRef(() => {});
  atEnd.current = () => {
    if (drag.current?.kind === 'fill') {
      setFilling(null);
      input.fill(filling);
      if (filling !== null) {
        const { source, target } = filling;
        const from = { row: Math.min(source.top, target.top), col: Math.min(source.left, target.left) };
        const to = { row: Math.max(source.bottom, target.bottom), col: Math.max(source.right, target.right) };
        choose({ active: selection.active, from, to });
      }
    }
    drag.current = null;
  };
  useEffect(() => {
    const stop = () => atEnd.current();
    window.addEventListener('pointerup', stop);
    return () => window.removeEventListener('pointerup', stop);
  }, []);

  return {
    /** The cells a fill being dragged would write. */
    filling,
    onPointerDown: (event: PointerEvent) => {
      const target = event.target as Element;
      // The field being written in, and the buttons of the heads, are their own.
      if (event.button !== 0 || target.closest('input, button') !== null) return;
      const place = placeUnder(target);
      if (place === null) return;
      event.preventDefault();
      if (!canLeaveCell()) return;
      if (target.closest('[data-handle]') !== null) {
        drag.current = { kind: 'fill' };
      } else if (isCell(place)) {
        drag.current = { kind: 'cells' };
        choose(event.shiftKey && isCell(selection.active) ? extendTo(selection, place) : selectPlace(place));
      } else if (place.row < 0) {
        const from = event.shiftKey ? Math.max(0, selection.from.col) : place.col;
        drag.current = { kind: 'columns', from };
        choose(selectColumns(from, place.col, size));
      } else {
        const from = event.shiftKey ? Math.max(0, selection.from.row) : place.row;
        drag.current = { kind: 'rows', from };
        choose(selectRows(from, place.row, size));
      }
    },
    onPointerOver: (event: PointerEvent) => {
      if (drag.current === null) return;
      const place = placeUnder(event.target);
      if (place === null) return;
      if (drag.current.kind === 'fill') setFilling(fillTowards(selectedBlock(selection), place));
      else if (drag.current.kind === 'cells') {
        if (isCell(place)) choose(extendTo(selection, place));
      } else if (drag.current.kind === 'columns') {
        if (place.col >= 0) choose(selectColumns(drag.current.from, place.col, size));
      } else if (drag.current.kind === 'rows' && place.row >= 0) {
        choose(selectRows(drag.current.from, place.row, size));
      }
    },
    onDoubleClick: (event: MouseEvent) => {
      const place = placeUnder(event.target);
      if (place !== null && isCell(place) && (event.target as Element).closest('input') === null)
        input.startEdit();
    },
  };
}
