import { useQueryClient } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { STAGE_NAMES, STAGES, type Stage } from '#shared/domain/stage.ts';
import { useCommand } from '../../../app/use-call.ts';
import { valuesInUse } from './bulk-preview.ts';
import { endCellEdit, startCellEdit, useCellEdit } from './cell-edit.ts';
import styles from './cell-editor.module.css';
import { EDIT_LENGTHS, EDIT_NAMES, type EditColumn, nextEditColumn } from './edit-columns.ts';
import { orderShown } from './selection.ts';
import { showNow } from './show-now.ts';

interface CellEditorProps {
  readonly rows: readonly RegisterRow[];
  /** The cell of a row in view; null when it is not there. */
  readonly cellOf: (id: string, column: EditColumn) => HTMLElement | null;
  readonly onDone: () => void;
}

/** The field over a cell of the register: Enter keeps and goes down, Tab keeps and goes right, Esc leaves it as it was. */
export function CellEditor({ rows, cellOf, onDone }: CellEditorProps) {
  const cell = useCellEdit((state) => state.cell);
  const row = cell === null ? undefined : rows.find((one) => one.id === cell.id);
  if (cell === null || row === undefined) return null;
  return (
    <Field
      key={`${cell.id} ${cell.column}`}
      row={row}
      column={cell.column}
      rows={rows}
      cellOf={cellOf}
      onDone={onDone}
    />
  );
}

interface FieldProps extends CellEditorProps {
  readonly row: RegisterRow;
  readonly column: EditColumn;
}

function Field({ row, column, rows, cellOf, onDone }: FieldProps) {
  const [text, setText] = useState<string>(row[column]);
  const [problem, setProblem] = useState<string | null>(null);
  const [place, setPlace] = useState<DOMRect | null>(null);
  const update = useCommand('updateInitiative');
  const queryClient = useQueryClient();
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const isOver = useRef(false);
  const listId = useId();

  useLayoutEffect(() => {
    const cell = cellOf(row.id, column);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    const measure = () => setPlace(cellOf(row.id, column)?.getBoundingClientRect() ?? null);
    measure();
    // Capture: the table scrolls, not the page.
    window.addEventListener('scroll', measure, true);
    window.addEventListener('resize', measure);
    return () => {
      window.removeEventListener('scroll', measure, true);
      window.removeEventListener('resize', measure);
    };
  }, [row.id, column, cellOf]);

  const isPlaced = place !== null;
  useEffect(() => {
    if (!isPlaced) return;
    field.current?.focus();
    if (field.current instanceof HTMLInputElement) field.current.select();
  }, [isPlaced]);

  /** Keeps what is written; false when it cannot be, with the reason shown. */
  const keep = async (): Promise<boolean> => {
    const value = text.replace(/\s+/g, ' ').trim();
    if (value === row[column]) return true;
    if (column === 'name' && value === '') {
      setProblem('An initiative needs a name. Esc leaves it as it was.');
      return false;
    }
    const patch = column === 'stage' ? { stage: value as Stage } : { [column]: value };
    const result = await update.run({ id: row.id, patch });
    if (result.ok) showNow(queryClient, row.id, column, value);
    else setProblem(result.error.message);
    return result.ok;
  };

  const leave = () => {
    isOver.current = true;
    endCellEdit();
    onDone();
  };

  const onKeyDown = async (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      event.preventDefault();
      leave();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      const { key, shiftKey } = event;
      if (!(await keep())) return;
      const order = orderShown();
      const next =
        key === 'Tab'
          ? { id: row.id, column: nextEditColumn(column, shiftKey) }
          : { id: order[order.indexOf(row.id) + (shiftKey ? -1 : 1)], column };
      // Tab stays with the columns there are; a row out of view is brought into it by the table.
      const isShown = (id: string, to: EditColumn) => key === 'Enter' || cellOf(id, to) !== null;
      if (next.id === undefined || next.column === null || !isShown(next.id, next.column)) leave();
      else startCellEdit(next.id, next.column);
    }
  };

  const onBlur = async () => {
    if (isOver.current) return;
    if (await keep()) endCellEdit();
  };

  if (place === null) return null;
  const common = {
    ref: field,
    'aria-label': `${EDIT_NAMES[column]} of ${row.name}`,
    'aria-invalid': problem !== null || undefined,
    value: text,
    style: { width: place.width },
    onKeyDown: (event: KeyboardEvent) => void onKeyDown(event),
    onBlur: () => void onBlur(),
  };
  return (
    <div className={styles.editor} style={{ top: place.top, left: place.left }}>
      {column === 'stage' ? (
        <select {...common} onChange={(event) => setText(event.currentTarget.value)}>
          {STAGES.map((stage) => (
            <option key={stage} value={stage}>
              {STAGE_NAMES[stage]}
            </option>
          ))}
        </select>
      ) : (
        <>
          <input
            {...common}
            maxLength={EDIT_LENGTHS[column]}
            list={column === 'name' ? undefined : listId}
            onChange={(event) => {
              setText(event.currentTarget.value);
              setProblem(null);
            }}
          />
          {column === 'name' ? null : (
            <datalist id={listId}>
              {valuesInUse(rows, column).map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          )}
        </>
      )}
      {problem === null ? null : (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
    </div>
  );
}
