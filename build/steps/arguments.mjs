import { resolve } from 'node:path';
import { SetUpError } from './say.mjs';

export const USAGE = `npm start                        opens your portfolio in the desktop app
npm start -- FILE.pilotage       opens that file
npm start -- --sample            opens a throw-away copy of the sample portfolio
npm start -- --browser           the same in a browser on this machine, for machines without a desktop app
npm start -- --browser --copy FILE.pilotage   opens a copy as of now, to read, when another program has the file`;

/** Reads the arguments of `npm start`. `folder` is where the person typed the command. */
export function readArguments(argv, folder) {
  const wanted = { isBrowser: false, isSample: false, isCopy: false, isHelp: false, file: undefined };
  for (const argument of argv) {
    if (argument === '--browser') wanted.isBrowser = true;
    else if (argument === '--sample') wanted.isSample = true;
    else if (argument === '--copy') wanted.isCopy = true;
    else if (argument === '--help' || argument === '-h') wanted.isHelp = true;
    else if (argument.startsWith('-')) throw new SetUpError(`There is no option ${argument}.\n${USAGE}`);
    else if (!argument.endsWith('.pilotage')) {
      throw new SetUpError(
        `"${argument}" does not end in .pilotage. Spreadsheets are imported inside Pilotage.`,
      );
    } else if (wanted.file !== undefined) throw new SetUpError('Name one file at a time.');
    else wanted.file = resolve(folder, argument);
  }
  if (wanted.isSample && wanted.file !== undefined) {
    throw new SetUpError('Choose either the sample or a file.');
  }
  if (wanted.isCopy && (!wanted.isBrowser || wanted.isSample)) {
    throw new SetUpError(
      '--copy goes with --browser and a file. The desktop app offers a copy by itself when another program has the file.',
    );
  }
  return wanted;
}
