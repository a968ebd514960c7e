import { Popover } from '@mantine/core';
import { lazy, Suspense, useEffect, useId } from 'react';
import explained from '../../../components/explained.module.css';
import { closeExplanation, type ExplainedCell, useExplainedCell } from './explained-cell.ts';

// The words of the initiative's page come with it: they are read when somebody asks.
const CellCard = lazy(async () => ({ default: (await import('./cell-card.tsx')).CellCard }));

/** The explanation of the figure that was pressed on, at its cell. */
export function CellPopover() {
  const cell = useExplainedCell((state) => state.cell);
  useEffect(() => closeExplanation, []);
  return cell === null ? null : <OpenPopover key={`${cell.id} ${cell.column}`} cell={cell} />;
}

function OpenPopover({ cell }: { readonly cell: ExplainedCell }) {
  const titleId = useId();
  const { left, top, width, height } = cell.element.getBoundingClientRect();
  useEffect(() => {
    // For the key that goes on to the next figure, see `explainNext`.
    cell.element.dataset.explaining = '';
    // The rows go their way when the register scrolls; the card would stay behind.
    const onScroll = (event: Event) => {
      if ((event.target as Node).contains(cell.element)) closeExplanation();
    };
    window.addEventListener('scroll', onScroll, true);
    return () => {
      window.removeEventListener('scroll', onScroll, true);
      delete cell.element.dataset.explaining;
    };
  }, [cell]);
  return (
    <Popover
      opened
      onChange={(isOpen) => {
        if (isOpen) return;
        closeExplanation();
        // The key that opened it was pressed on the register, not on the cell.
        cell.element.closest('table')?.focus({ preventScroll: true });
      }}
      position="bottom-end"
      offset={6}
      width="23rem"
      trapFocus
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>
        <span
          aria-hidden="true"
          style={{ position: 'fixed', left, top, width, height, pointerEvents: 'none' }}
        />
      </Popover.Target>
      <Popover.Dropdown className={explained.dropdown ?? ''} aria-labelledby={titleId}>
        <Suspense fallback={null}>
          <CellCard cell={cell} titleId={titleId} onLeave={closeExplanation} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
