import type { MonthIndex } from '#shared/domain/units.ts';
import { type Block, blockOf, type GridSize, isIn, type Place } from './grid-cursor.ts';

/**
 * What is selected: the block between `from` and `to`, and in it the active cell, which has the focus and is written
 * into. All three are the same place until a range is chosen.
 */
export interface Selection {
  readonly active: Place;
  readonly from: Place;
  readonly to: Place;
}

/** What rows and columns a selection was made on, so that it finds its cells again when they come, go or move. */
export interface Layout {
  readonly rowKeys: readonly string[];
  readonly months: readonly MonthIndex[];
}

/** A selection with the layout it was made on. */
export interface PlacedSelection extends Selection {
  readonly layout: Layout;
}

/** One place, nothing around it. */
export function selectPlace(place: Place): Selection {
  return { active: place, from: place, to: place };
}

/** The range from where it began to `place`; the active cell stays. */
export function extendTo(selection: Selection, place: Place): Selection {
  return { ...selection, to: place };
}

/** Whole lines from `from` to `to`; the active cell is in the first one. */
export function selectRows(from: number, to: number, size: GridSize): Selection {
  const start = { row: from, col: 0 };
  return { active: start, from: start, to: { row: to, col: size.cols - 1 } };
}

/** Whole months from `from` to `to`. */
export function selectColumns(from: number, to: number, size: GridSize): Selection {
  const start = { row: 0, col: from };
  return { active: start, from: start, to: { row: size.rows - 1, col: to } };
}

/** Every cell; the active one stays where it is. */
export function selectAll(active: Place, size: GridSize): Selection {
  return { active, from: { row: 0, col: 0 }, to: { row: size.rows - 1, col: size.cols - 1 } };
}

/** The block of a selection. */
export function selectedBlock(selection: Selection): Block {
  return blockOf(selection.from, selection.to);
}

/**
 * The selection on another layout: each place goes with its line and month; where one is gone it stays as near as
 * there is room. A range whose active cell would fall out of it becomes that cell alone.
 */
export function onLayout(selection: PlacedSelection, layout: Layout): Selection {
  const was = selection.layout;
  const move = ({ row, col }: Place): Place => {
    const key = was.rowKeys[row];
    const month = was.months[col];
    const foundRow = key === undefined ? -1 : layout.rowKeys.indexOf(key);
    const foundCol = month === undefined ? -1 : layout.months.indexOf(month);
    return {
      row: foundRow >= 0 ? foundRow : Math.min(row, layout.rowKeys.length - 1),
      col: foundCol >= 0 ? foundCol : Math.min(col, layout.months.length - 1),
    };
  };
  const moved = { active: move(selection.active), from: move(selection.from), to: move(selection.to) };
  const isHeader = moved.active.row < 0 || moved.active.col < 0;
  return isHeader || isIn(selectedBlock(moved), moved.active) ? moved : selectPlace(moved.active);
}
