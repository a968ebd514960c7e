/** A place in the grid. Row -1 is the header of months, column -1 the names of the rows. */
export interface Place {
  readonly row: number;
  readonly col: number;
}

export interface GridSize {
  readonly rows: number;
  readonly cols: number;
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
 * edge; Home and End go along the row, with Control to the first and last cell; Page Up and Down to the edges.
 */
export function movePlace(from: Place, { key, ctrlKey }: MoveKey, size: GridSize): Place | undefined {
  const last = { row: size.rows - 1, col: size.cols - 1 };
  const to = (row: number, col: number): Place => ({
    row: Math.min(last.row, Math.max(-1, row)),
    col: Math.min(last.col, Math.max(-1, col)),
  });
  // The corner above the names is empty: what would end there stays.
  const stay = (place: Place): Place => (place.row === -1 && place.col === -1 ? from : place);
  switch (key) {
    case 'ArrowLeft':
      return stay(to(from.row, ctrlKey ? 0 : from.col - 1));
    case 'ArrowRight':
      return to(from.row, ctrlKey ? last.col : from.col + 1);
    case 'ArrowUp':
      return stay(to(ctrlKey ? 0 : from.row - 1, from.col));
    case 'ArrowDown':
      return to(ctrlKey ? last.row : from.row + 1, from.col);
    case 'Home':
      return to(ctrlKey ? 0 : from.row, 0);
    case 'End':
      return to(ctrlKey ? last.row : from.row, last.col);
    case 'PageUp':
      return to(Math.min(0, from.row), from.col);
    case 'PageDown':
      return to(last.row, from.col);
    default:
      return undefined;
  }
}

/** The cell after writing one: Enter goes down, Tab to the right, with Shift the other way; at the edge it stays. */
export function afterCommit(from: Place, key: 'Enter' | 'Tab', isBack: boolean, size: GridSize): Place {
  const step = isBack ? -1 : 1;
  const row = key === 'Enter' ? from.row + step : from.row;
  const col = key === 'Tab' ? from.col + step : from.col;
  return {
    row: Math.min(size.rows - 1, Math.max(0, row)),
    col: Math.min(size.cols - 1, Math.max(0, col)),
  };
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
