import { useEffect, useRef } from 'react';
import styles from './select-cells.module.css';
import { provideOrder, selectRow, selectShown, useSelection } from './selection.ts';

interface SelectCellProps {
  readonly id: string;
  /** The initiative, for those who hear the box. */
  readonly name?: string;
}

/**
 * The box that chooses one initiative; with Shift everything from the last one to it. The whole cell takes the click. It
 * is no stop of Tab: in the register Space does the same for the active row.
 */
export function SelectCell({ id, name = 'initiative' }: SelectCellProps) {
  const isChosen = useSelection((selection) => selection.ids.has(id));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the box inside is the control; the cell only enlarges its aim
    <span
      className={styles.box}
      // A shift-click would select text on its way.
      onMouseDown={(event) => event.preventDefault()}
      onDoubleClick={(event) => event.stopPropagation()}
      onClickCapture={(event) => {
        event.preventDefault();
        event.stopPropagation();
        selectRow(id, event.shiftKey);
      }}
    >
      <input type="checkbox" tabIndex={-1} checked={isChosen} readOnly aria-label={`Select ${name}`} />
    </span>
  );
}

/** The box above them: all that the filters show, also those out of view. `ids` in the order shown. */
export function SelectAllCell({ ids }: { readonly ids: readonly string[] }) {
  const chosen = useSelection((selection) => ids.reduce((n, id) => (selection.ids.has(id) ? n + 1 : n), 0));
  const box = useRef<HTMLInputElement>(null);
  const isAll = ids.length > 0 && chosen === ids.length;
  const isSome = chosen > 0 && !isAll;
  useEffect(() => provideOrder(() => ids), [ids]);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isSome;
  }, [isSome]);
  return (
    <span className={styles.box}>
      <input
        ref={box}
        type="checkbox"
        checked={isAll}
        disabled={ids.length === 0}
        aria-label={isAll ? 'Select none of those shown' : 'Select all shown'}
        onChange={selectShown}
      />
    </span>
  );
}
