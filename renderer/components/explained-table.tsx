import { type ReactNode, useCallback, useState } from 'react';
import { AnchoredExplanation } from './anchored-explanation.tsx';
import type { FigureExplanation } from './explained.tsx';
import { ExplanationCard } from './explanation-card.tsx';

interface ExplainedPlace {
  readonly row: number;
  readonly column: string;
  /** The cell it stands in. */
  readonly element: HTMLElement;
}

interface ExplainedTableProps<Column extends string> {
  /** How many rows there are: an explanation goes when an undo takes its row away. */
  readonly rows: number;
  /** How the figure of a cell came about. Row and column are those the cell was given by {@link explainedCell}. */
  readonly explain: (row: number, column: Column) => FigureExplanation;
  /** Head and body of the table. */
  readonly children: ReactNode;
}

/** What a cell says so that a press on it, or E, opens how its figure came about. */
export const explainedCell = (row: number, column: string) => ({
  'data-explained': '',
  'data-row': row,
  'data-column': column,
});

/**
 * A table whose figures open to how they came about, in one popover for all of them:
 *
 *     <ExplainedTable rows={flow.length} explain={(row, column: 'net' | 'sum') => flowExplanation(flow, row, column)}>
 *       <tbody><tr><td {...explainedCell(0, 'net')}>+412 k</td></tr></tbody>
 *     </ExplainedTable>
 */
export function ExplainedTable<Column extends string>({
  rows,
  explain,
  children,
}: ExplainedTableProps<Column>) {
  const [place, setPlace] = useState<ExplainedPlace | null>(null);
  const close = useCallback(() => setPlace(null), []);
  const open = (target: EventTarget) => {
    const element = (target as Element).closest<HTMLElement>('[data-explained]');
    const { row, column } = element?.dataset ?? {};
    if (element === null || row === undefined || column === undefined) return close();
    setPlace({ row: Number(row), column, element });
  };
  return (
    <>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard asks for explanations by E, see explainNext */}
      <table onClick={(event) => open(event.target)}>{children}</table>
      {place === null || place.row >= rows ? null : (
        <AnchoredExplanation key={`${place.row} ${place.column}`} element={place.element} onClose={close}>
          {(titleId) => (
            <ExplanationCard
              titleId={titleId}
              figure={explain(place.row, place.column as Column)}
              onLeave={close}
            />
          )}
        </AnchoredExplanation>
      )}
    </>
  );
}
