import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/api/errors.ts';
import { PORTFOLIO_EXTENSION } from './paths.ts';

export interface PortfolioFile {
  /** What the page gets instead of the path. Worthless outside this process. */
  readonly handle: string;
  readonly path: string;
  readonly name: string;
  readonly modifiedAt: string;
}

/** The portfolios in the data folder, newest first. `salt` is this process's own, so that handles cannot be computed. */
export function listPortfolioFiles(folder: string, salt: string): readonly PortfolioFile[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(PORTFOLIO_EXTENSION))
    .map((entry) => {
      const path = join(folder, entry.name);
      return {
        handle: createHash('sha256').update(`${salt}\0${path}`).digest('base64url').slice(0, 32),
        path,
        name: entry.name.slice(0, -PORTFOLIO_EXTENSION.length),
        modifiedAt: statSync(path).mtime.toISOString(),
      };
    })
    .sort((a, b) => b.modifiedAt.localeCompare(a.modifiedAt) || a.name.localeCompare(b.name));
}

/** @throws AppError `file_missing` when the handle names no file of the folder (any more) */
export function portfolioByHandle(folder: string, salt: string, handle: string): PortfolioFile {
  const found = listPortfolioFiles(folder, salt).find((file) => file.handle === handle);
  if (!found) {
    throw new AppError('file_missing', 'This portfolio is no longer in the folder. Choose another one.');
  }
  return found;
}

/** Makes the data folder. @throws AppError `folder_read_only` when that is not allowed */
export function ensureDataFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown error';
    throw new AppError(
      'folder_read_only',
      `The folder for portfolios cannot be made (${code}). Give write access to it, or start with another home folder in PILOTAGE_HOME.`,
    );
  }
}

/** A path in `folder` for a portfolio called `name` that no file has yet. */
export function freePortfolioPath(folder: string, name: string): string {
  const stem = fileStem(name);
  for (let count = 1; ; count += 1) {
    const path = join(folder, `${count === 1 ? stem : `${stem} ${count}`}${PORTFOLIO_EXTENSION}`);
    if (!existsSync(path)) return path;
  }
}

/** A file name every system accepts: no separators, reserved characters, device names or dots at the ends. */
export function fileStem(name: string): string {
  const plain = name
    .normalize('NFC')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not reach a file name
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  // By character, so that none is cut in half; 50 of four bytes each still leave room for the endings SQLite adds.
  const short = [...plain].slice(0, 50).join('').trim();
  if (short === '') return 'Portfolio';
  return /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i.test(short) ? `${short} portfolio` : short;
}
