import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { RestoreChoice } from '#shared/api/schemas/file.ts';
import { canonicalPath } from './open-files.ts';
import { type AppFolders, DEFAULT_PORTFOLIO_NAME, displayPath, PORTFOLIO_EXTENSION } from './paths.ts';
import { ensureDataFolder } from './portfolio-folder.ts';

/** One document to open, and how to make it first when it is new. Plain data: it crosses a process boundary. */
export interface DocumentRequest {
  readonly path: string;
  readonly isSample: boolean;
  readonly displayLocation: string;
  /** Absent when the file is there already. */
  readonly create?: NewPortfolio | 'sample' | undefined;
  /** Only a copy of the file as it is at this moment, to read: somebody else has it. */
  readonly isCopy?: boolean | undefined;
  /** Puts this in the place of the file before it is opened. */
  readonly restore?: RestoreChoice | undefined;
}

interface NewPortfolio {
  readonly name: string;
  readonly currency: string;
}

/** Until the person chooses in the settings; the public inventories are in it. */
export const DEFAULT_CURRENCY = 'USD';

/** A document of the person's own. */
export function ownFile(path: string): DocumentRequest {
  return { path, isSample: false, displayLocation: displayPath(path) };
}

/** A copy as of now of a document that another program has, to read. */
export function copyOfFile(path: string): DocumentRequest {
  return { ...ownFile(path), isCopy: true };
}

/** One key for a document and another for a copy of it: both may be open at once. */
export function documentKey({ path, isCopy }: DocumentRequest): string {
  return `${isCopy ? 'copy' : 'file'} ${canonicalPath(path)}`;
}

/** Where the portfolio is that opens when none is named. */
export function defaultPortfolioPath(folders: AppFolders): string {
  return join(folders.data, `${DEFAULT_PORTFOLIO_NAME}${PORTFOLIO_EXTENSION}`);
}

/**
 * The portfolio that opens when none is named; the first run makes it, and its folder.
 * @throws AppError `folder_read_only` when the folder cannot be made
 */
export function defaultDocument(folders: AppFolders): DocumentRequest {
  ensureDataFolder(folders.data);
  const request = ownFile(defaultPortfolioPath(folders));
  if (existsSync(request.path)) return request;
  return { ...request, create: { name: DEFAULT_PORTFOLIO_NAME, currency: DEFAULT_CURRENCY } };
}

/** The sample as a throw-away copy in a temporary folder: it can never touch the person's file. */
export function sampleRequest(tempFolder: string): DocumentRequest {
  return {
    path: join(tempFolder, 'Sample portfolio.pilotage'),
    isSample: true,
    displayLocation: 'A throw-away copy, gone when Pilotage ends',
    create: 'sample',
  };
}
