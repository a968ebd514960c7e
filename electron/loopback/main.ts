import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { AppError } from '#shared/api/errors.ts';
import { defaultPortfolioPath } from '../platform/document-request.ts';
import { describeHolder, readOpenFile } from '../platform/open-files.ts';
import { appFolders } from '../platform/paths.ts';
import { type BrowserMode, runBrowserMode } from './run.ts';
import { askForAddress } from './second-start.ts';

export interface BrowserModeStart {
  readonly file?: string | undefined;
  readonly isSample: boolean;
  /** Only a copy of the file as it is now, to read: another program has it. */
  readonly isCopy?: boolean | undefined;
}

/**
 * Browser mode from the terminal: opens the document, prints the one address and ends cleanly on Ctrl+C. A second
 * start on the same file prints a fresh address of the first and returns.
 * @returns the exit code when there is nothing to keep running for
 */
export async function startBrowserMode(
  start: BrowserModeStart,
  pageFolder: string = join(import.meta.dirname, '../renderer'),
): Promise<number | undefined> {
  const folders = appFolders();
  const path = start.file ?? defaultPortfolioPath(folders);
  const holder = start.isSample || start.isCopy ? undefined : readOpenFile(folders.profile, path);
  if (holder) {
    const address = await askForAddress(holder);
    if (address !== undefined) {
      print(`This portfolio is already open in ${describeHolder(holder)}. Open it there:`);
      print(`  ${address}`);
      return 0;
    }
  }
  const starting = runBrowserMode({
    folders,
    pageFolder,
    file: start.file,
    isSample: start.isSample,
    isCopy: start.isCopy,
    log: logError,
  });
  // From the first moment: a Ctrl+C while the file opens must close it too.
  endOnSignals(starting);
  try {
    announce(await starting, start.isSample);
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    process.stderr.write(`${error.message}\n`);
    if (error.code === 'file_in_use' && !start.isCopy) {
      process.stderr.write(`To read a copy of it as it is now: npm start -- --browser --copy "${path}"\n`);
    }
    return 1;
  }
}

function announce(running: BrowserMode, isSample: boolean): void {
  print('Pilotage is running. Open this address in a browser on this machine:');
  print(`  ${running.freshAddress()}`);
  if (!process.stdin.isTTY) {
    print(
      isSample ? 'It works once.' : 'It works once. Start Pilotage again on the same file for a fresh one.',
    );
    return;
  }
  print('It works once. Press Enter for a fresh one. Ctrl+C ends Pilotage.');
  const input = createInterface({ input: process.stdin });
  input.on('line', () => print(`  ${running.freshAddress()}`));
  // Nothing can be typed any more; the page is still served.
  input.on('close', () => undefined);
}

/** First signal: close the file, forget the state, exit 0. Second: leave at once. */
function endOnSignals(starting: Promise<BrowserMode>): void {
  let isEnding = false;
  const end = () => {
    if (isEnding) process.exit(130);
    isEnding = true;
    print('Closing the portfolio.');
    starting
      .then((running) => running.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logError('the portfolio was not closed cleanly', error);
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', end);
  process.on('SIGTERM', end);
  process.on('SIGHUP', end);
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function logError(message: string, error?: unknown): void {
  process.stderr.write(
    `${message}${error === undefined ? '' : `: ${error instanceof Error ? error.stack : error}`}\n`,
  );
}
