import { type KeyboardEvent, useRef, useState } from 'react';
import { classNames } from '../../components/class-names.ts';
import { type ColumnId, REGISTER_COLUMNS } from './register-columns.ts';
import type { SortKey } from './register-query.ts';
import styles from './register-table.module.css';

interface RegisterHeaderProps {
  readonly sort: readonly SortKey[];
  readonly onSort: (column: ColumnId, isAdded: boolean) => void;
}

/** The header row: one stop for Tab, arrows go from column to column, Enter sorts, Shift adds to the order. */
export function RegisterHeader({ sort, onSort }: RegisterHeaderProps) {
  const [current, setCurrent] = useState(0);
  const row = useRef<HTMLTableRowElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const last = REGISTER_COLUMNS.length - 1;
    const moves: Readonly<Record<string, number>> = {
      ArrowRight: Math.min(last, current + 1),
      ArrowLeft: Math.max(0, current - 1),
      Home: 0,
      End: last,
    };
    if (!Object.hasOwn(moves, event.key)) return;
    const next = moves[event.key] as number;
    event.preventDefault();
    setCurrent(next);
    row.current?.querySelectorAll('button')[next]?.focus();
  };

  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} ref={row} className={styles.headRow} onKeyDown={onKeyDown}>
        {REGISTER_COLUMNS.map((column, index) => {
          const place = sort.findIndex((key) => key.column === column.id);
          const key = sort[place];
          const order = key === undefined ? 'none' : key.isDescending ? 'descending' : 'ascending';
          return (
            <th
              key={column.id}
              scope="col"
              aria-colindex={index + 1}
              aria-sort={order}
              className={classNames(index === 0 ? styles.headName : styles.headCell)}
              data-number={column.isNumber || undefined}
            >
              <button
                type="button"
                tabIndex={index === current ? 0 : -1}
                title={`${column.title}. Click to sort, Shift and click to sort within.`}
                onFocus={() => setCurrent(index)}
                onClick={(event) => onSort(column.id, event.shiftKey)}
              >
                <span className={styles.headText}>{column.header}</span>
                {key === undefined ? null : (
                  <span aria-hidden="true" className={styles.arrow}>
                    {key.isDescending ? '↓' : '↑'}
                    {sort.length > 1 ? place + 1 : ''}
                  </span>
                )}
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
