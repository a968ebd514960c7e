import type { Handlers, HostCall } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { ownFile, sampleRequest } from '../platform/document-request.ts';
import { canonicalPath } from '../platform/open-files.ts';
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
    const open = canonicalPath(document.request().path);
    return {
      folder: displayPath(dataFolder),
      files: listPortfolioFiles(dataFolder, salt).map(({ handle, name, modifiedAt, path }) => ({
        handle,
        name,
        modifiedAt,
        isOpen: canonicalPath(path) === open,
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
