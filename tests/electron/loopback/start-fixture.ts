// Browser mode as the start script runs it, from the sources: [page folder] [portfolio file | --sample].
import { startBrowserMode } from '#electron/loopback/main.ts';

const [pageFolder, file] = process.argv.slice(2);
const isSample = file === '--sample';
process.exitCode = await startBrowserMode({ file: isSample ? undefined : file, isSample }, pageFolder);
