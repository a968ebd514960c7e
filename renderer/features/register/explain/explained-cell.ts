import { create } from 'zustand';
import { type ExplainedColumn, isExplained } from './explained-columns.ts';

/** The figure whose explanation is open, if any. */
export interface ExplainedCell {
  readonly id: string;
  readonly column: ExplainedColumn;
  /** The cell it stands in. */
  readonly element: HTMLElement;
}

export const useExplainedCell = create<{ readonly cell: ExplainedCell | null }>()(() => ({ cell: null }));

/** Opens the explanation of the figure that was pressed on, and closes what is open if it was none. */
export function explainPressed(target: EventTarget, id: string): void {
  const element = (target as Element).closest<HTMLElement>('[data-column]');
  const column = element?.dataset.column;
  if (element === null || !isExplained(column)) closeExplanation();
  else useExplainedCell.setState({ cell: { id, column, element } });
}

export function closeExplanation(): void {
  useExplainedCell.setState({ cell: null });
}
