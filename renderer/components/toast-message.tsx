import { Button } from '@mantine/core';
import styles from './toast-message.module.css';

interface ToastMessageProps {
  readonly message: string;
  readonly actionLabel: string;
  readonly onAction: () => void;
}

/** The content of a toast: what was done and the way back. */
export function ToastMessage({ message, actionLabel, onAction }: ToastMessageProps) {
  return (
    <div className={styles.toast}>
      <span>{message}</span>
      <Button onClick={onAction}>{actionLabel}</Button>
    </div>
  );
}
