import { create } from 'zustand';

/** Which initiatives are chosen in the register. Forgotten with the page. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins: the one chosen or left out last. */
  readonly anchor: string | null;
}

export const EMPTY_SELECTION: Selection = { ids: new Set(), anchor: null };

/** Chooses one, or leaves it out when it is chosen. */
export function toggled(selection: Selection, id: string): Selection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/**
 * Does to everything from the anchor to `id` what was last done to the anchor, in the order shown. Without an anchor
 * in view it is one click.
 */
export function ranged(selection: Selection, id: string, order: readonly string[]): Selection {
  const from = selection.anchor === null ? -1 : order.indexOf(selection.anchor);
  const to = order.indexOf(id);
  if (from < 0 || to < 0) return toggled(selection, id);
  const isChosen = selection.anchor !== null && selection.ids.has(selection.anchor);
  const ids = new Set(selection.ids);
  for (const one of order.slice(Math.min(from, to), Math.max(from, to) + 1)) {
    if (isChosen) ids.add(one);
    else ids.delete(one);
  }
  return { ids, anchor: selection.anchor };
}

/** Adds all that are shown to what is chosen; when all of them are, leaves them out. */
export function allToggled(selection: Selection, order: readonly string[]): Selection {
  const ids = new Set(selection.ids);
  const isFull = order.length > 0 && order.every((id) => ids.has(id));
  for (const id of order) {
    if (isFull) ids.delete(id);
    else ids.add(id);
  }
  return { ids, anchor: null };
}

export const useSelection = create<Selection>()(() => EMPTY_SELECTION);

/** Forgets what is chosen. */
export function clearSelection(): void {
  useSelection.setState(EMPTY_SELECTION);
}

/**
 * The ids of the rows in the order they are shown, for ranges and for all. A function, so that sorting 10,000 rows costs
 * nothing here; the table says where to ask while it is there.
 */
let shownOrder: () => readonly string[] = () => [];

/** Says where the order of the rows is to be asked; returns what takes it back. */
export function provideOrder(order: () => readonly string[]): () => void {
  shownOrder = order;
  return () => {
    if (shownOrder === order) shownOrder = () => [];
  };
}

/** The ids of the rows as they are shown now. */
export function orderShown(): readonly string[] {
  return shownOrder();
}

/** A click or key on the box of one row; with Shift the whole range. */
export function selectRow(id: string, isRange: boolean): void {
  useSelection.setState((now) => (isRange ? ranged(now, id, shownOrder()) : toggled(now, id)));
}

/** Chooses every row shown, after filters and not only those in view; a second time none of them. */
export function selectShown(): void {
  useSelection.setState((now) => allToggled(now, shownOrder()));
}

interface SelectionKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

/**
 * What a key in the register does to the selection: Space chooses the active row, with Shift the range to it,
 * Ctrl or Cmd + A all shown, Escape none. True when the key was for the selection.
 */
export function selectByKey(event: SelectionKey, activeId: string | null): boolean {
  if (event.altKey) return false;
  const isMod = event.ctrlKey || event.metaKey;
  if (event.key === ' ' && !isMod && activeId !== null) {
    selectRow(activeId, event.shiftKey);
    return true;
  }
  if (isMod && !event.shiftKey && event.key.toLowerCase() === 'a') {
    selectShown();
    return true;
  }
  if (event.key === 'Escape' && !isMod && useSelection.getState().ids.size > 0) {
    clearSelection();
    return true;
  }
  return false;
}
