import { memo, useEffect, useId, useRef } from 'react';
import { UNMEASURED } from '#shared/report/parse-amount.ts';
import { useAmountField } from '../../../components/use-amount-field.ts';
import styles from './value-grid.module.css';

interface EditCellProps {
  readonly row: number;
  readonly col: number;
  /** "Run cost, March 2026, actual, 1,200 EUR". */
  readonly label: string;
  /** null = blank. */
  readonly text: string | null;
  readonly isNegative: boolean;
  /** It holds money, which discreet mode hides. */
  readonly isAmount: boolean;
  /** False: outside the span of its line, so that a blank is no gap. */
  readonly isExpected: boolean;
  readonly isLocked: boolean;
  readonly isActive: boolean;
  readonly isSelected: boolean;
  /** A fill being dragged would write it. */
  readonly isFilling: boolean;
  /** Named in the list of what cannot be written. */
  readonly isBad: boolean;
  /** Corrected after its month was closed. */
  readonly isRestated: boolean;
  /** Written on this page, not kept yet. */
  readonly isDraft: boolean;
  readonly hasHandle: boolean;
  readonly problem: string | null;
  /** What is being written into it; null = nothing. */
  readonly editing: string | null;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

/** One cell: shows its value, or the field in which it is being written. The pointer is the grid's. */
export const EditCell = memo(function EditCell(props: EditCellProps) {
  const { label, text, isExpected, isLocked, isActive, isSelected, problem, editing } = props;
  const problemId = useId();
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: in a grid a td is a gridcell; said aloud so that aria-selected is known to be allowed
      role="gridcell"
      data-place={`${props.row}:${props.col}`}
      tabIndex={isActive ? 0 : -1}
      aria-colindex={props.col + 2}
      aria-label={editing === null ? label : undefined}
      aria-selected={isActive || isSelected}
      aria-readonly={isLocked || undefined}
      aria-invalid={problem !== null || props.isBad || undefined}
      aria-describedby={problem === null ? undefined : problemId}
      data-selected={isSelected || undefined}
      data-filling={props.isFilling || undefined}
      data-locked={isLocked || undefined}
      data-bad={props.isBad || undefined}
      data-restated={props.isRestated || undefined}
      data-draft={props.isDraft || undefined}
      data-negative={props.isNegative || undefined}
      className={styles.cell}
    >
      {editing === null ? (
        <CellText text={text} isExpected={isExpected} />
      ) : (
        <CellField
          label={label}
          text={editing}
          isAmount={props.isAmount}
          problemId={problem === null ? undefined : problemId}
          onText={props.onText}
          onLeave={props.onLeave}
        />
      )}
      {props.hasHandle && editing === null ? (
        <span data-handle aria-hidden="true" className={styles.handle} />
      ) : null}
      {problem === null ? null : (
        <span id={problemId} role="alert" className={styles.problem}>
          {problem}
        </span>
      )}
    </td>
  );
});

/** The value, or the mark of a blank one; nothing outside the span of the line. The cell's name says it in words. */
function CellText({ text, isExpected }: Pick<EditCellProps, 'text' | 'isExpected'>) {
  if (text !== null) return text;
  return isExpected ? <span className={styles.blank}>{UNMEASURED}</span> : null;
}

interface CellFieldProps {
  readonly label: string;
  readonly text: string;
  readonly isAmount: boolean;
  readonly problemId: string | undefined;
  readonly onText: (text: string) => void;
  readonly onLeave: () => void;
}

function CellField({ label, text, isAmount, problemId, onText, onLeave }: CellFieldProps) {
  const amountField = useAmountField(isAmount);
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
      {...amountField}
      spellCheck={false}
      onChange={(event) => onText(event.currentTarget.value)}
      onBlur={onLeave}
    />
  );
}
