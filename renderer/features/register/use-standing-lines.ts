import { useMemo, useRef } from 'react';
import { isGroup, type RegisterItem } from './group-register.ts';
import { elementAt } from './row-slots.ts';
import { useRowSlots } from './use-row-slots.ts';

/** A line of the grid and the element it stands in. */
export interface StandingLine {
  readonly item: RegisterItem;
  /** What keeps its element apart from all others. */
  readonly key: string | number;
  /** undefined: the line is not shown, its element waits for the next one. */
  readonly index: number | undefined;
}

interface LinesInView {
  readonly items: readonly RegisterItem[];
  /** Index of the first and the last line in view, headings counted; no line: the last lies before the first. */
  readonly first: number;
  readonly last: number;
  /** How many elements for rows there may be; as many rows or fewer are in view. */
  readonly count: number;
  /** True: somebody is scrolling. */
  readonly isMoving: boolean;
}

/** The lines in view from the top, each with its element, then the elements that wait for rows. */
export function useStandingLines({
  items,
  first,
  last,
  count,
  isMoving,
}: LinesInView): readonly StandingLine[] {
  // What each element showed last: until it is filled anew it stays as it is.
  const kept = useRef(new Map<number, { readonly item: RegisterItem; readonly index: number }>());
  const headings = useMemo(() => items.flatMap((item, index) => (isGroup(item) ? [index] : [])), [items]);
  const firstRow = first - headings.filter((index) => index < first).length;
  const rows = last - first + 1 - headings.filter((index) => index >= first && index <= last).length;
  const slots = useRowSlots({ first: firstRow, last: firstRow + rows - 1, count, isMoving });

  const standing: StandingLine[] = [];
  let place = 0;
  for (let index = first; index <= last; index += 1) {
    const item = items[index];
    if (item === undefined) continue;
    const element = elementAt(slots, place);
    if (isGroup(item)) {
      // Named after the row below it, so that no grouping moves an element past another.
      standing.push({ item, index, key: `${element}.${(index - firstRow - place) % count}` });
      continue;
    }
    const isFilled = slots.rows[place] === firstRow + place;
    const shown = (isFilled ? undefined : kept.current.get(element)) ?? { item, index };
    kept.current.set(element, shown);
    standing.push({ ...shown, key: element });
    place += 1;
  }
  for (; place < slots.rows.length + slots.spares; place += 1) {
    const element = elementAt(slots, place);
    const shown = kept.current.get(element);
    if (shown !== undefined) standing.push({ item: shown.item, index: undefined, key: element });
  }
  return standing;
}
