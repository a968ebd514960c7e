import { IconChevronDown } from '@tabler/icons-react';
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import styles from './filter-bar.module.css';

interface FilterMenuProps {
  readonly name: string;
  /** How many values are chosen; shown on the button. */
  readonly count: number;
  /** What the number means, where it is not that of chosen values. */
  readonly countTitle?: string;
  /** What the panel is called; "Filter by Stage" when nothing is said. */
  readonly label?: string;
  /** True: the name changes with what is chosen, and the button keeps the width of the longest. */
  readonly isSteady?: boolean;
  /** Where the panel hangs; the left edge of the button when nothing is said. */
  readonly align?: 'left' | 'right';
  /** Rendered only while open, so that counting costs nothing otherwise. */
  readonly children: (close: () => void) => ReactNode;
}

/**
 * A filter button and the panel it opens. Escape closes it and gives the focus back; so does going elsewhere.
 * Plain elements: it renders again with every letter typed into the search, where a popover library costs a frame.
 */
export function FilterMenu({
  name,
  count,
  countTitle,
  label = `Filter by ${name}`,
  isSteady = false,
  align = 'left',
  children,
}: FilterMenuProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLFieldSetElement>(null);

  useEffect(() => {
    if (!isOpen) return;
    panel.current?.querySelector<HTMLElement>('input, select, button')?.focus();
    const onPointerDown = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setIsOpen(false);
    };
    window.addEventListener('pointerdown', onPointerDown);
    return () => window.removeEventListener('pointerdown', onPointerDown);
  }, [isOpen]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !isOpen) return;
    event.preventDefault();
    event.stopPropagation();
    setIsOpen(false);
    button.current?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    // A click on plain text inside moves the focus nowhere; that is no leaving.
    if (event.relatedTarget !== null && !event.currentTarget.contains(event.relatedTarget)) setIsOpen(false);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears what bubbles from the button and the panel
    <div ref={root} className={styles.menu} onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className={styles.filter}
        data-steady={isSteady || undefined}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen((now) => !now)}
      >
        {name}
        {count > 0 ? (
          <span className={styles.used} title={countTitle}>
            {count}
          </span>
        ) : null}
        <IconChevronDown size="0.875rem" stroke={1.5} aria-hidden="true" />
      </button>
      {isOpen ? (
        <fieldset ref={panel} id={id} aria-label={label} data-align={align} className={styles.panel}>
          {children(() => {
            setIsOpen(false);
            button.current?.focus();
          })}
        </fieldset>
      ) : null}
    </div>
  );
}
