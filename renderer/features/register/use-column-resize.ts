import type { PointerEvent } from 'react';
import { withWidth } from './column-layout.ts';
import type { ColumnId } from './register-columns.ts';
import { arrangeColumns } from './register-layout.ts';

/**
 * Handlers of the edge of a column's head: dragging it makes the column wider or narrower, a double click gives it its
 * own width back.
 * @param width px now.
 * @param rem px of 1 rem.
 */
export function useColumnResize(id: ColumnId, width: number, rem: number) {
  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return;
    event.preventDefault();
    event.stopPropagation();
    const handle = event.currentTarget;
    const { clientX: from, pointerId } = event;
    let frame = 0;
    handle.setPointerCapture(pointerId);
    const onMove = (move: globalThis.PointerEvent) => {
      cancelAnimationFrame(frame);
      const to = move.clientX;
      frame = requestAnimationFrame(() =>
        arrangeColumns((layout) => withWidth(layout, id, (width + to - from) / rem)),
      );
    };
    const stop = () => {
      handle.removeEventListener('pointermove', onMove);
      handle.removeEventListener('lostpointercapture', stop);
    };
    handle.addEventListener('pointermove', onMove);
    handle.addEventListener('lostpointercapture', stop);
  };
  return {
    onPointerDown,
    onDoubleClick: () => arrangeColumns((layout) => withWidth(layout, id, null)),
  };
}
