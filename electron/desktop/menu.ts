import { type BaseWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import { MENU, type MenuCommand } from './commands.ts';

/** Builds the application menu from the command table; `run` does a command for the window it was chosen in. */
export function setMenu(run: (command: MenuCommand, window: BaseWindow | undefined) => void): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      MENU.map((group) => ({
        label: group.label,
        submenu: [
          ...group.items.map((item) => (item === 'separator' ? SEPARATOR : menuItem(item, run))),
          ...(group.label === 'Edit' ? CLIPBOARD : []),
        ],
      })),
    ),
  );
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' };
/** Without these entries the usual keys do nothing in text fields on macOS. */
const CLIPBOARD: readonly MenuItemConstructorOptions[] = [
  SEPARATOR,
  { role: 'cut', label: 'Cut' },
  { role: 'copy', label: 'Copy' },
  { role: 'paste', label: 'Paste' },
  { role: 'selectAll', label: 'Select all' },
];

function menuItem(
  command: MenuCommand,
  run: (command: MenuCommand, window: BaseWindow | undefined) => void,
): MenuItemConstructorOptions {
  return {
    id: command.id,
    label: command.label,
    ...keys(command),
    click: (_item, window) => run(command, window),
  };
}

/**
 * The page has its own keys and knows when one belongs to the text field being typed in; there the menu only shows
 * them. macOS cannot show without taking, so there it does not.
 */
function keys({ accelerator, by }: MenuCommand): MenuItemConstructorOptions {
  if (accelerator === undefined) return {};
  if (by === 'host') return { accelerator };
  return process.platform === 'darwin' ? {} : { accelerator, registerAccelerator: false };
}
