/**
 * Elements for rows: the row at place `p` of those shown stands in element `(head + p) mod count`. Headings of groups
 * stand between them in elements of their own, or each new grouping would unmake rows to make headings and back.
 */
export interface RowSlots {
  readonly count: number;
  readonly head: number;
  /** The row each element shows, counted from the top without headings, in the order in which they stand. */
  readonly rows: readonly number[];
  /** How many elements stand unused after the rows, kept for the next rows there are. */
  readonly spares: number;
  /** True: elements further down still show rows from before a jump, and want to be filled in the next frame. */
  readonly isPartial: boolean;
}

/** No row has been shown yet. */
export const NO_SLOTS: RowSlots = { count: 0, head: 0, rows: [], spares: 0, isPartial: false };

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
  before: RowSlots,
  { first, last, count, isMoving }: RowsInView,
  most = Number.POSITIVE_INFINITY,
): RowSlots {
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  if (before.count !== count) return { count, head: 0, rows, spares: 0, isPartial: false };
  const spares = isMoving ? 0 : Math.max(0, before.rows.length + before.spares - rows.length);
  const shown = new Set(before.rows);
  const wasFirst = before.rows[0];
  if (wasFirst !== undefined && rows.some((row) => shown.has(row)))
    return { count, head: modulo(before.head + first - wasFirst, count), rows, spares, isPartial: false };
  const isPartial = rows.length > most && before.rows.length >= rows.length;
  return {
    count,
    head: before.head,
    rows: isPartial ? rows.map((row, i) => (i < most ? row : (before.rows[i] as number))) : rows,
    spares,
    isPartial,
  };
}

/** The element at a place in the order in which they stand; the unused ones follow the rows. */
export function elementAt({ count, head }: RowSlots, place: number): number {
  return modulo(head + place, count);
}

const modulo = (value: number, count: number) => ((value % count) + count) % count;
