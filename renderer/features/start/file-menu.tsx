import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronUp, IconFile } from '@tabler/icons-react';
import { performCommand } from '../../app/commands.ts';
import { useStatus } from '../../app/use-call.ts';
import { fileState } from '../file/file-words.ts';
import styles from './file-menu.module.css';

/** The open file at the foot of the rail, and the ways to another one. */
export function FileMenu() {
  const status = useStatus();
  const file = status.data?.file;
  return (
    <Menu
      position="top-start"
      width="target"
      withinPortal={false}
      floatingStrategy="fixed"
      transitionProps={{ duration: 100 }}
    >
      <Menu.Target>
        <UnstyledButton className={styles.file} title={file?.location}>
          <IconFile aria-hidden="true" size="1.125rem" stroke={1.5} className={styles.icon} />
          <span className={styles.text}>
            <span className={styles.name}>{file?.name ?? 'No file open'}</span>
            <span className={styles.state}>{file ? fileState(file) : 'open one here'}</span>
          </span>
          <IconChevronUp aria-hidden="true" size="0.875rem" stroke={1.5} className={styles.chevron} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown miw="12rem">
        <Menu.Item onClick={() => performCommand('file.new')}>New portfolio…</Menu.Item>
        <Menu.Item onClick={() => performCommand('file.open')}>Open…</Menu.Item>
        <Menu.Item onClick={() => performCommand('file.sample')}>Open the sample</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
