/** A place in the grid. Row -1 is the header of months, column -1 the names of the rows. */
export interface Place {
  readonly row: number;
  readonly col: number;
}

export interface GridSize {
  readonly rows: number;
  readonly cols: number;
  /** Rows that fit the screen: what Page Up and Down go by; absent = to the edge. */
  readonly page?: number;
}

/** A block of cells, corners included. */
export interface Block {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface MoveKey {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/**
 * Where the cursor goes for a key, or undefined when the key does not move it. Arrows go one cell and stop at the
 * edge; with Control to the end of what is filled, or over the gap to the next filled cell, and without `isFilled` to
 * the edge. Home and End go along the row, with Control to the first and last cell; Page Up and Down by what fits.
 */
export function movePlace(
  from: Place,
  { key, ctrlKey }: MoveKey,
  size: GridSize,
  isFilled?: (place: Place) => boolean,
): Place | undefined {
  const last = { row: size.rows - 1, col: size.cols - 1 };
  const page = size.page ?? size.rows;
  const to = (row: number, col: number): Place => ({
    row: Math.min(last.row, Math.max(-1, row)),
    col: Math.min(last.col, Math.max(-1, col)),
  });
  // The corner above the names is empty: what would end there stays.
  const stay = (place: Place): Place => (place.row === -1 && place.col === -1 ? from : place);
  const along = (step: 1 | -1): number =>
    jump(from.col, step, last.col, isFilled && ((col) => isFilled({ row: from.row, col })));
  const down = (step: 1 | -1): number =>
    jump(from.row, step, last.row, isFilled && ((row) => isFilled({ row, col: from.col })));
  switch (key) {
    case 'ArrowLeft':
      return stay(to(from.row, ctrlKey ? along(-1) : from.col - 1));
    case 'ArrowRight':
      return to(from.row, ctrlKey ? along(1) : from.col + 1);
    case 'ArrowUp':
      return stay(to(ctrlKey ? down(-1) : from.row - 1, from.col));
    case 'ArrowDown':
      return to(ctrlKey ? down(1) : from.row + 1, from.col);
    case 'Home':
      return to(ctrlKey ? 0 : from.row, 0);
    case 'End':
      return to(ctrlKey ? last.row : from.row, last.col);
    case 'PageUp':
      return to(Math.min(from.row, Math.max(0, from.row - page)), from.col);
    case 'PageDown':
      return to(from.row + page, from.col);
    default:
      return undefined;
  }
}

/** Along one row or column, as Control and an arrow go in a spreadsheet. */
function jump(from: number, step: 1 | -1, last: number, isFilled?: (index: number) => boolean): number {
  const edge = step === 1 ? last : 0;
  if (isFilled === undefined || from < 0) return edge;
  let at = from + step;
  if (at < 0 || at > last) return edge;
  if (isFilled(from) && isFilled(at)) {
    while (at !== edge && isFilled(at + step)) at += step;
    return at;
  }
  while (at !== edge && !isFilled(at)) at += step;
  return at;
}

/** The next cell within a block: Enter goes down its columns, Tab along its rows, and at the end back to the start. */
export function cycleIn(block: Block, from: Place, key: 'Enter' | 'Tab', isBack: boolean): Place {
  const height = block.bottom - block.top + 1;
  const width = block.right - block.left + 1;
  const cells = height * width;
  const row = from.row - block.top;
  const col = from.col - block.left;
  const step = isBack ? cells - 1 : 1;
  if (key === 'Tab') {
    const next = (row * width + col + step) % cells;
    return { row: block.top + Math.floor(next / width), col: block.left + (next % width) };
  }
  const next = (col * height + row + step) % cells;
  return { row: block.top + (next % height), col: block.left + Math.floor(next / height) };
}

/** True for a cell one can write into, not a header. */
export function isCell(place: Place): boolean {
  return place.row >= 0 && place.col >= 0;
}

/** The block between two cells; headers are left out. */
export function blockOf(a: Place, b: Place): Block {
  return {
    top: Math.max(0, Math.min(a.row, b.row)),
    left: Math.max(0, Math.min(a.col, b.col)),
    bottom: Math.max(a.row, b.row),
    right: Math.max(a.col, b.col),
  };
}

/** Every place of a block, row by row. */
export function placesOf(block: Block): readonly Place[] {
  const places: Place[] = [];
  for (let row = block.top; row <= block.bottom; row += 1) {
    for (let col = block.left; col <= block.right; col += 1) places.push({ row, col });
  }
  return places;
}

/** True when the place lies in the block. */
export function isIn(block: Block, place: Place): boolean {
  return (
    place.row >= block.top && place.row <= block.bottom && place.col >= block.left && place.col <= block.right
  );
}

/** How many cells a block has. */
export function sizeOf(block: Block): number {
  return Math.max(0, block.bottom - block.top + 1) * Math.max(0, block.right - block.left + 1);
}

/** The place written into a cell's `data-place`, or null for any other text. */
export function placeFrom(text: string | undefined): Place | null {
  const match = /^(-?\d+):(-?\d+)$/.exec(text ?? '');
  return match === null ? null : { row: Number(match[1]), col: Number(match[2]) };
}
