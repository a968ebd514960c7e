import { cycleIn, type GridSize, isCell, movePlace, type Place, sizeOf } from './grid-cursor.ts';
import { type Selection, selectedBlock } from './grid-selection.ts';

/** A key press as far as the grid asks. */
export interface GridPress {
  readonly key: string;
  /** Control, or Command on a Mac. */
  readonly isMod: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/** What a key asks of the grid while no cell is being written. */
export type GridIntent =
  | { readonly act: 'go'; readonly to: Place; readonly extends: boolean }
  /** The next cell of the range, which stays. */
  | { readonly act: 'step'; readonly to: Place }
  | { readonly act: 'row' | 'column' | 'all' | 'clear' | 'right' | 'down' | 'edit' | 'escape' }
  | { readonly act: 'type'; readonly text: string }
  | { readonly act: 'open'; readonly isOpen: boolean };

export interface GridState {
  readonly selection: Selection;
  readonly size: GridSize;
  readonly isReadOnly: boolean;
  readonly isFilled: (place: Place) => boolean;
}

/**
 * What a key means, as in a spreadsheet; null: it is none of the grid's, and goes where it would. Tab goes from cell to
 * cell and at the end of the row out of the grid, as it does at once where nothing can be written.
 */
export function gridIntent(press: GridPress, state: GridState): GridIntent | null {
  const { selection, size } = state;
  const { active } = selection;
  const { key, isMod, shiftKey, altKey } = press;
  if (altKey) {
    if (key === 'ArrowDown' || key === 'ArrowUp') return { act: 'open', isOpen: key === 'ArrowDown' };
    return null;
  }
  if (key === 'Enter' || key === 'Tab') return stepIntent(key, press, state);
  const start = shiftKey && isCell(active) ? selection.to : active;
  const to = movePlace(start, { key, ctrlKey: isMod }, size, state.isFilled);
  if (to !== undefined) {
    if (!shiftKey || !isCell(active)) return { act: 'go', to, extends: false };
    return { act: 'go', to: { row: Math.max(0, to.row), col: Math.max(0, to.col) }, extends: true };
  }
  if (key === ' ') {
    if (isMod && active.col >= 0) return { act: 'column' };
    return shiftKey && active.row >= 0 ? { act: 'row' } : null;
  }
  if (key === 'Escape') return { act: 'escape' };
  if (isMod && key.toLowerCase() === 'a') return { act: 'all' };
  if (!isCell(active)) return null;
  if (isMod) {
    if (key.toLowerCase() === 'r') return { act: 'right' };
    return key.toLowerCase() === 'd' ? { act: 'down' } : null;
  }
  if (key === 'F2') return { act: 'edit' };
  if (key === 'Delete' || key === 'Backspace') return { act: 'clear' };
  return [...key].length === 1 ? { act: 'type', text: key } : null;
}

function stepIntent(
  key: 'Enter' | 'Tab',
  { isMod, shiftKey }: GridPress,
  { selection, size, isReadOnly }: GridState,
): GridIntent | null {
  const { active } = selection;
  if (isMod || !isCell(active)) return null;
  if (key === 'Tab' && isReadOnly) return null;
  const block = selectedBlock(selection);
  if (sizeOf(block) > 1) return { act: 'step', to: cycleIn(block, active, key, shiftKey) };
  const to = nextCell(active, key, shiftKey, size);
  return key === 'Tab' && to.col === active.col ? null : { act: 'go', to, extends: false };
}

/** The cell beside one: Enter goes down, Tab to the right, with Shift the other way; at the edge it stays. */
export function nextCell(from: Place, key: 'Enter' | 'Tab', isBack: boolean, size: GridSize): Place {
  const step = isBack ? -1 : 1;
  const row = key === 'Enter' ? from.row + step : from.row;
  const col = key === 'Tab' ? from.col + step : from.col;
  return {
    row: Math.min(size.rows - 1, Math.max(0, row)),
    col: Math.min(size.cols - 1, Math.max(0, col)),
  };
}
