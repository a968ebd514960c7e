import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { WITHOUT_PAGE_KEYS } from '../../../build/steps/v8-flags.mjs';

/** The repository, which is also the folder of the built app. */
export const root = resolve(import.meta.dirname, '../../..');

const START_UP_MS = 60_000;
const SHUT_DOWN_MS = 10_000;
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#code=\S+/;

/** What to start: the default portfolio of an empty home when nothing is said. */
export interface StartOptions {
  /** A `.pilotage` file to open. */
  readonly file?: string | undefined;
  /** True: the throw-away sample portfolio. */
  readonly isSample?: boolean | undefined;
  /** The moment the app's clock starts at, as `2025-01-15T09:00:00Z`; today's clock without it. */
  readonly clock?: string | undefined;
  /** An existing home to start on again; without it a new one is made, and removed by `stop`. */
  readonly home?: string | undefined;
  readonly env?: Readonly<Record<string, string>> | undefined;
}

/** Browser mode, running as a process of its own. */
export interface RunningApp {
  /** Works once: the page that opens it is signed in. */
  readonly address: string;
  /** Scheme, host and port: the only place a page may load from. */
  readonly origin: string;
  /** What PILOTAGE_HOME is for this process. */
  readonly home: string;
  /** Everything the process wrote so far. */
  readonly output: () => string;
  /** The one portfolio file in the home's folder. Throws when there are none or several. */
  readonly portfolioPath: () => string;
  /** Ends the process as Ctrl+C does and cleans up. @returns its exit code */
  readonly stop: () => Promise<number | null>;
}

/** Starts browser mode on a home of its own and waits for its address. */
export async function startApp(options: StartOptions = {}): Promise<RunningApp> {
  if (!existsSync(join(root, 'out/main/loopback.js'))) {
    throw new Error('Pilotage is not built: run "npm run build" before the end-to-end tests.');
  }
  const home = options.home ?? mkdtempSync(join(tmpdir(), 'pilotage-e2e-'));
  // With the flag it is given on the way anyhow: signals of a test reach the host itself.
  const arguments_ = [WITHOUT_PAGE_KEYS, join(root, 'build/start.mjs'), '--browser'];
  if (options.isSample) arguments_.push('--sample');
  if (options.file !== undefined) arguments_.push(options.file);
  const child = spawn(process.execPath, arguments_, {
    cwd: root,
    env: { ...process.env, ...clockEnv(options.clock), PILOTAGE_HOME: home, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const collect = (part: Buffer) => {
    output += part.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);

  const stop = async () => {
    const code = await end(child);
    if (options.home === undefined) rmSync(home, { recursive: true, force: true, maxRetries: 5 });
    return code;
  };
  try {
    const address = await addressOf(child, () => output);
    return {
      address,
      origin: new URL(address).origin,
      home,
      output: () => output,
      portfolioPath: () => onlyPortfolio(home),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function clockEnv(clock: string | undefined): Record<string, string> {
  if (clock === undefined) return {};
  const preload = pathToFileURL(join(import.meta.dirname, 'fixed-clock.mjs')).href;
  return {
    PILOTAGE_TEST_CLOCK: clock,
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${preload}`.trim(),
  };
}

function addressOf(child: ChildProcess, output: () => string): Promise<string> {
  return new Promise((done, fail) => {
    const stopWaiting = () => {
      clearTimeout(timer);
      child.stdout?.off('data', look);
      child.off('exit', onExit);
      child.off('error', onError);
    };
    const look = () => {
      const found = ADDRESS.exec(output())?.[0];
      if (found === undefined) return;
      stopWaiting();
      done(found);
    };
    const giveUp = (why: string) => {
      stopWaiting();
      fail(new Error(`Browser mode ${why}. It wrote:\n${output()}`));
    };
    const onExit = (code: number | null) => giveUp(`ended with exit code ${code} before it had an address`);
    const onError = (error: Error) => giveUp(`could not be started: ${error.message}`);
    const timer = setTimeout(() => giveUp(`printed no address within ${START_UP_MS} ms`), START_UP_MS);
    child.stdout?.on('data', look);
    child.on('exit', onExit);
    child.on('error', onError);
    look();
  });
}

async function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGKILL'), SHUT_DOWN_MS);
  await ended;
  clearTimeout(timer);
  return child.exitCode;
}

function onlyPortfolio(home: string): string {
  const folder = join(home, 'portfolios');
  const names = readdirSync(folder).filter((name) => name.endsWith('.pilotage'));
  const [name] = names;
  if (names.length !== 1 || name === undefined) {
    throw new Error(`expected one portfolio in ${folder}, found ${names.length}`);
  }
  return join(folder, name);
}
