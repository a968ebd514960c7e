import { Modal } from '@mantine/core';
import { showDialog, useShell } from '../stores/shell.ts';
import { ShortcutList } from './shortcut-list.tsx';

/** The sheet behind `?`. */
export function ShortcutSheet() {
  const isOpen = useShell((state) => state.dialog === 'shortcuts');
  return (
    <Modal opened={isOpen} onClose={() => showDialog('none')} title="Shortcuts" size="lg">
      <ShortcutList />
    </Modal>
  );
}
