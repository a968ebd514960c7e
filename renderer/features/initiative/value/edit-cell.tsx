import { memo, type PointerEvent, useEffect, useId, useRef } from 'react';
import { UNMEASURED } from '#shared/report/parse-amount.ts';
import type { Place } from './grid-cursor.ts';
import type { Editing } from './use-grid-control.ts';
import styles from './value-grid.module.css';

interface EditCellProps {
  readonly place: Place;
  readonly label: string;
  /** null = blank. */
  readonly text: string | null;
  readonly isNegative: boolean;
  /** What a blank means: "unmeasured", "not planned". */
  readonly blankWord: string;
  /** False: outside the span of its line, so that a blank is no gap. */
  readonly isExpected: boolean;
  readonly isClosed: boolean;
  readonly isCursor: boolean;
  readonly isSelected: boolean;
  readonly problem: string | null;
  readonly editing: Editing | null;
  readonly onPointerDown: (event: PointerEvent, place: Place) => void;
  readonly onPointerEnter: (event: PointerEvent, place: Place) => void;
  readonly onStart: () => void;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

/** One cell: shows its value, or the field in which it is being written. */
export const EditCell = memo(function EditCell(props: EditCellProps) {
  const { place, label, text, isExpected, isClosed, isCursor, isSelected, problem, editing } = props;
  const problemId = useId();
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: in a grid a td is a gridcell; said aloud so that aria-selected is known to be allowed
      role="gridcell"
      data-place={`${place.row}:${place.col}`}
      tabIndex={isCursor ? 0 : -1}
      aria-selected={isCursor || isSelected}
      aria-readonly={isClosed || undefined}
      aria-invalid={problem !== null || undefined}
      aria-describedby={problem === null ? undefined : problemId}
      data-selected={isSelected || undefined}
      data-closed={isClosed || undefined}
      data-outside={!isExpected || undefined}
      data-negative={props.isNegative || undefined}
      className={styles.cell}
      onPointerDown={(event) => props.onPointerDown(event, place)}
      onPointerEnter={(event) => props.onPointerEnter(event, place)}
      onDoubleClick={props.onStart}
    >
      {editing === null ? (
        <CellText text={text} isExpected={isExpected} blankWord={props.blankWord} />
      ) : (
        <CellField
          label={label}
          text={editing.text}
          problemId={problem === null ? undefined : problemId}
          onText={props.onText}
          onLeave={props.onLeave}
        />
      )}
      {problem === null ? null : (
        <span id={problemId} role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </td>
  );
});

/** The value, or the mark of a blank one; nothing outside the span of the line. */
function CellText({ text, isExpected, blankWord }: Pick<EditCellProps, 'text' | 'isExpected' | 'blankWord'>) {
  if (text !== null) return <span>{text}</span>;
  if (!isExpected) return null;
  return (
    <>
      <span aria-hidden="true" className={styles.blank}>
        {UNMEASURED}
      </span>
      <span className="visually-hidden">{blankWord}</span>
    </>
  );
}

interface CellFieldProps {
  readonly label: string;
  readonly text: string;
  readonly problemId: string | undefined;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

function CellField({ label, text, problemId, onText, onLeave }: CellFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    // Typing goes on at the end of what is there.
    field.current?.setSelectionRange(field.current.value.length, field.current.value.length);
  }, []);
  return (
    <input
      ref={field}
      className={styles.field}
      aria-label={label}
      aria-invalid={problemId !== undefined || undefined}
      aria-describedby={problemId}
      value={text}
      maxLength={200}
      inputMode="decimal"
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onText(event.currentTarget.value)}
      onBlur={onLeave}
    />
  );
}
