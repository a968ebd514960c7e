import { type PointerEvent, useRef, useSyncExternalStore } from 'react';
import { withMoved } from './column-layout.ts';
import type { ColumnId } from './register-columns.ts';
import { arrangeColumns } from './register-layout.ts';

interface Drop {
  readonly target: ColumnId;
  readonly side: 'before' | 'after';
}

/** px: a hand that shakes while clicking drags nothing. */
const SLACK = 6;

let drop: Drop | null = null;
const listeners = new Set<() => void>();
function showDrop(next: Drop | null): void {
  if (drop?.target === next?.target && drop?.side === next?.side) return;
  drop = next;
  for (const listener of listeners) listener();
}
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The head under the pointer and which half of it; null outside the header. */
function dropAt(x: number, y: number): Drop | null {
  const head = document.elementFromPoint(x, y)?.closest<HTMLElement>('th[data-column]');
  if (!head) return null;
  const box = head.getBoundingClientRect();
  const side = x < box.left + box.width / 2 ? 'before' : 'after';
  return { target: head.dataset.column as ColumnId, side };
}

/** Dragging the head of a column to where it shall stand; Escape leaves it where it was. */
export function useColumnDrag(id: ColumnId) {
  const moved = useRef(false);
  const side = () => (drop?.target === id ? drop.side : undefined);
  const dropSide = useSyncExternalStore(subscribe, side, side);

  const onPointerDown = (event: PointerEvent) => {
    moved.current = false;
    if (event.button !== 0 || event.pointerType === 'touch') return;
    const from = event.clientX;
    const onMove = (move: globalThis.PointerEvent) => {
      if (Math.abs(move.clientX - from) > SLACK) moved.current = true;
      if (!moved.current) return;
      const at = dropAt(move.clientX, move.clientY);
      showDrop(at?.target === id ? null : at);
    };
    const stop = () => {
      showDrop(null);
      window.removeEventListener('pointermove', onMove);
      window.removeEventListener('pointerup', onUp);
      window.removeEventListener('pointercancel', stop);
      window.removeEventListener('keydown', onKey, true);
    };
    const onUp = () => {
      const target = drop;
      stop();
      if (moved.current && target !== null)
        arrangeColumns((layout) => withMoved(layout, id, target.target, target.side));
    };
    const onKey = (key: globalThis.KeyboardEvent) => {
      if (key.key === 'Escape') stop();
    };
    window.addEventListener('pointermove', onMove);
    window.addEventListener('pointerup', onUp);
    window.addEventListener('pointercancel', stop);
    window.addEventListener('keydown', onKey, true);
  };

  return { onPointerDown, dropSide, wasDragged: () => moved.current };
}
