import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { CdpConnection } from './cdp.ts';

const SWITCHES = [
  '--headless=new',
  '--no-sandbox',
  '--no-startup-window',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-default-apps',
  '--disable-sync',
  '--disable-component-update',
  '--disable-background-networking',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-back-forward-cache',
  '--disable-popup-blocking',
  '--disable-search-engine-choice-screen',
  '--disable-features=Translate,OptimizationHints,MediaRouter,HttpsUpgrades',
  '--password-store=basic',
  '--use-mock-keychain',
  '--force-color-profile=srgb',
  // Nothing the app does in a test can reach the network.
  '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost',
  '--remote-debugging-pipe',
];

/**
 * Starts the one Chromium of this app, without a window. With `openPort` it also listens for a second
 * debugger, Playwright, and the line that announces the port is passed on to our standard error.
 */
export function launchChromium(options: {
  readonly profile: string;
  readonly openPort: boolean;
  readonly appended: ReadonlyMap<string, string>;
}): CdpConnection {
  const appended = Array.from(options.appended, ([name, value]) =>
    value ? `--${name}=${value}` : `--${name}`,
  );
  const child = spawn(
    process.env.PILOTAGE_CHROMIUM || '/usr/bin/chromium',
    [
      ...SWITCHES,
      ...(options.openPort ? ['--remote-debugging-port=0'] : []),
      `--user-data-dir=${options.profile}`,
      ...appended,
    ],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] },
  );
  child.once('error', (error) => {
    process.stderr.write(
      `stand-in: Chromium did not start: ${error.message}. Set PILOTAGE_CHROMIUM to its path.\n`,
    );
  });
  createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (line) => {
    if (line.startsWith('DevTools listening') || process.env.STAND_IN_VERBOSE)
      process.stderr.write(`${line}\n`);
  });
  return new CdpConnection(child);
}
