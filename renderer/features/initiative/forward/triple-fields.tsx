import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useId } from 'react';
import { useAmountField } from '../../../components/use-amount-field.ts';
import styles from './driver-table.module.css';
import { POINT_NAMES, POINTS, type Point, type TripleText } from './triple.ts';

interface TripleFieldsProps {
  readonly name: string;
  readonly text: TripleText;
  /** True: its unit is money, which discreet mode hides. */
  readonly isAmount?: boolean;
  readonly problem: { readonly fields: readonly Point[]; readonly text: string } | null;
  /** Said under the fields when nothing is wrong: a heavy tail. */
  readonly note: string | null;
  readonly onText: (change: Partial<TripleText>) => void;
  /** The focus left all three, or Enter was pressed. */
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** P10, P50 and P90 of one driver in its row of the table; three cells copied from a spreadsheet fill all of them. */
export function TripleFields(props: TripleFieldsProps) {
  const { name, text, problem, note, onText, onDone, onCancel } = props;
  const amountField = useAmountField(props.isAmount ?? false);
  const messageId = useId();
  const message = problem?.text ?? note;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') {
      onCancel();
    } else if (event.key === 'Enter' || event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      onDone();
      neighbour(event.currentTarget, event.key === 'ArrowUp' || event.shiftKey ? -1 : 1)?.select();
    }
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, from: number) => {
    const cells = event.clipboardData.getData('text/plain').trimEnd().split('\t');
    if (cells.length < 2 || from + cells.length > POINTS.length) return;
    event.preventDefault();
    onText(Object.fromEntries(cells.map((cell, index) => [POINTS[from + index], cell.trim()])));
  };
  const onBlur = (event: FocusEvent<HTMLFieldSetElement>) => {
    if (!event.currentTarget.contains(event.relatedTarget)) onDone();
  };

  return (
    <fieldset className={styles.triple} aria-label={`${name}: three points`} onBlur={onBlur}>
      {POINTS.map((point, index) => {
        const isWrong = problem?.fields.includes(point) ?? false;
        return (
          <input
            key={point}
            className={styles.point}
            data-point={point}
            aria-label={`${name}, ${POINT_NAMES[point]}`}
            aria-invalid={isWrong || undefined}
            aria-describedby={message === null ? undefined : messageId}
            value={text[point]}
            maxLength={60}
            inputMode="decimal"
            autoComplete="off"
            {...amountField}
            spellCheck={false}
            onChange={(event) => onText({ [point]: event.currentTarget.value })}
            onFocus={(event) => event.currentTarget.select()}
            onKeyDown={onKeyDown}
            onPaste={(event) => onPaste(event, index)}
          />
        );
      })}
      {message === null ? null : (
        <p
          id={messageId}
          role={problem === null ? undefined : 'alert'}
          className={problem === null ? styles.note : styles.problem}
        >
          {message}
        </p>
      )}
    </fieldset>
  );
}

/** The same point of the driver above or below. */
function neighbour(field: HTMLInputElement, step: 1 | -1): HTMLInputElement | undefined {
  const all = field
    .closest('table')
    ?.querySelectorAll<HTMLInputElement>(`[data-point="${field.dataset.point}"]`);
  const list = [...(all ?? [])];
  return list[list.indexOf(field) + step];
}
