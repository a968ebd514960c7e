/**
 * Elements for rows: the row at place `p` of those shown stands in element `(head + p) mod count`. Headings of groups
 * stand between them in elements of their own, or each new grouping would unmake rows to make headings and back.
 */
export interface LineSlots {
  readonly count: number;
  readonly head: number;
  /** The row each element shows, counted from the top without headings, in the order in which they stand. */
  readonly lines: readonly number[];
  /** How many elements stand unused after the rows, kept for the next rows there are. */
  readonly spares: number;
  /** True: elements further down still show rows from before a jump, and want to be filled in the next frame. */
  readonly isPartial: boolean;
}

/** No line has been shown yet. */
export const NO_SLOTS: LineSlots = { count: 0, head: 0, lines: [], spares: 0, isPartial: false };

/** What is in view. */
export interface RowsInView {
  /** The first and the last row in view, counted without headings; no row: the last lies before the first. */
  readonly first: number;
  readonly last: number;
  /** How many elements there may be; as many rows or fewer are in view. */
  readonly count: number;
  /** True: somebody is scrolling. */
  readonly isMoving: boolean;
}

/**
 * The elements for the rows in view. Rows that stay in view stay in their elements. After a jump none stays, and the
 * elements take the new rows in the order in which they stand: an element that is moved in the page costs a new layout
 * of everything in it, one that only gets other texts does not. Where a search or headings leave fewer rows, the elements
 * of the others are kept unused below the edge: to make them anew for the next letter costs more than all else it does.
 * In motion they would be moved about instead.
 *
 * @param most rows a jump may bring in one frame; the elements for the others keep what they show until the next call
 */
export function slotsOf(
  before: LineSlots,
  { first, last, count, isMoving }: RowsInView,
  most = Number.POSITIVE_INFINITY,
): LineSlots {
  const lines = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  if (before.count !== count) return { count, head: 0, lines, spares: 0, isPartial: false };
  const spares = isMoving ? 0 : Math.max(0, before.lines.length + before.spares - lines.length);
  const shown = new Set(before.lines);
  const wasFirst = before.lines[0];
  if (wasFirst !== undefined && lines.some((line) => shown.has(line)))
    return { count, head: modulo(before.head + first - wasFirst, count), lines, spares, isPartial: false };
  const isPartial = lines.length > most && before.lines.length >= lines.length;
  return {
    count,
    head: before.head,
    lines: isPartial ? lines.map((line, i) => (i < most ? line : (before.lines[i] as number))) : lines,
    spares,
    isPartial,
  };
}

/** The element at a place in the order in which they stand; the unused ones follow the rows. */
export function elementAt({ count, head }: LineSlots, place: number): number {
  return modulo(head + place, count);
}

const modulo = (value: number, count: number) => ((value % count) + count) % count;
