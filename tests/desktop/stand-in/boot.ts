/** The first module of the main process: reads the command line, runs the app's entry, then starts Chromium. */
import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { launchChromium } from './chromium.ts';
import { adoptTarget } from './page-target.ts';
import { runtime } from './runtime.ts';
import { defaultSession } from './session.ts';

/** How often to look whether the process that started us is still there, in milliseconds. */
const PARENT_CHECK = 1000;

const all = process.argv.slice(2);
const isDebugged = all.includes('--inspect=0');
// Electron's own switches; Playwright's loader removes them from what the real app sees, too.
const argv = all.filter((one) => !/^--(inspect(-brk)?=|remote-debugging-port=|no-sandbox$)/.test(one));
const target = resolve(argv.find((one) => !one.startsWith('-')) ?? '.');
const appFolder = statSync(target).isDirectory() ? target : dirname(target);
const manifest = JSON.parse(readFileSync(join(appFolder, 'package.json'), 'utf8'));

runtime.boot = { appFolder, manifest, argv, isDebugged };
process.argv = [process.env.STAND_IN_EXECUTABLE ?? process.execPath, ...argv];
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
Object.defineProperty(process, 'resourcesPath', { value: join(appFolder, 'resources'), enumerable: true });

const debuggerAttached = Promise.withResolvers<void>();
if (isDebugged) {
  // Playwright calls this once it is attached; no window may exist before.
  Object.assign(globalThis, { __playwright_run: () => debuggerAttached.resolve() });
  // A test runner that is killed cannot close us.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) app.exit(1);
  }, PARENT_CHECK).unref();
} else debuggerAttached.resolve();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());

// As in Electron, `ready` never comes before the entry's top level has finished.
await import(
  pathToFileURL(target === appFolder ? join(appFolder, manifest.main ?? 'index.js') : target).href
);

// Only now: a second instance must have lost the lock before it could touch the first one's profile.
if (!runtime.isQuitting) {
  const profile = join(app.getPath('userData'), 'Chromium');
  mkdirSync(profile, { recursive: true });
  const browser = launchChromium({ profile, openPort: isDebugged, appended: runtime.appendedSwitches });
  runtime.browser = browser;
  process.once('exit', () => browser.child.kill('SIGKILL'));
  browser.events.once('closed', () => {
    if (!runtime.isQuitting) process.exit(1);
  });
  browser.on('Target.attachedToTarget', adoptTarget);
  const version = await browser.send('Browser.getVersion');
  const chrome = { value: version.product.replace(/^.*\//, ''), enumerable: true };
  Object.defineProperty(process.versions, 'chrome', chrome);
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page' }, { exclude: true }],
  });
  await debuggerAttached.promise;
  // After the debugger, which sets the same thing for itself.
  await defaultSession.refuseDownloads();
  app.becomeReady();
}
