import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, relative, resolve, sep } from 'node:path';

/** The two folders Pilotage uses on a machine. */
export interface AppFolders {
  /** Where new portfolios are made and listed: the person's own folder, to see, copy and mail from. */
  readonly data: string;
  /** What belongs to the app on this machine and is nobody's document: window state, which files are open. */
  readonly profile: string;
}

export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Text of a small configuration file, or undefined when there is none. */
  readonly readText: (path: string) => string | undefined;
}

export const DEFAULT_PORTFOLIO_NAME = 'My portfolio';
export const PORTFOLIO_EXTENSION = '.pilotage';

/**
 * Where data and profile live. Both hosts use this one rule, so that the desktop app and browser mode see the same
 * portfolios. `PILOTAGE_HOME` puts both under one folder.
 */
export function appFolders(machine: Machine = thisMachine()): AppFolders {
  const { env } = machine;
  if (env.PILOTAGE_HOME) {
    const base = resolve(env.PILOTAGE_HOME);
    return { data: join(base, 'portfolios'), profile: join(base, 'profile') };
  }
  return { data: join(documentsFolder(machine), 'Pilotage'), profile: profileFolder(machine) };
}

/** A path as the person knows it: the home folder shortened to `~`. */
export function displayPath(path: string, home = homedir()): string {
  const inside = relative(home, path);
  return inside === '' || inside.startsWith('..') || resolve(inside) === inside ? path : `~${sep}${inside}`;
}

function thisMachine(): Machine {
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    readText: (path) => {
      try {
        return readFileSync(path, 'utf8');
      } catch {
        return undefined;
      }
    },
  };
}

function documentsFolder({ platform, env, home, readText }: Machine): string {
  if (platform === 'linux') {
    // Desktops translate the folder's name ("Dokumente") and write it here.
    const config = env.XDG_CONFIG_HOME || join(home, '.config');
    const line = /^XDG_DOCUMENTS_DIR="(.*)"$/m.exec(readText(join(config, 'user-dirs.dirs')) ?? '');
    const named = line?.[1]?.replace(/^\$HOME(?=\/|$)/, home);
    if (named?.startsWith('/') && resolve(named) !== resolve(home)) return named;
  }
  return join(home, 'Documents');
}

function profileFolder({ platform, env, home }: Machine): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Pilotage');
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Pilotage');
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'pilotage');
}
