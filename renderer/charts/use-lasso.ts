import { type PointerEvent, type RefObject, useState } from 'react';
import { enclosed, isClick, type Pixel } from './lasso.ts';

export interface BubblePlace extends Pixel {
  readonly id: string;
}

interface LassoOptions {
  /** Where the bubbles are, in pixels from the corner of the area. */
  readonly places: RefObject<readonly BubblePlace[]>;
  /** Ids enclosed or clicked; empty after a click on nothing. */
  readonly onSelect: (ids: readonly string[], isAdding: boolean) => void;
}

/** A line drawn with the mouse around bubbles, and a click on one; handlers for the area, and the line while it is drawn. */
export function useLasso({ places, onSelect }: LassoOptions) {
  const [line, setLine] = useState<readonly Pixel[]>([]);
  const at = (event: PointerEvent<HTMLElement>): Pixel => {
    const box = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  const [begunOn, setBegunOn] = useState<string | null>(null);
  const end = () => {
    setLine([]);
    setBegunOn(null);
  };
  return {
    line: isClick(line) ? [] : line,
    handlers: {
      onPointerDown: (event: PointerEvent<HTMLElement>) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setBegunOn((event.target as Element).closest('[data-bubble]')?.getAttribute('data-bubble') ?? null);
        setLine([at(event)]);
      },
      onPointerMove: (event: PointerEvent<HTMLElement>) => {
        if (line.length === 0) return;
        const place = at(event);
        setLine((now) => [...now, place]);
      },
      onPointerUp: (event: PointerEvent<HTMLElement>) => {
        if (line.length === 0) return;
        const isAdding = event.shiftKey || event.ctrlKey || event.metaKey;
        if (!isClick(line)) onSelect(enclosed(places.current, line), isAdding);
        else if (begunOn !== null) onSelect([begunOn], isAdding);
        else if (!isAdding) onSelect([], false);
        end();
      },
      onPointerCancel: end,
    },
  };
}
