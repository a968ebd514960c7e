import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import styles from './problem-table.module.css';

interface CorrectCellProps {
  readonly label: string;
  /** The text to start from; null = the page does not have the whole of it. */
  readonly initial: string | null;
  readonly onSave: (value: string) => void;
  readonly onCancel: () => void;
}

/** A cell being corrected: Enter keeps the text for this import, Escape leaves it as it was. The file is not written. */
export function CorrectCell({ label, initial, onSave, onCancel }: CorrectCellProps) {
  const [value, setValue] = useState(initial ?? '');
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onCancel();
    } else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      onSave(value);
    }
  };

  return (
    <span className={styles.edit}>
      <textarea
        ref={field}
        aria-label={`Correct ${label}`}
        rows={initial === null || initial.includes('\n') || initial.length > 60 ? 3 : 1}
        placeholder={
          initial === null ? 'The cell is longer than shown here: type its whole new text' : undefined
        }
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <span className={styles.editHint}>
        Enter keeps it, Escape leaves it as it was
        <button type="button" onClick={() => onSave(value)}>
          Keep
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </span>
    </span>
  );
}
