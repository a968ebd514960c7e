import { startCellEdit } from './cell-edit.ts';
import { isEditColumn } from './edit-columns.ts';
import { selectByKey } from './selection.ts';

interface GridKeyEvent {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  readonly preventDefault: () => void;
}

/**
 * Keys of the register for choosing and writing: Space, Shift+Space, Ctrl or Cmd + A, Escape; F2 writes into the active
 * row where writing is allowed. True when the key was taken.
 */
export function onGridKey(
  event: GridKeyEvent,
  { activeId, canWrite }: { readonly activeId: string | null; readonly canWrite: boolean },
): boolean {
  const isEdit = event.key === 'F2' && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (isEdit && activeId !== null && canWrite) startCellEdit(activeId);
  else if (!selectByKey(event, activeId)) return false;
  event.preventDefault();
  return true;
}

/** A double click in a row: opens the cell for writing where it can be written. True when it did. */
export function editByPointer(target: EventTarget, id: string, canWrite: boolean): boolean {
  const column = (target as Element).closest<HTMLElement>('[data-column]')?.dataset.column;
  if (!canWrite || !isEditColumn(column)) return false;
  startCellEdit(id, column);
  return true;
}
