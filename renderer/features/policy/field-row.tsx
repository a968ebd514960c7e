import { memo } from 'react';
import { shownValue, valueText } from '#shared/policy/field-text.ts';
import type { PolicyField } from '#shared/policy/policy-field.ts';
import { FieldControl } from './field-control.tsx';
import styles from './policy.module.css';

export interface FieldRowProps {
  readonly field: PolicyField;
  readonly text: string;
  /** The text of the policy in force. */
  readonly storedText: string;
  readonly problem: string | undefined;
  /** Where the family's own problem is said; undefined when it has none. */
  readonly familyProblemId: string | undefined;
  readonly isReadOnly: boolean;
  /** How many rows the reason stands beside; 0: it stands elsewhere. */
  readonly reasonRows: number;
  readonly onText: (path: string, text: string) => void;
  readonly onReset: (path: string) => void;
}

/** One field: name, value with unit, its default and the way back to it, the reason. */
export const FieldRow = memo(function FieldRow(props: FieldRowProps) {
  const { field, text, storedText, reasonRows, isReadOnly, onText } = props;
  const isChanged = text !== storedText;
  return (
    <tr data-changed={isChanged || undefined}>
      <th scope="row" className={styles.name} data-member={field.family !== null || undefined}>
        {field.label}
        {isChanged ? <span className={styles.mark}>changed</span> : null}
      </th>
      <td>
        <div className={styles.value} data-type={field.type}>
          <FieldControl
            field={field}
            text={text}
            problem={props.problem}
            familyProblemId={props.familyProblemId}
            isReadOnly={isReadOnly}
            onText={onText}
            onReset={props.onReset}
          />
          {field.type === 'number' ? <span className={styles.unit}>{field.unit}</span> : null}
          <FieldDefault field={field} text={text} isReadOnly={isReadOnly} onText={onText} />
        </div>
      </td>
      {reasonRows === 0 ? null : (
        <td rowSpan={reasonRows} className={styles.reason}>
          {field.reason} <span className={styles.source}>Methodology {field.source}</span>
        </td>
      )}
    </tr>
  );
});

type FieldDefaultProps = Pick<FieldRowProps, 'field' | 'text' | 'isReadOnly' | 'onText'>;

/** Says that the field shows its default, or what that would be, with the button that restores it. */
function FieldDefault({ field, text, isReadOnly, onText }: FieldDefaultProps) {
  const defaultText = valueText(field, field.default);
  if (text === defaultText) {
    return field.type === 'text' ? null : <p className={styles.default}>default</p>;
  }
  return (
    <p className={styles.default} data-other>
      {field.type === 'text' ? null : <span>default {shownValue(field, field.default)}</span>}
      <button
        type="button"
        className={styles.restore}
        disabled={isReadOnly}
        onClick={() => onText(field.path, defaultText)}
      >
        Restore<span className="visually-hidden"> the default of {field.name}</span>
      </button>
    </p>
  );
}
