/**
 * The commands of the menu, as data. `page` commands carry the ids of the page's own command list and are sent there;
 * `host` commands are done by the app itself.
 */
export interface MenuCommand {
  readonly id: string;
  readonly label: string;
  readonly accelerator?: string;
  readonly by: 'page' | 'host';
}

export interface MenuGroup {
  readonly label: string;
  readonly items: readonly (MenuCommand | 'separator')[];
}

const page = (id: string, label: string, accelerator?: string): MenuCommand => ({
  id,
  label,
  by: 'page',
  ...(accelerator ? { accelerator } : {}),
});
const host = (id: string, label: string, accelerator?: string): MenuCommand => ({
  id,
  label,
  by: 'host',
  ...(accelerator ? { accelerator } : {}),
});

export const MENU: readonly MenuGroup[] = [
  {
    label: 'File',
    items: [
      page('file.new', 'New portfolio…'),
      page('file.open', 'Open…', 'CmdOrCtrl+O'),
      page('file.sample', 'Open the sample portfolio'),
      'separator',
      page('go.import', 'Import…', 'CmdOrCtrl+4'),
      page('go.register', 'Export the register…'),
      page('go.report', 'Print the board report…'),
      'separator',
      host('close-window', 'Close window', 'CmdOrCtrl+W'),
      host('quit', 'Quit Pilotage', 'CmdOrCtrl+Q'),
    ],
  },
  {
    label: 'Edit',
    items: [page('undo', 'Undo', 'CmdOrCtrl+Z'), page('redo', 'Redo', 'CmdOrCtrl+Shift+Z')],
  },
  {
    label: 'View',
    items: [
      page('go.portfolio', 'Portfolio', 'CmdOrCtrl+1'),
      page('go.register', 'Register', 'CmdOrCtrl+2'),
      page('go.report', 'Board report', 'CmdOrCtrl+3'),
      page('go.settings', 'Settings', 'CmdOrCtrl+5'),
      'separator',
      page('view.palette', 'Find an initiative or a command…', 'CmdOrCtrl+K'),
      page('view.discreet', 'Discreet mode: hide or show all amounts', 'CmdOrCtrl+Shift+P'),
      page('view.theme', 'Switch theme: automatic, light, dark', 'CmdOrCtrl+Shift+L'),
      host('reload', 'Reload', 'CmdOrCtrl+R'),
    ],
  },
  {
    label: 'Help',
    items: [page('go.help', 'Help', 'CmdOrCtrl+6'), page('help.shortcuts', 'Shortcuts')],
  },
];

/** Every command of the menu, flat. */
export function menuCommands(): readonly MenuCommand[] {
  return MENU.flatMap((group) => group.items.filter((item) => item !== 'separator'));
}
