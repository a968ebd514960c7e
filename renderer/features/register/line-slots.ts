/** Elements for lines: line `i` of those shown stands in element `(i + offset) mod count`. */
export interface LineSlots {
  readonly count: number;
  readonly offset: number;
  /** Index of the line each element shows, in the order in which they stand. */
  readonly lines: readonly number[];
  /** True: elements further down still show lines from before a jump, and want to be filled in the next frame. */
  readonly isPartial: boolean;
}

/** No line has been shown yet. */
export const NO_SLOTS: LineSlots = { count: 0, offset: 0, lines: [], isPartial: false };

/**
 * The elements for the lines `first` to `last`. Lines that stay in view stay in their elements. After a jump none stays,
 * and the elements take the new lines in the order in which they stand: an element that is moved in the page costs a new
 * layout of everything in it, one that only gets other texts does not.
 *
 * @param count how many elements there may be; as many lines or fewer are shown
 * @param most lines a jump may bring in one frame; the elements for the others keep what they show until the next call
 */
export function slotsOf(
  before: LineSlots,
  first: number,
  last: number,
  count: number,
  most = Number.POSITIVE_INFINITY,
): LineSlots {
  const lines = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  const wasFirst = before.lines[0];
  if (before.count !== count || wasFirst === undefined) return { count, offset: 0, lines, isPartial: false };
  const shown = new Set(before.lines);
  if (lines.some((line) => shown.has(line))) return { count, offset: before.offset, lines, isPartial: false };
  const offset = wasFirst + before.offset - first;
  const isPartial = lines.length > most && before.lines.length >= lines.length;
  return isPartial
    ? {
        count,
        offset,
        lines: lines.map((line, i) => (i < most ? line : (before.lines[i] as number))),
        isPartial,
      }
    : { count, offset, lines, isPartial };
}

/** The element at a place in the order in which they stand. */
export function elementAt({ count, offset, lines }: LineSlots, place: number): number {
  const slot = ((lines[0] ?? 0) + place + offset) % count;
  return slot < 0 ? slot + count : slot;
}
