import type { Handlers, HostCall } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { copyOfFile, documentKey, ownFile, sampleRequest } from '../platform/document-request.ts';
import { displayPath } from '../platform/paths.ts';
import {
  ensureDataFolder,
  freePortfolioPath,
  listPortfolioFiles,
  portfolioByHandle,
} from '../platform/portfolio-folder.ts';
import type { OpenDocument } from './open-document.ts';

/** What the host calls of browser mode work on. */
export interface BrowserHost {
  readonly document: OpenDocument;
  readonly dataFolder: string;
  readonly tempFolder: string;
  /** Makes handles of this process worthless in any other. */
  readonly salt: string;
}

/** Host calls without windows or dialogs: portfolios by handle, files as uploads and downloads. */
export const hostHandlers = {
  listPortfolios({ document, dataFolder, salt }) {
    const open = documentKey(document.request());
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
  async newPortfolio({ document, dataFolder }, { name, currency }) {
    ensureDataFolder(dataFolder);
    const path = freePortfolioPath(dataFolder, name);
    await document.swap({ ...ownFile(path), create: { name, currency } });
    return { isOpened: true };
  },
  async openPortfolio({ document, dataFolder, salt }, { handle }) {
    if (handle === undefined) {
      throw new AppError('unavailable', 'In browser mode, choose a portfolio from the list of the folder.');
    }
    await document.swap(ownFile(portfolioByHandle(dataFolder, salt, handle).path));
    return { isOpened: true };
  },
  async openCopy({ document, dataFolder, salt }, { handle }) {
    await document.swap(copyOfFile(portfolioByHandle(dataFolder, salt, handle).path));
    return { isOpened: true };
  },
  async restorePortfolio({ document }, { choice }) {
    return { keptAs: await document.restore(choice) };
  },
  chooseBackupFolder() {
    throw new AppError(
      'unavailable',
      'In browser mode, name the folder for backups before the start: PILOTAGE_BACKUPS=/path/to/folder npm start -- --browser. The desktop app asks for it in a dialog.',
    );
  },
  async openSample({ document, tempFolder }) {
    await document.swap(sampleRequest(tempFolder));
    return { isOpened: true };
  },
  pickImportFile: () => onlyOnDesktop('Choose or drop the file in the page.'),
  stageFile: () => onlyOnDesktop('Files are uploaded.'),
  saveFile: () => onlyOnDesktop('The browser saves the download.'),
  printReport: () => onlyOnDesktop("Use the browser's own print."),
} as const satisfies Handlers<HostCall, BrowserHost>;

function onlyOnDesktop(instead: string): never {
  throw new AppError('unavailable', `This is done by the desktop app only. ${instead}`);
}
