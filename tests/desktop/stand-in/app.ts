import { EventEmitter } from 'node:events';
import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { createEvent } from './event.ts';
import { windows } from './registry.ts';
import { commandLineSwitch, runtime } from './runtime.ts';
import { acquireInstanceLock, type Handover, type Release } from './single-instance.ts';

/** Seconds Chromium gets to end by itself before it is killed. */
const FAREWELL = 2;

class App extends EventEmitter {
  readonly isPackaged = false;
  readonly commandLine = {
    appendSwitch(name: string, value = '') {
      runtime.appendedSwitches.set(name, value);
    },
    hasSwitch: (name: string) => commandLineSwitch(name) !== undefined,
    getSwitchValue: (name: string) => commandLineSwitch(name) ?? '',
  };
  readonly #ready = Promise.withResolvers<void>();
  readonly #paths = new Map<string, string>();
  readonly #handovers: Handover[] = [];
  #name: string | undefined;
  #release: Release | undefined;

  get name(): string {
    return this.#name ?? runtime.boot.manifest.productName ?? runtime.boot.manifest.name ?? 'Electron';
  }
  set name(name: string) {
    this.#name = name;
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
  getVersion(): string {
    return runtime.boot.manifest.version ?? '0.0.0';
  }
  getAppPath(): string {
    return runtime.boot.appFolder;
  }
  getLocale(): string {
    return 'en-US';
  }
  getSystemLocale(): string {
    return 'en-US';
  }
  isReady(): boolean {
    return runtime.isReady;
  }
  whenReady(): Promise<void> {
    return this.#ready.promise;
  }

  getPath(name: string): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    const home = homedir();
    const appData = process.env.XDG_CONFIG_HOME || join(home, '.config');
    const executable = process.env.STAND_IN_EXECUTABLE ?? process.execPath;
    switch (name) {
      case 'userData':
        return commandLineSwitch('user-data-dir') || join(appData, this.name);
      case 'sessionData':
        return this.getPath('userData');
      case 'logs':
        return join(this.getPath('userData'), 'logs');
      case 'crashDumps':
        return join(this.getPath('userData'), 'Crashpad');
      case 'appData':
        return appData;
      case 'home':
        return home;
      case 'temp':
        return tmpdir();
      case 'exe':
      case 'module':
        return executable;
      case 'desktop':
      case 'documents':
      case 'downloads':
      case 'music':
      case 'pictures':
      case 'videos':
        return join(home, `${name.charAt(0).toUpperCase()}${name.slice(1)}`);
      default:
        throw new Error(`Failed to get '${name}' path`);
    }
  }
  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (name === 'userData' || name === 'sessionData') mkdirSync(path, { recursive: true });
    this.#paths.set(name, path);
  }

  requestSingleInstanceLock(data?: unknown): boolean {
    if (this.#release) return true;
    this.#release = acquireInstanceLock(this.getPath('userData'), data, (handover) => {
      if (runtime.isReady) this.#announce(handover);
      else this.#handovers.push(handover);
    });
    return this.#release !== undefined;
  }
  hasSingleInstanceLock(): boolean {
    return this.#release !== undefined;
  }
  releaseSingleInstanceLock(): void {
    this.#release?.();
    this.#release = undefined;
  }
  #announce({ argv, workingDirectory, data }: Handover): void {
    this.emit('second-instance', createEvent(), argv, workingDirectory, data);
  }

  /** before-quit, each window's close, will-quit, quit; any of them can stop it. */
  quit(): void {
    if (!runtime.isQuitting) void this.#quit();
  }
  async #quit(): Promise<void> {
    runtime.isQuitting = true;
    if (!(await this.#mayQuit())) {
      runtime.isQuitting = false;
      return;
    }
    this.emit('quit', createEvent(), 0);
    await endProcess(0);
  }
  async #mayQuit(): Promise<boolean> {
    const before = createEvent();
    this.emit('before-quit', before);
    if (before.defaultPrevented) return false;
    for (const window of [...windows.values()]) {
      if (!(await window.requestClose())) return false;
    }
    const will = createEvent();
    this.emit('will-quit', will);
    return !will.defaultPrevented;
  }
  exit(code = 0): void {
    runtime.isQuitting = true;
    for (const window of [...windows.values()]) window.destroy();
    this.emit('quit', createEvent(), code);
    void endProcess(code);
  }

  enableSandbox(): void {
    if (runtime.isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  disableHardwareAcceleration(): void {}
  focus(): void {}
  setAppUserModelId(): void {}
  setAboutPanelOptions(): void {}
  addRecentDocument(): void {}
  clearRecentDocuments(): void {}

  /** Called once by the boot, when the entry has run and Chromium is up. */
  becomeReady(): void {
    runtime.isReady = true;
    this.#ready.resolve();
    this.emit('ready', createEvent(), {});
    for (const handover of this.#handovers.splice(0)) this.#announce(handover);
  }
}

async function endProcess(code: number): Promise<void> {
  const { browser } = runtime;
  if (browser && browser.child.exitCode === null) {
    const ended = new Promise((resolve) => browser.child.once('exit', resolve));
    browser.send('Browser.close').catch(() => {});
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, FAREWELL * 1000))]);
  }
  process.exit(code);
}

/** Electron's `app`. */
export const app = new App().setMaxListeners(0);
