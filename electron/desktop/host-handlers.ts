import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Handlers, HostCall } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import type { StagedFile } from '#shared/api/schemas/intake.ts';
import { setBackupFolder } from '../platform/backup-folder.ts';
import { copyOfFile, documentKey, ownFile, sampleRequest } from '../platform/document-request.ts';
import { newId } from '../platform/ids.ts';
import { displayPath } from '../platform/paths.ts';
import {
  ensureDataFolder,
  fileStem,
  freePortfolioPath,
  listPortfolioFiles,
  portfolioByHandle,
} from '../platform/portfolio-folder.ts';
import { writeWhole } from '../platform/private-files.ts';
import { saveFile } from '../platform/save-file.ts';
import {
  askBackupFolder,
  askFileToImport,
  askPortfolioToOpen,
  askToSave,
  askWhereToCreate,
} from './dialogs.ts';
import type { Documents, OpenWindow } from './documents.ts';
import { printPage } from './pdf.ts';

/** What a host call on the desktop works on: the window it came from, and the app around it. */
export interface DesktopHost {
  readonly opened: OpenWindow;
  readonly documents: Documents;
  readonly dataFolder: string;
  readonly profile: string;
  readonly tempFolder: string;
  readonly salt: string;
}

/** As much as browser mode takes; more would only be copied to be refused by the import itself. */
const STAGED_LIMIT = 64 * 1024 * 1024;

/** Host calls with the system's own dialogs; a new or opened portfolio gets a window of its own. */
export const hostHandlers = {
  listPortfolios({ opened, dataFolder, salt }) {
    const open = documentKey(opened.request);
    return {
      folder: displayPath(dataFolder),
      files: listPortfolioFiles(dataFolder, salt).map(({ handle, name, modifiedAt, path }) => ({
        handle,
        name,
        modifiedAt,
        isOpen: documentKey(ownFile(path)) === open,
      })),
    };
  },
  async newPortfolio({ opened, documents, dataFolder }, { name, currency }) {
    ensureDataFolder(dataFolder);
    const path = await askWhereToCreate(opened.window, freePortfolioPath(dataFolder, name));
    if (path === undefined) return { isOpened: false };
    await documents.open({ ...ownFile(path), create: { name, currency } });
    return { isOpened: true };
  },
  async openPortfolio({ opened, documents, dataFolder, salt }, { handle }) {
    const path =
      handle === undefined
        ? await askPortfolioToOpen(opened.window, dataFolder)
        : portfolioByHandle(dataFolder, salt, handle).path;
    if (path === undefined) return { isOpened: false };
    await documents.open(ownFile(path));
    return { isOpened: true };
  },
  async openCopy({ documents, dataFolder, salt }, { handle }) {
    await documents.open(copyOfFile(portfolioByHandle(dataFolder, salt, handle).path));
    return { isOpened: true };
  },
  async restorePortfolio({ opened }, { choice }) {
    return { keptAs: await opened.restore(choice) };
  },
  async chooseBackupFolder({ opened, profile }, { isDefault }) {
    const path = isDefault ? null : await askBackupFolder(opened.window);
    if (path === undefined) return { isChosen: false };
    setBackupFolder(profile, path);
    opened.emit({ type: 'changed', tables: ['backup'] });
    return { isChosen: true };
  },
  async openSample({ documents, tempFolder }) {
    await documents.open(sampleRequest(tempFolder));
    return { isOpened: true };
  },
  async pickImportFile({ opened }): Promise<StagedFile | null> {
    const path = await askFileToImport(opened.window);
    if (path === undefined) return null;
    return opened.data().stageFile(path, basename(path), sizeOf(path));
  },
  stageFile({ opened, tempFolder }, { name, bytes }) {
    if (bytes.byteLength > STAGED_LIMIT) {
      const size = Math.ceil(bytes.byteLength / 1024 / 1024);
      throw new AppError(
        'too_large',
        `"${name}" is ${size} MB; at most 64 MB can be read. Split it into smaller files. Nothing was changed.`,
        { file: name },
      );
    }
    const path = join(tempFolder, `upload-${newId()}`);
    writeWhole(path, bytes, 0o600);
    return opened.data().stageFile(path, name, bytes.byteLength);
  },
  async saveFile({ opened, dataFolder }, { name, bytes }) {
    const path = await askToSave(opened.window, 'Save', join(dataFolder, safeName(name)));
    if (path === undefined) return { isSaved: false };
    saveFile(path, bytes);
    return { isSaved: true };
  },
  async printReport({ opened, dataFolder }, { paper }) {
    const name = `${basename(opened.request.path, '.pilotage')} - board report.pdf`;
    const path = await askToSave(opened.window, 'Print the board report', join(dataFolder, safeName(name)), [
      { name: 'PDF', extensions: ['pdf'] },
    ]);
    if (path === undefined) return { isSaved: false };
    saveFile(path, await printPage(opened.window.webContents, paper));
    return { isSaved: true };
  },
} as const satisfies Handlers<HostCall, DesktopHost>;

/** @throws AppError `file_missing` when the chosen file is gone or cannot be looked at */
function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    const file = basename(path);
    throw new AppError('file_missing', `"${file}" cannot be read any more. Choose it again.`, { file });
  }
}

/** A suggested name is text from the page: only its last part, without what file names cannot hold. */
function safeName(name: string): string {
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot).replace(/[^.A-Za-z0-9]/g, '') : '';
  return `${fileStem(dot > 0 ? name.slice(0, dot) : name)}${ending}`;
}
