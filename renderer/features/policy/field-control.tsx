import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { PolicyField } from '#shared/policy/policy-field.ts';
import { fieldId } from './field-rows.ts';
import styles from './policy.module.css';
import { stepped } from './policy-draft.ts';

export interface FieldControlProps {
  readonly field: PolicyField;
  readonly text: string;
  readonly problem: string | undefined;
  /** Where the problem of the whole family is said; undefined when it has none. */
  readonly familyProblemId: string | undefined;
  readonly isReadOnly: boolean;
  readonly onText: (path: string, text: string) => void;
  /** Escape: what is in force stands in the field again. */
  readonly onReset: (path: string) => void;
}

/** The parts stand in the row's own line, so that a problem has the whole width below it. */
const CLASSES = {
  root: styles.control ?? '',
  wrapper: styles.box ?? '',
  error: styles.problem ?? '',
};

/** The control of one field: a number, a choice or a text. Arrow keys step a number, Escape takes the edit back. */
export function FieldControl(props: FieldControlProps) {
  const { field, text, problem, familyProblemId, isReadOnly, onText, onReset } = props;
  const common = {
    id: fieldId(field.path),
    'aria-label': label(field),
    ...(familyProblemId === undefined ? {} : { 'aria-errormessage': familyProblemId }),
    classNames: CLASSES,
    value: text,
    error: problem ?? familyProblemId !== undefined,
    disabled: isReadOnly,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Escape') {
        event.stopPropagation();
        onReset(field.path);
      }
      if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
      const next = stepped(field.path, text, event.key === 'ArrowUp' ? 1 : -1);
      if (next === null) return;
      event.preventDefault();
      onText(field.path, next);
    },
  };
  if (field.type === 'choice') {
    return (
      <NativeSelect
        {...common}
        data={field.options.map(({ value, name }) => ({ value, label: name }))}
        onChange={(event) => onText(field.path, event.currentTarget.value)}
      />
    );
  }
  if (field.type === 'text') {
    return (
      <Textarea
        {...common}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={field.maxLength}
        onChange={(event) => onText(field.path, event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      inputMode="decimal"
      autoComplete="off"
      maxLength={20}
      onChange={(event) => onText(field.path, event.currentTarget.value)}
    />
  );
}

/** The name by which the control is announced, with the unit the page shows beside it. */
function label(field: PolicyField): string {
  return field.type === 'number' ? `${field.name}, ${field.unit}` : field.name;
}
