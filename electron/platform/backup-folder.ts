import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '#shared/api/errors.ts';
import { makePrivateFolder, writeWhole } from './private-files.ts';

/** Names the folder where none can be chosen in a dialog: browser mode, scripts. */
const VARIABLE = 'PILOTAGE_BACKUPS';

const stored = z.object({ version: z.literal(1), folder: z.string().refine(isAbsolute) }).strict();

export interface BackupFolder {
  readonly path: string;
  /** Pilotage's own folder on this machine; false for one the person or the administrator chose. */
  readonly isDefault: boolean;
}

/**
 * Where backups go: the folder `PILOTAGE_BACKUPS` names, else the chosen one, else `backups` in the profile, which is
 * never the folder of the portfolio. Read again for each backup, so that a choice takes effect at once. A choice that
 * cannot be read counts as none.
 */
export function findBackupFolder(profile: string, env: NodeJS.ProcessEnv = process.env): BackupFolder {
  const named = env[VARIABLE];
  if (named) return { path: resolve(named), isDefault: false };
  const chosen = readChoice(profile);
  if (chosen !== undefined) return { path: chosen, isDefault: false };
  return { path: join(profile, 'backups'), isDefault: true };
}

/** The path alone of {@link findBackupFolder}. */
export function backupFolder(profile: string, env: NodeJS.ProcessEnv = process.env): string {
  return findBackupFolder(profile, env).path;
}

/**
 * Chooses the folder for backups on this machine; null goes back to Pilotage's own. Backups that exist stay where they
 * are. The folder is tried out before it is chosen.
 * @throws AppError folder_read_only when the folder, or the profile that keeps the choice, cannot be written to
 */
export function setBackupFolder(profile: string, path: string | null): void {
  if (path !== null) tryOut(path);
  const file = choiceFile(profile);
  try {
    makePrivateFolder(profile);
    if (path === null) rmSync(file, { force: true });
    else writeWhole(file, JSON.stringify({ version: 1, folder: resolve(path) }), 0o600);
  } catch (error) {
    throw new AppError(
      'folder_read_only',
      `The choice could not be kept, so backups go where they went before: Pilotage's own folder on this machine cannot be written to (${codeOf(error)}).`,
    );
  }
}

function choiceFile(profile: string): string {
  return join(profile, 'backups.json');
}

function readChoice(profile: string): string | undefined {
  try {
    return stored.parse(JSON.parse(readFileSync(choiceFile(profile), 'utf8'))).folder;
  } catch {
    return undefined;
  }
}

/** Rights alone do not tell on Windows and on shares: a folder is really made and removed. */
function tryOut(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.R_OK);
    rmdirSync(mkdtempSync(join(path, '.pilotage-')));
  } catch (error) {
    throw new AppError(
      'folder_read_only',
      `Backups cannot go into this folder (${codeOf(error)}), so they go where they went before. Choose another one.`,
    );
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? 'unknown error';
}
