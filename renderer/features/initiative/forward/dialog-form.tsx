import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import styles from './dialog-form.module.css';

interface DialogFormProps {
  readonly submitLabel: string;
  readonly isRunning: boolean;
  readonly error: ApiError | null;
  readonly onSubmit: () => void;
  readonly onCancel: () => void;
  /** Takes away what is being edited; undefined for something new. */
  readonly remove?: { readonly label: string; readonly onRemove: () => void } | undefined;
  readonly children: ReactNode;
}

/** The frame of a form in a dialog: fields, what the file answered, and the buttons in their one order. */
export function DialogForm(props: DialogFormProps) {
  const { submitLabel, isRunning, error, onSubmit, onCancel, remove, children } = props;
  const onFormSubmit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form noValidate className={styles.form} onSubmit={onFormSubmit}>
      {children}
      {error ? <ErrorNotice error={error} /> : null}
      <div className={styles.actions}>
        {remove === undefined ? null : (
          <Button color="kill" variant="outline" className={styles.remove ?? ''} onClick={remove.onRemove}>
            {remove.label}
          </Button>
        )}
        <Button onClick={onCancel}>Cancel</Button>
        <Button type="submit" variant="filled" loading={isRunning}>
          {submitLabel}
        </Button>
      </div>
    </form>
  );
}

/** Fields beside one another that belong together. */
export function FieldRow({ children }: { readonly children: ReactNode }) {
  return <div className={styles.row}>{children}</div>;
}
