import { create } from 'zustand';
import type { EditColumn } from './edit-columns.ts';

/** The cell of the register that is written into, if any. */
export interface CellEdit {
  readonly cell: { readonly id: string; readonly column: EditColumn } | null;
  /** Where F2 begins: the column written into last. */
  readonly lastColumn: EditColumn;
}

export const useCellEdit = create<CellEdit>()(() => ({ cell: null, lastColumn: 'name' }));

/** Opens the cell for writing. */
export function startCellEdit(id: string, column: EditColumn = useCellEdit.getState().lastColumn): void {
  useCellEdit.setState({ cell: { id, column }, lastColumn: column });
}

export function endCellEdit(): void {
  useCellEdit.setState({ cell: null });
}
