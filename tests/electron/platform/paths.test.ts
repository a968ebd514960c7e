import { describe, expect, it } from 'vitest';
import { appFolders, displayPath, type Machine } from '#electron/platform/paths.ts';

const machine = (change: Partial<Machine>): Machine => ({
  platform: 'linux',
  env: {},
  home: '/home/ada',
  readText: () => undefined,
  ...change,
});
const userDirs = (line: string) => (path: string) =>
  path === '/home/ada/.config/user-dirs.dirs' ? `# comment\n${line}\n` : undefined;

describe('appFolders()', () => {
  it.each<[string, Machine, { data: string; profile: string }]>([
    ['Linux', machine({}), { data: '/home/ada/Documents/Pilotage', profile: '/home/ada/.config/pilotage' }],
    [
      'Linux with its own configuration folder',
      machine({ env: { XDG_CONFIG_HOME: '/cfg' } }),
      { data: '/home/ada/Documents/Pilotage', profile: '/cfg/pilotage' },
    ],
    [
      'a Linux desktop in German',
      machine({ readText: userDirs('XDG_DOCUMENTS_DIR="$HOME/Dokumente"') }),
      { data: '/home/ada/Dokumente/Pilotage', profile: '/home/ada/.config/pilotage' },
    ],
    [
      'a Linux desktop without a documents folder, which it says by naming the home',
      machine({ readText: userDirs('XDG_DOCUMENTS_DIR="$HOME/"') }),
      { data: '/home/ada/Documents/Pilotage', profile: '/home/ada/.config/pilotage' },
    ],
    [
      'macOS',
      machine({ platform: 'darwin', home: '/Users/ada' }),
      { data: '/Users/ada/Documents/Pilotage', profile: '/Users/ada/Library/Application Support/Pilotage' },
    ],
    [
      'PILOTAGE_HOME, before everything else',
      machine({ env: { PILOTAGE_HOME: '/tmp/p', XDG_CONFIG_HOME: '/cfg' } }),
      { data: '/tmp/p/portfolios', profile: '/tmp/p/profile' },
    ],
  ])('are right for %s', (_what, given, expected) => {
    expect(appFolders(given)).toEqual(expected);
  });
});

describe('displayPath()', () => {
  it.each([
    ['/home/ada/Documents/a.pilotage', '~/Documents/a.pilotage'],
    ['/srv/a.pilotage', '/srv/a.pilotage'],
    ['/home/adam/a.pilotage', '/home/adam/a.pilotage'],
    ['/home/ada', '/home/ada'],
  ])('shows %s as %s', (path, shown) => {
    expect(displayPath(path, '/home/ada')).toBe(shown);
  });
});
