// Browser mode as the start script runs it, from the sources: [page folder] [portfolio file | --sample | --copy FILE].
import { startBrowserMode } from '#electron/loopback/main.ts';

const [pageFolder, first, second] = process.argv.slice(2);
const isSample = first === '--sample';
const isCopy = first === '--copy';
const file = isCopy ? second : isSample ? undefined : first;
process.exitCode = await startBrowserMode({ file, isSample, isCopy }, pageFolder);
