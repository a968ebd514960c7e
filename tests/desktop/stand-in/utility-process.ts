import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { app } from './app.ts';
import { createEvent } from './event.ts';
import { runtime } from './runtime.ts';

type Pipe = 'inherit' | 'ignore' | 'pipe';
interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly execArgv?: readonly string[];
  readonly serviceName?: string;
  readonly stdio?: Pipe | readonly Pipe[];
}

/** Exit code reported for a child that a signal ended. */
const SIGNAL_CODES: Readonly<Record<string, number>> = { SIGABRT: 6, SIGKILL: 9, SIGSEGV: 11, SIGTERM: 15 };

class UtilityProcess extends EventEmitter {
  readonly stdout: Readable | null;
  readonly stderr: Readable | null;
  readonly #child: ChildProcess;
  readonly #name: string;
  #isKilled = false;

  constructor(file: string, args: readonly string[], options: ForkOptions) {
    super();
    if (!runtime.isReady) throw new Error('utilityProcess cannot be created before app is ready.');
    const { stdio = 'inherit' } = options;
    const [, out, err] = typeof stdio === 'string' ? ['ignore' as const, stdio, stdio] : stdio;
    this.#name = options.serviceName ?? 'Node Utility Process';
    this.#child = fork(file, args, {
      env: { ...(options.env ?? process.env), STAND_IN_UTILITY: '1' },
      ...(options.cwd === undefined ? {} : { cwd: options.cwd }),
      execArgv: ['--import', join(import.meta.dirname, 'register.ts'), ...(options.execArgv ?? [])],
      serialization: 'advanced',
      stdio: ['ignore', out ?? 'inherit', err ?? 'inherit', 'ipc'],
    });
    this.stdout = this.#child.stdout;
    this.stderr = this.#child.stderr;
    const killWithUs = () => void this.#child.kill('SIGKILL');
    process.once('exit', killWithUs);
    this.#child.on('spawn', () => this.emit('spawn'));
    this.#child.on('message', (message) => this.emit('message', message));
    this.#child.on('error', (error) => process.stderr.write(`stand-in: ${this.#name}: ${error.message}\n`));
    this.#child.on('exit', (code, signal) => {
      process.off('exit', killWithUs);
      this.#reportExit(code ?? SIGNAL_CODES[String(signal)] ?? 1, signal !== null);
    });
  }
  #reportExit(exitCode: number, isBySignal: boolean): void {
    this.emit('exit', exitCode);
    if (exitCode === 0) return;
    const reason = !isBySignal ? 'abnormal-exit' : this.#isKilled ? 'killed' : 'crashed';
    const details = {
      type: 'Utility',
      name: this.#name,
      serviceName: 'node.mojom.NodeService',
      reason,
      exitCode,
    };
    app.emit('child-process-gone', createEvent(), details);
  }

  get pid(): number | undefined {
    const hasEnded = this.#child.exitCode !== null || this.#child.signalCode !== null;
    return hasEnded ? undefined : this.#child.pid;
  }
  postMessage(message: unknown, transfer: readonly unknown[] = []): void {
    if (transfer.length > 0) throw new Error('stand-in: transferring a MessagePort is not emulated');
    let copy: unknown;
    try {
      copy = structuredClone(message);
    } catch {
      throw new Error('An object could not be cloned.');
    }
    // The channel closes a moment before the exit is reported.
    if (this.#child.connected) this.#child.send(copy as object, () => {});
  }
  kill(): boolean {
    this.#isKilled = true;
    return this.#child.kill();
  }
}

/** Electron's `utilityProcess`: a Node process with `process.parentPort`. */
export const utilityProcess = {
  fork: (file: string, args: readonly string[] = [], options: ForkOptions = {}) =>
    new UtilityProcess(file, args, options),
};
