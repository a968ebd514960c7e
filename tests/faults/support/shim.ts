import { spawnSync } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';

const SOURCE = join(import.meta.dirname, '..', 'shim', 'shim.c');
const COMPILER = process.env.CC ?? 'cc';

/** Where the shim's control texts go: the descriptor the child gets for it. */
export const CONTROL_DESCRIPTOR = 3;

/** Why calls to the system cannot be watched here; undefined where they can. */
export function whyNoShim(): string | undefined {
  if (process.platform !== 'linux') return `calls are watched through LD_PRELOAD, not on ${process.platform}`;
  const { error, status } = spawnSync(COMPILER, ['--version'], { stdio: 'ignore' });
  return error || status !== 0 ? `the shim wants a C compiler, and there is no ${COMPILER}` : undefined;
}

/** Compiles the shim into `folder`. @returns its path. @throws Error with the compiler's words. */
export function compileShim(folder: string): string {
  const library = join(folder, 'shim.so');
  const { status, stderr } = spawnSync(COMPILER, ['-shared', '-fPIC', '-O1', '-o', library, SOURCE, '-ldl'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the shim does not compile: ${stderr}`);
  return library;
}

export interface ShimRun {
  /** The TypeScript file to run. */
  readonly script: string;
  readonly arguments: readonly string[];
  readonly library: string;
  /** Real path of the folder to watch. */
  readonly folder: string;
  readonly trace?: string;
  readonly report?: string;
}

/** Runs a script to its end with the shim before the system. @returns what it printed. @throws Error when it fails. */
export function runWithShim(run: ShimRun): string {
  const control = openSync('/dev/null', 'w');
  try {
    const { status, signal, stdout } = spawnSync(process.execPath, [run.script, ...run.arguments], {
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'inherit', control],
      env: {
        ...process.env,
        LD_PRELOAD: run.library,
        PILOTAGE_SHIM_FOLDER: run.folder,
        PILOTAGE_SHIM_CONTROL: String(CONTROL_DESCRIPTOR),
        ...(run.trace === undefined ? {} : { PILOTAGE_SHIM_TRACE: run.trace }),
        ...(run.report === undefined ? {} : { PILOTAGE_SHIM_REPORT: run.report }),
      },
    });
    if (status !== 0) throw new Error(`${run.script} ended with ${signal ?? status}: ${stdout.slice(-2000)}`);
    return stdout;
  } finally {
    closeSync(control);
  }
}
