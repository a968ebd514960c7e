import { openSample, requestOpen } from '../features/start/file-actions.ts';
import { setPreferences, type ThemeChoice, usePreferences } from '../stores/preferences.ts';
import { showDialog } from '../stores/shell.ts';
import type { Chord } from './chord.ts';
import { explainNext } from './explain-next.ts';
import { navigate } from './hash-location.ts';
import { openPalette } from './palette/palette-state.ts';
import { performRedo, performUndo } from './undo.ts';

export interface AppCommand {
  /** Also the name the desktop menu sends. */
  readonly id: string;
  readonly label: string;
  readonly group: 'Go to' | 'Change' | 'File' | 'View';
  readonly chords: readonly Chord[];
  /** True: changes the portfolio, so it is off in the past and in a read-only file. */
  readonly writes?: boolean;
  /** Words it is also found by in the palette. */
  readonly keywords?: string;
  /** True: works while a text field has the focus, where keys otherwise belong to the text. */
  readonly worksInText?: boolean;
  readonly perform: () => void;
}

const goTo = (id: string, label: string, letter: string, digit: number): AppCommand => ({
  id: `go.${id}`,
  label,
  group: 'Go to',
  chords: [`g ${letter}`, `mod+${digit}`],
  worksInText: true,
  perform: () => navigate(`/${id}`),
});

/** The order of the themes behind the switch. */
export const NEXT_THEME: Readonly<Record<ThemeChoice, ThemeChoice>> = {
  auto: 'light',
  light: 'dark',
  dark: 'auto',
};

/** Everything that can be asked for without pointing at it: one list for keyboard, menu and shortcut sheet. */
export const COMMANDS: readonly AppCommand[] = [
  goTo('portfolio', 'Portfolio', 'p', 1),
  goTo('register', 'Register', 'r', 2),
  goTo('report', 'Board report', 'b', 3),
  goTo('import', 'Import', 'i', 4),
  goTo('settings', 'Settings', 's', 5),
  goTo('help', 'Help', 'h', 6),
  goTo('policy', 'Policy', 'o', 7),
  {
    id: 'go.months',
    label: 'Enter a month',
    group: 'Go to',
    chords: ['g m'],
    keywords: 'actuals close amounts values paste',
    perform: () => navigate('/months'),
  },
  {
    id: 'undo',
    label: 'Undo the last change',
    group: 'Change',
    chords: ['mod+z'],
    writes: true,
    perform: () => void performUndo(),
  },
  {
    id: 'redo',
    label: 'Redo',
    group: 'Change',
    chords: ['mod+shift+z', 'mod+y'],
    writes: true,
    perform: () => void performRedo(),
  },
  {
    id: 'file.new',
    label: 'New portfolio',
    group: 'File',
    chords: [],
    perform: () => showDialog('new-portfolio'),
  },
  {
    id: 'file.open',
    label: 'Open a portfolio',
    group: 'File',
    chords: ['mod+o'],
    worksInText: true,
    perform: () => void requestOpen(),
  },
  {
    id: 'file.sample',
    label: 'Open the sample portfolio',
    group: 'File',
    chords: [],
    perform: () => void openSample(),
  },
  {
    id: 'view.palette',
    label: 'Find an initiative or a command',
    group: 'View',
    chords: ['mod+k'],
    worksInText: true,
    perform: openPalette,
  },
  {
    id: 'view.discreet',
    label: 'Discreet mode: hide or show all amounts',
    group: 'View',
    chords: ['mod+shift+p'],
    worksInText: true,
    keywords: 'money privacy screen sharing',
    perform: () => setPreferences({ isDiscreet: !usePreferences.getState().isDiscreet }),
  },
  {
    id: 'view.density',
    label: 'Switch density: comfortable, compact',
    group: 'View',
    chords: [],
    keywords: 'rows spacing',
    perform: () =>
      setPreferences({
        density: usePreferences.getState().density === 'compact' ? 'comfortable' : 'compact',
      }),
  },
  {
    id: 'view.explain',
    label: 'Explain a figure of this screen',
    group: 'View',
    chords: ['e'],
    keywords: 'formula inputs number why',
    perform: explainNext,
  },
  {
    id: 'view.theme',
    label: 'Switch theme: automatic, light, dark',
    group: 'View',
    chords: ['mod+shift+l'],
    worksInText: true,
    perform: () => setPreferences({ theme: NEXT_THEME[usePreferences.getState().theme] }),
  },
  {
    id: 'help.shortcuts',
    label: 'Show the shortcuts',
    group: 'View',
    chords: ['?'],
    perform: () => showDialog('shortcuts'),
  },
];

/** Performs the command with this id; unknown ids are left alone, a newer menu may know more than this page. */
export function performCommand(id: string): void {
  COMMANDS.find((command) => command.id === id)?.perform();
}
