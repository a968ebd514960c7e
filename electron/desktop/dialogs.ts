import { type BrowserWindow, dialog } from 'electron';
import { PORTFOLIO_EXTENSION } from '../platform/paths.ts';

const PORTFOLIOS = { name: 'Pilotage portfolio', extensions: [PORTFOLIO_EXTENSION.slice(1)] };

/** Asks which portfolio to open; undefined when cancelled. */
export function askPortfolioToOpen(window: BrowserWindow, folder: string): Promise<string | undefined> {
  return askToOpen(window, 'Open a portfolio', folder, [PORTFOLIOS]);
}

/** Asks which spreadsheet to import; undefined when cancelled. */
export function askFileToImport(window: BrowserWindow): Promise<string | undefined> {
  return askToOpen(window, 'Import initiatives', undefined, [
    { name: 'Spreadsheets (CSV, XLSX)', extensions: ['csv', 'tsv', 'txt', 'xlsx'] },
    { name: 'All files', extensions: ['*'] },
  ]);
}

/** Asks where a new portfolio goes; the name gets its ending when the person left it out. */
export async function askWhereToCreate(
  window: BrowserWindow,
  suggestion: string,
): Promise<string | undefined> {
  const path = await askToSave(window, 'New portfolio', suggestion, [PORTFOLIOS]);
  if (path === undefined) return undefined;
  return path.endsWith(PORTFOLIO_EXTENSION) ? path : `${path}${PORTFOLIO_EXTENSION}`;
}

/** Asks where an export goes; undefined when cancelled. */
export async function askToSave(
  window: BrowserWindow,
  title: string,
  suggestion: string,
  filters: Electron.FileFilter[] = [],
): Promise<string | undefined> {
  const answer = await dialog.showSaveDialog(window, {
    title,
    defaultPath: suggestion,
    filters,
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  return answer.canceled || answer.filePath === '' ? undefined : answer.filePath;
}

/** Asks for a folder for backups; undefined when cancelled. */
export async function askBackupFolder(window: BrowserWindow): Promise<string | undefined> {
  const answer = await dialog.showOpenDialog(window, {
    title: 'Folder for backups',
    properties: ['openDirectory', 'createDirectory'],
  });
  return answer.canceled ? undefined : answer.filePaths[0];
}

/** Says who has the file, and asks whether a copy of it is to be opened for reading. */
export async function askForCopy(message: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'question',
    title: 'Pilotage',
    message,
    detail: 'A copy shows the portfolio as it is at this moment. It cannot be changed.',
    buttons: ['Open a copy to read', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

/** Says that something failed which no page can show, because there is none. */
export function showFailure(message: string): void {
  dialog.showErrorBox('Pilotage', message);
}

async function askToOpen(
  window: BrowserWindow,
  title: string,
  folder: string | undefined,
  filters: Electron.FileFilter[],
): Promise<string | undefined> {
  const answer = await dialog.showOpenDialog(window, {
    title,
    ...(folder === undefined ? {} : { defaultPath: folder }),
    filters,
    properties: ['openFile'],
  });
  return answer.canceled ? undefined : answer.filePaths[0];
}
