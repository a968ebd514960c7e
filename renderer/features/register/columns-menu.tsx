import { IconArrowDown, IconArrowUp, IconPin } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import { DEFAULT_LAYOUT, listedColumns, withPinned, withShown, withStepAmongAll } from './column-layout.ts';
import styles from './filter-bar.module.css';
import { FilterMenu } from './filter-menu.tsx';
import { type ColumnId, REGISTER_COLUMNS, type RegisterColumn } from './register-columns.ts';
import { arrangeColumns, useRegisterLayout } from './register-layout.ts';

/** Which columns are shown, in which order, and which stay in view. */
export function ColumnsMenu() {
  const hidden = useRegisterLayout((state) => state.layout.hidden.length);
  return (
    <FilterMenu name="Columns" count={hidden} countTitle={`${hidden} hidden`} label="Columns" align="right">
      {() => <ColumnList />}
    </FilterMenu>
  );
}

const byId = new Map(REGISTER_COLUMNS.map((column) => [column.id, column]));

function ColumnList() {
  const layout = useRegisterLayout((state) => state.layout);
  const list = useRef<HTMLUListElement>(null);
  const ids = listedColumns(layout);

  const move = (id: ColumnId, step: -1 | 1, control: string) => {
    arrangeColumns((now) => withStepAmongAll(now, id, step));
    // The line is made anew at its new place; whoever moved it goes on from there.
    requestAnimationFrame(() => {
      const line = list.current?.querySelector(`[data-line="${id}"]`);
      const wanted = line?.querySelector<HTMLButtonElement>(`[data-control="${control}"]`);
      const target = wanted?.disabled ? line?.querySelector<HTMLElement>('input') : wanted;
      target?.focus();
    });
  };

  return (
    <div className={styles.columns}>
      <ul ref={list} className={styles.choices} aria-label="Columns in their order">
        {ids.map((id, index) => (
          <ColumnLine
            key={id}
            column={byId.get(id) as RegisterColumn}
            isShown={!layout.hidden.includes(id)}
            isPinned={layout.pinned.includes(id)}
            isFirst={index === 0}
            isLast={index === ids.length - 1}
            onMove={(step, control) => move(id, step, control)}
          />
        ))}
      </ul>
      <div className={styles.actions}>
        <button
          type="button"
          className={styles.clear}
          disabled={layout === DEFAULT_LAYOUT}
          onClick={() => arrangeColumns(() => DEFAULT_LAYOUT)}
        >
          Reset columns
        </button>
        <span className={styles.hint}>Alt and an arrow moves the column you are on.</span>
      </div>
    </div>
  );
}

interface ColumnLineProps {
  readonly column: RegisterColumn;
  readonly isShown: boolean;
  readonly isPinned: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (step: -1 | 1, control: string) => void;
}

function ColumnLine({ column, isShown, isPinned, isFirst, isLast, onMove }: ColumnLineProps) {
  const name = column.title === column.header ? column.header : `${column.header}: ${column.title}`;
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    const control = (event.target as HTMLElement).dataset.control ?? 'shown';
    onMove(event.key === 'ArrowUp' ? -1 : 1, control);
  };
  return (
    <li className={styles.column} data-line={column.id} onKeyDown={onKeyDown}>
      <label title={name}>
        <input
          type="checkbox"
          data-control="shown"
          checked={isShown}
          disabled={column.id === 'name'}
          onChange={() => arrangeColumns((now) => withShown(now, column.id, !isShown))}
        />
        <span className={styles.columnName}>{name}</span>
      </label>
      <button
        type="button"
        className={styles.tool}
        data-control="pin"
        aria-pressed={isPinned}
        aria-label={`Pin ${column.header}`}
        title={isPinned ? 'Pinned: stays in view' : 'Pin at the left'}
        onClick={() => arrangeColumns((now) => withPinned(now, column.id, !isPinned))}
      >
        <IconPin size="0.875rem" stroke={1.75} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.tool}
        data-control="up"
        aria-label={`Move ${column.header} up`}
        disabled={isFirst}
        onClick={() => onMove(-1, 'up')}
      >
        <IconArrowUp size="0.875rem" stroke={1.75} aria-hidden="true" />
      </button>
      <button
        type="button"
        className={styles.tool}
        data-control="down"
        aria-label={`Move ${column.header} down`}
        disabled={isLast}
        onClick={() => onMove(1, 'down')}
      >
        <IconArrowDown size="0.875rem" stroke={1.75} aria-hidden="true" />
      </button>
    </li>
  );
}
