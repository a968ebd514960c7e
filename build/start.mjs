// `npm start`: the desktop app where it can run, else browser mode with one line why.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { readArguments, USAGE } from './steps/arguments.mjs';
import { fetchElectron, findElectron, whyNoDesktop } from './steps/electron-binary.mjs';
import { findNode } from './steps/node.mjs';
import { runMain, SetUpError, say } from './steps/say.mjs';
import { WITHOUT_PAGE_KEYS } from './steps/v8-flags.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
/** A window that lives this long has opened; an earlier end means Electron cannot start here. */
const START_UP_MS = 10_000;

await runMain(async () => {
  // npm changes to the project's folder; a relative file is meant from where the command was typed.
  const wanted = readArguments(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd());
  if (wanted.isHelp) {
    say(USAGE);
    return 0;
  }
  const node = findNode(root);
  const arguments_ = process.argv.slice(1);
  if (Number(process.versions.node.split('.')[0]) < 24) return pass(spawnHere(node, arguments_));
  if (!existsSync(join(root, 'out/main/main.js'))) {
    throw new SetUpError(
      'Pilotage is not built yet. Start it with "npm start", or run "npm run build" first.',
    );
  }
  if (!wanted.isBrowser) {
    const code = await startDesktop(node, wanted);
    if (code !== undefined) return code;
  }
  // The host of browser mode is this process, and flags are for its beginning. Node 20 would not know this one.
  if (!process.execArgv.includes(WITHOUT_PAGE_KEYS)) {
    return pass(spawnHere(process.execPath, [WITHOUT_PAGE_KEYS, ...browserArguments(arguments_)]));
  }
  return startBrowser(wanted);
});

/** The desktop app was tried, if it was to be. */
function browserArguments(arguments_) {
  return [...new Set([...arguments_, '--browser'])];
}

/** @returns the app's exit code, or undefined when browser mode must take over */
async function startDesktop(node, wanted) {
  const obstacle = whyNoDesktop();
  if (obstacle) return instead(`The desktop app cannot open here: ${obstacle}.`);
  const electron = findElectron(root) ?? (await fetchElectron(root, node));
  if (!electron) return instead("Electron's binary is not here and could not be fetched.");
  const startedAt = performance.now();
  const arguments_ = [root, ...(wanted.isSample ? ['--sample'] : []), ...(wanted.file ? [wanted.file] : [])];
  const code = await pass(spawnHere(electron, arguments_));
  if (code === 0 || performance.now() - startedAt > START_UP_MS) return code;
  return instead(`The desktop app ended at once (exit code ${code}).`);
}

async function startBrowser(wanted) {
  // A variable keeps this out of type checks and bundles: the file exists only after a build.
  const built = pathToFileURL(join(root, 'out/main/loopback.js')).href;
  const { startBrowserMode } = await import(built);
  return startBrowserMode({ file: wanted.file, isSample: wanted.isSample, isCopy: wanted.isCopy });
}

function instead(reason) {
  say(`${reason} Starting browser mode instead.`);
  return undefined;
}

function spawnHere(command, arguments_) {
  const env = { ...process.env };
  // Set by some tools; it would turn Electron into plain Node.
  delete env.ELECTRON_RUN_AS_NODE;
  return spawn(command, arguments_, { stdio: 'inherit', env });
}

/** Waits for a child; Ctrl+C reaches it directly, and it decides how to end. */
function pass(child) {
  const ignore = () => undefined;
  const forward = () => child.kill('SIGTERM');
  process.on('SIGINT', ignore);
  process.on('SIGTERM', forward);
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('exit', (code, signal) => done(code ?? (signal ? 1 : 0)));
  }).finally(() => {
    process.off('SIGINT', ignore);
    process.off('SIGTERM', forward);
  });
}
