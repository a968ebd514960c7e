import { lineElementId } from '../register-row.tsx';
import type { EditColumn } from './edit-columns.ts';

/** The register's grid while it is on the screen. */
export function gridElement(): HTMLElement | null {
  return document.querySelector<HTMLElement>('table[aria-label="Register"]');
}

/** Gives the keyboard back to the register. */
export function focusGrid(): void {
  gridElement()?.focus({ preventScroll: true });
}

/** The cell of a row in view; null when the row or the column is not shown. */
export function cellElement(id: string, column: EditColumn): HTMLElement | null {
  const row = document.getElementById(lineElementId(id));
  return row?.querySelector<HTMLElement>(`[data-column="${column}"]`) ?? null;
}
