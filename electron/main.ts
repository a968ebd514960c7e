import { join } from 'node:path';
import { app, type BaseWindow, BrowserWindow, ipcMain } from 'electron';
import type { CallName } from '#shared/api/contract.ts';
import { AppError, type Result } from '#shared/api/errors.ts';
import type { MenuCommand } from './desktop/commands.ts';
import { askForCopy, showFailure } from './desktop/dialogs.ts';
import { createDocuments, type OpenWindow } from './desktop/documents.ts';
import { type DesktopHost, hostHandlers } from './desktop/host-handlers.ts';
import { handleCalls } from './desktop/ipc.ts';
import { setMenu } from './desktop/menu.ts';
import { PAGE_ORIGIN, pageOrigins } from './desktop/origin.ts';
import { registerPageScheme, servePage } from './desktop/protocol.ts';
import { lockDownContents, lockDownSession } from './desktop/security.ts';
import { asStartRequest, readStartRequest, type StartRequest } from './desktop/start-request.ts';
import { answer, answerHostCall, isHostCall } from './platform/answer.ts';
import { readBundle } from './platform/bundle.ts';
import {
  copyOfFile,
  type DocumentRequest,
  defaultDocument,
  ownFile,
  sampleRequest,
} from './platform/document-request.ts';
import { newSecret } from './platform/ids.ts';
import { appFolders } from './platform/paths.ts';
import { makePrivateFolder, makeTempFolder, removeTempFolder } from './platform/private-files.ts';

const folders = appFolders();
const origins = pageOrigins(app.isPackaged, process.env.ELECTRON_RENDERER_URL);
const log = (message: string, error?: unknown) => console.error(message, error ?? '');

app.enableSandbox();
registerPageScheme();
makePrivateFolder(folders.profile);
// A test gives a profile of its own on the command line.
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', folders.profile);

const request = readStartRequest(process.argv, process.cwd());
if (app.requestSingleInstanceLock({ ...request })) {
  // Not awaited: in an ES module Electron becomes ready only after this file has run to its end.
  app
    .whenReady()
    .then(() => start(request))
    .catch(fail);
} else {
  // The first instance has the request now and comes to the front.
  app.quit();
}

async function start(first: StartRequest): Promise<void> {
  const tempFolder = makeTempFolder();
  const salt = newSecret();
  const documents = createDocuments({ profile: folders.profile, startUrl: origins.start, log });
  const hostOf = (opened: OpenWindow): DesktopHost => ({
    opened,
    documents,
    dataFolder: folders.data,
    profile: folders.profile,
    tempFolder,
    salt,
  });
  const runCall = (
    opened: OpenWindow,
    name: CallName,
    input: unknown,
  ): Promise<Result<unknown>> | Result<unknown> => {
    if (isHostCall(name)) return answerHostCall(hostHandlers, hostOf(opened), log, name, input);
    return answer(name, log, () => opened.data()).then((data) =>
      data.ok ? data.value.call(name, input) : data,
    );
  };

  lockDownSession(origins);
  lockDownContents(app, origins);
  // Beside a development server there may be no built page, and none is needed.
  if (origins.start.startsWith(PAGE_ORIGIN)) servePage(readBundle(join(import.meta.dirname, '../renderer')));
  handleCalls({
    ipcMain,
    origins,
    log,
    targetOf: (sender) => {
      const opened = documents.of(sender);
      return opened && { call: async (name, input) => runCall(opened, name, input) };
    },
  });

  const openRequest = async (document: DocumentRequest) => {
    try {
      await documents.open(document);
    } catch (error) {
      const isInUse = error instanceof AppError && error.code === 'file_in_use';
      if (!isInUse || document.isCopy || document.isSample) throw error;
      if (await askForCopy(error.message)) await documents.open(copyOfFile(document.path));
      else if (documents.all().length === 0) app.quit();
    }
  };
  const open = async ({ file, isSample }: StartRequest) => {
    try {
      if (isSample) await openRequest(sampleRequest(tempFolder));
      else await openRequest(file === undefined ? defaultDocument(folders) : ownFile(file));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      showFailure(error.message);
      if (documents.all().length === 0) app.exit(1);
    }
  };
  const runCommand = (command: MenuCommand, window: BaseWindow | undefined) => {
    const opened = window instanceof BrowserWindow ? documents.of(window.webContents) : undefined;
    if (command.by === 'page') opened?.emit({ type: 'command', command: command.id });
    else void runHostCommand(command.id, opened).catch(fail);
  };
  const runHostCommand = async (id: string, opened: OpenWindow | undefined) => {
    if (id === 'quit') app.quit();
    else if (id === 'close-window') opened?.window.close();
    else if (id === 'reload') await opened?.reload();
  };
  setMenu(runCommand);

  app.on('second-instance', (_event, _argv, _folder, data) => void open(asStartRequest(data)).catch(fail));
  app.on('open-file', (event, file) => {
    event.preventDefault();
    void open({ file, isSample: false }).catch(fail);
  });
  app.on('activate', () => {
    if (documents.all().length === 0) void open({ isSample: false }).catch(fail);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    // The files are closed in their own processes; the app waits for them, then ends for good.
    event.preventDefault();
    void documents.closeAll().finally(() => {
      isClosed = true;
      removeTempFolder(tempFolder);
      app.exit(0);
    });
  });
  await open(first);
}

function fail(error: unknown): void {
  log('Pilotage failed', error);
  showFailure('Pilotage met an unexpected error. Everything saved is in the file; start it again.');
  app.exit(1);
}
