import { Popover } from '@mantine/core';
import { type ReactNode, useEffect, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './explained.module.css';

interface AnchoredExplanationProps {
  /** The cell of the figure that is explained, in a table that has the keyboard. */
  readonly element: HTMLElement;
  /** Called when the card is to go: Escape, a press elsewhere, scrolling. */
  readonly onClose: () => void;
  /** The card; its heading has the id. */
  readonly children: (titleId: string) => ReactNode;
}

/**
 * The explanation of a figure in a large table, hung at its cell. One for the whole table: as in `Explained` a popover for
 * each would make every cell a button and a part of the library's.
 */
export function AnchoredExplanation({ element, onClose, children }: AnchoredExplanationProps) {
  const titleId = useId();
  const { left, top, width, height } = element.getBoundingClientRect();
  useEffect(() => {
    // For the key that goes on to the next figure, see `explainNext`.
    element.dataset.explaining = '';
    // The cells go their way when the table scrolls; the card would stay behind.
    const onScroll = (event: Event) => {
      if ((event.target as Node).contains(element)) onClose();
    };
    // What brought the cell into view is told of in the next frame, before this; it is no reason to close.
    const frame = requestAnimationFrame(() => window.addEventListener('scroll', onScroll, true));
    return () => {
      cancelAnimationFrame(frame);
      window.removeEventListener('scroll', onScroll, true);
      delete element.dataset.explaining;
    };
  }, [element, onClose]);
  return (
    <Popover
      opened
      onChange={(isOpen) => {
        if (isOpen) return;
        onClose();
        focusTable(element);
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
      <Popover.Dropdown className={classNames(styles.dropdown, 'no-print')} aria-labelledby={titleId}>
        {children(titleId)}
      </Popover.Dropdown>
    </Popover>
  );
}

/**
 * Back to where the key was pressed that opened the card: the table, the one cell of it that Tab stops at, or the cell
 * itself, from where the same key goes on.
 */
function focusTable(element: HTMLElement): void {
  const table = element.closest('table');
  const stop = table?.tabIndex === 0 ? table : table?.querySelector<HTMLElement>('[tabindex="0"]');
  if (!stop) element.tabIndex = -1;
  (stop ?? element).focus({ preventScroll: true });
}
