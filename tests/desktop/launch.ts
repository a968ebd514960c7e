import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { _electron, chromium, type ElectronApplication } from '@playwright/test';

/** The repository, which is also the folder of the built app. */
const root = resolve(import.meta.dirname, '../..');
const standIn = join(import.meta.dirname, 'stand-in/electron');

/**
 * Electron's own binary when it is on this machine. The package writes path.txt when it has unpacked it;
 * asking the package itself (`require('electron')`) would start a download.
 */
function realElectron(): string | undefined {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return undefined;
  const binary = join(folder, 'dist', readFileSync(note, 'utf8').trim());
  return existsSync(binary) ? binary : undefined;
}

function chooseBackend(): { readonly backend: 'electron' | 'stand-in'; readonly reason: string } {
  const wanted = process.env.DESKTOP_BACKEND;
  if (wanted === 'electron' || wanted === 'stand-in')
    return { backend: wanted, reason: 'DESKTOP_BACKEND says so' };
  if (wanted) throw new Error(`DESKTOP_BACKEND is '${wanted}'; it must be 'electron' or 'stand-in'.`);
  if (!realElectron()) return { backend: 'stand-in', reason: "Electron's binary is not installed" };
  const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasDisplay) return { backend: 'stand-in', reason: 'there is no display for the real Electron' };
  return { backend: 'electron', reason: "Electron's binary is installed" };
}

/** Which of the two runs the app, and why. */
export const { backend, reason: backendReason } = chooseBackend();

function requireElectron(): string {
  const binary = realElectron();
  if (!binary) throw new Error("DESKTOP_BACKEND is 'electron', but Electron's binary is not installed.");
  return binary;
}

/** The program that runs the app, for a test that starts a second instance by itself. */
export const executable = backend === 'stand-in' ? standIn : requireElectron();

/** Environment that `executable` needs besides the own one. */
export const executableEnv: Readonly<Record<string, string>> = {
  PILOTAGE_NODE: process.execPath,
  PILOTAGE_CHROMIUM: findChromium(),
};

function findChromium(): string {
  const given = process.env.PILOTAGE_CHROMIUM;
  if (given) return given;
  const system = '/usr/bin/chromium';
  return existsSync(system) ? system : chromium.executablePath();
}

/** How to start the app. */
export interface LaunchOptions {
  /** Folder with the app's package.json; the repository by default. */
  readonly appFolder?: string;
  /** Command line after the app folder, such as a file to open. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A profile to keep; without it the launch makes an empty one and `close` removes it. */
  readonly userData?: string;
}

/** A running app. */
export interface Desktop {
  readonly app: ElectronApplication;
  readonly userData: string;
  /** Ends the app, if it has not ended by itself, and removes the profile that the launch made. */
  close(): Promise<void>;
}

/** Starts the app with a profile of its own and waits until Playwright drives it. */
export async function launchDesktop(options: LaunchOptions = {}): Promise<Desktop> {
  const { appFolder = root, args = [], env = {} } = options;
  const userData = options.userData ?? mkdtempSync(join(tmpdir(), 'pilotage-desktop-'));
  const clean = () => {
    if (options.userData === undefined) rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
  };
  let app: ElectronApplication;
  try {
    app = await _electron.launch({
      // Playwright finds the real Electron itself, and prepares it better than it does a named program.
      ...(backend === 'stand-in' ? { executablePath: executable } : {}),
      args: [appFolder, `--user-data-dir=${userData}`, ...args],
      cwd: root,
      // The app's own choice of light or dark must show.
      colorScheme: null,
      env: { ...ownEnvironment(), ...executableEnv, ...env },
    });
  } catch (error) {
    clean();
    throw error;
  }
  const close = async () => {
    await app.close();
    clean();
  };
  return { app, userData, close };
}

function ownEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** The dialogs a test can answer. */
export type DialogMethod = 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox' | 'showErrorBox';
/** A dialog the app opened, with the options it gave. */
export interface DialogCall {
  readonly method: DialogMethod;
  readonly options: unknown;
}

/** From now on the dialog answers `value` at once, such as `{ canceled: false, filePaths: ['/a.csv'] }`. */
export async function answerDialog(
  app: ElectronApplication,
  method: DialogMethod,
  value: unknown,
): Promise<void> {
  await app.evaluate(
    ({ dialog }, given) => {
      const shared = globalThis as { dialogCalls?: { method: string; options: unknown }[] };
      shared.dialogCalls ??= [];
      const calls = shared.dialogCalls;
      // The window comes first when there is one. An error box has two texts instead of options.
      const answer = (...args: unknown[]) => {
        calls.push({ method: given.method, options: given.method === 'showErrorBox' ? args : args.at(-1) });
        return given.method === 'showErrorBox' ? undefined : Promise.resolve(given.value);
      };
      Object.assign(dialog, { [given.method]: answer });
    },
    { method, value },
  );
}

/** The answered dialogs so far, oldest first. */
export async function dialogCalls(app: ElectronApplication): Promise<readonly DialogCall[]> {
  return app.evaluate(() => (globalThis as { dialogCalls?: DialogCall[] }).dialogCalls ?? []);
}

/** Clicks an item of the application menu. Fails when there is none, or when a user could not click it. */
export async function clickMenu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ BrowserWindow, Menu }, wanted) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById(wanted);
    if (!item) throw new Error(`The application menu has no item '${wanted}'.`);
    if (!item.enabled || !item.visible) throw new Error(`The menu item '${wanted}' is disabled or hidden.`);
    const [window] = BrowserWindow.getAllWindows();
    // Electron gives the focused window to a user's click only.
    item.click(undefined, window, window?.webContents);
  }, id);
}
