import { type RefObject, useEffect, useState } from 'react';
import type { Span } from './grid-line.tsx';

/** Up to this many months are all drawn; more are drawn where they are in sight. */
const ALL_UP_TO = 36;
/** Months drawn beyond either edge; the window moves by as many, so that not every step of a scroll draws anew. */
const BESIDE = 6;

/** The columns to draw from how far the grid is scrolled, in pixels. */
export function columnWindow(
  {
    scrollLeft,
    width,
    column,
  }: { readonly scrollLeft: number; readonly width: number; readonly column: number },
  count: number,
): Span {
  const first = Math.floor(scrollLeft / column / BESIDE) * BESIDE - BESIDE;
  const last = Math.ceil((scrollLeft + width) / column / BESIDE) * BESIDE + BESIDE;
  return { left: Math.max(0, first), right: Math.min(count - 1, last) };
}

/** The columns in sight of a wide grid, and some beside them; null: all. */
export function useColumnWindow(scroller: RefObject<HTMLElement | null>, count: number): Span | null {
  const [shown, setShown] = useState<Span>({ left: Math.max(0, count - ALL_UP_TO), right: count - 1 });
  const isWide = count > ALL_UP_TO;
  useEffect(() => {
    const element = scroller.current;
    if (!isWide || element === null) return;
    const look = () => {
      const column = element.querySelector<HTMLElement>('thead th:nth-child(2)')?.offsetWidth || 1;
      const next = columnWindow(
        { scrollLeft: element.scrollLeft, width: element.clientWidth, column },
        count,
      );
      setShown((was) => (was.left === next.left && was.right === next.right ? was : next));
    };
    look();
    element.addEventListener('scroll', look, { passive: true });
    window.addEventListener('resize', look);
    return () => {
      element.removeEventListener('scroll', look);
      window.removeEventListener('resize', look);
    };
  }, [scroller, count, isWide]);
  return isWide ? shown : null;
}

/** The columns to draw and the gaps between them, from left to right. The active one is always drawn: it has the focus. */
export function drawnColumns(
  shown: Span | null,
  active: number | null,
  count: number,
): readonly ({ readonly col: number } | { readonly gap: number; readonly from: number })[] {
  const isDrawn = (col: number) =>
    shown === null || col === active || (col >= shown.left && col <= shown.right);
  const parts: ({ col: number } | { gap: number; from: number })[] = [];
  for (let col = 0; col < count; col += 1) {
    if (isDrawn(col)) {
      parts.push({ col });
      continue;
    }
    const from = col;
    while (col + 1 < count && !isDrawn(col + 1)) col += 1;
    parts.push({ gap: col - from + 1, from });
  }
  return parts;
}
