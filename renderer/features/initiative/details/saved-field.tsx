import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { type FieldValue, fieldText, readField } from './field-value.ts';
import type { FieldKind } from './initiative-fields.ts';

interface SavedFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly kind: FieldKind;
  readonly value: FieldValue;
  /** Keeps the value; answers what went wrong in words, or null. */
  readonly onSave: (value: FieldValue) => Promise<string | null>;
}

/**
 * A field that keeps itself: text when it is left or Enter is pressed, choices and dates at once. Escape gives back
 * what is stored. What cannot be kept stays in the field with its reason.
 */
export function SavedField({ label, hint, kind, value, onSave }: SavedFieldProps) {
  const stored = fieldText(kind, value);
  /** null: nothing unsaved, the field shows what is stored, also when it changes elsewhere. */
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  const save = async (text: string) => {
    if (text === stored) {
      setDraft(null);
      setProblem(null);
      return;
    }
    const read = readField(kind, label, text);
    if (!read.ok) return setProblem(read.text);
    if (read.value === value || (read.value === '' && value === '')) {
      setDraft(null);
      setProblem(null);
      return;
    }
    const failure = await onSave(read.value);
    setProblem(failure);
    // A newer draft may have begun while this one was being kept.
    if (failure === null) setDraft((now) => (now === text ? null : now));
  };

  const common = {
    label,
    description: hint,
    value: draft ?? stored,
    error: problem,
    onKeyDown: (event: KeyboardEvent<HTMLElement>) => {
      if (event.key === 'Escape' && draft !== null) {
        event.stopPropagation();
        setDraft(null);
        setProblem(null);
      } else if (event.key === 'Enter' && kind.type !== 'long' && kind.type !== 'choice') {
        void save(draft ?? stored);
      }
    },
    onBlur: () => {
      if (draft !== null) void save(draft);
    },
  };
  const onChange = (text: string) => {
    setDraft(text);
    setProblem(null);
  };

  if (kind.type === 'choice') {
    return (
      <NativeSelect
        {...common}
        data={[...kind.options]}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          void save(event.currentTarget.value);
        }}
      />
    );
  }
  if (kind.type === 'long') {
    return (
      <Textarea
        {...common}
        autosize
        minRows={1}
        maxRows={8}
        maxLength={kind.maxLength}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  }
  return (
    <TextInput
      {...common}
      type={kind.type === 'date' ? 'date' : 'text'}
      inputMode={kind.type === 'number' || kind.type === 'percent' ? 'decimal' : undefined}
      maxLength={kind.type === 'text' ? kind.maxLength : 60}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
