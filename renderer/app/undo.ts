import { notifications } from '@mantine/notifications';
import { createElement } from 'react';
import { ToastMessage } from '../components/toast-message.tsx';
import { showProblem } from '../stores/shell.ts';
import { call } from './use-call.ts';

const TOAST_ID = 'undoable';

/** Only what succeeded and can be taken back is announced; failures are shown where they were caused. */
function toast(message: string, actionLabel: string, onAction: () => void): void {
  notifications.hide(TOAST_ID);
  notifications.show({
    id: TOAST_ID,
    // Good news waits until a screen reader has finished its sentence; an alert would cut in.
    role: 'status',
    withBorder: true,
    color: 'ink',
    message: createElement(ToastMessage, {
      message,
      actionLabel,
      onAction: () => {
        notifications.hide(TOAST_ID);
        onAction();
      },
    }),
  });
}

/** Says that a change of the data is done and offers to take it back: "Closed March 2026 for Claims triage". */
export function announceDone(message: string): void {
  toast(message, 'Undo', () => void performUndo());
}

/** Takes back the last change of the data; a step that must stand says so where a failed command does. */
export async function performUndo(): Promise<void> {
  const result = await call('undo', {});
  if (!result.ok) return showProblem(result.error, 'Not undone');
  if (result.value.undone) toast(`Undone: ${result.value.undone.label}`, 'Redo', () => void performRedo());
}

/** Brings back what was last taken back. */
export async function performRedo(): Promise<void> {
  const result = await call('redo', {});
  if (!result.ok) return showProblem(result.error, 'Not redone');
  if (result.value.redone) toast(`Redone: ${result.value.redone.label}`, 'Undo', () => void performUndo());
}
