import { lazy, Suspense, useEffect } from 'react';
import { AnchoredExplanation } from '../../../components/anchored-explanation.tsx';
import { closeExplanation, useExplainedCell } from './explained-cell.ts';

// The words of the initiative's page come with it: they are read when somebody asks.
const CellCard = lazy(async () => ({ default: (await import('./cell-card.tsx')).CellCard }));

/** The explanation of the figure that was pressed on, at its cell. */
export function CellPopover() {
  const cell = useExplainedCell((state) => state.cell);
  useEffect(() => closeExplanation, []);
  if (cell === null) return null;
  return (
    <AnchoredExplanation key={`${cell.id} ${cell.column}`} element={cell.element} onClose={closeExplanation}>
      {(titleId) => (
        <Suspense fallback={null}>
          <CellCard cell={cell} titleId={titleId} onLeave={closeExplanation} />
        </Suspense>
      )}
    </AnchoredExplanation>
  );
}
