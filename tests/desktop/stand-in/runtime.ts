import type { CdpConnection } from './cdp.ts';

/** What the command line and the app's package.json say. */
interface BootFacts {
  readonly appFolder: string;
  readonly manifest: { readonly name?: string; readonly productName?: string; readonly version?: string };
  /** The command line without Node's own arguments. */
  readonly argv: readonly string[];
  /** True when a debugger such as Playwright asked for an inspector: `ready` then waits for it. */
  readonly isDebugged: boolean;
}

interface Runtime {
  boot: BootFacts;
  browser: CdpConnection | undefined;
  isReady: boolean;
  isQuitting: boolean;
  /** Switches the app appended before `ready`, passed on to Chromium. */
  readonly appendedSwitches: Map<string, string>;
}

/** The state that the emulated modules of one process share. */
export const runtime: Runtime = {
  boot: { appFolder: process.cwd(), manifest: {}, argv: [], isDebugged: false },
  browser: undefined,
  isReady: false,
  isQuitting: false,
  appendedSwitches: new Map(),
};

/** The running Chromium. Throws before it is there, which no emulated call that needs it can reach. */
export function theBrowser(): CdpConnection {
  if (!runtime.browser) throw new Error('stand-in: Chromium is not running yet');
  return runtime.browser;
}

/** Value of `--name=value` on the command line, `''` for a bare `--name`, undefined when absent. */
export function commandLineSwitch(name: string): string | undefined {
  for (const argument of runtime.boot.argv) {
    if (argument === `--${name}`) return '';
    if (argument.startsWith(`--${name}=`)) return argument.slice(name.length + 3);
  }
  return runtime.appendedSwitches.get(name);
}
