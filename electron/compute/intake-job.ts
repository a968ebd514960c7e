import { IntakeError, type IntakeErrorData } from '#shared/intake/errors.ts';
import type { ReadTableOptions } from '#shared/intake/read-table.ts';
import type { SourceTable } from '#shared/intake/source-table.ts';
import type { InspectJob } from './inspect-job.ts';

/** One file to read. The path stays between host and child; messages name `fileName`. */
export interface IntakeJob {
  readonly path: string;
  readonly fileName: string;
  readonly options: ReadTableOptions;
}

export type IntakeReply =
  | { readonly ok: true; readonly table: SourceTable }
  | { readonly ok: false; readonly error: IntakeErrorData };

/** What the child sends: progress as often as it likes, then one reply. */
export type IntakeMessage =
  | { readonly type: 'progress'; readonly phase: 'reading' | 'parsing'; readonly share: number }
  | { readonly type: 'reply'; readonly reply: IntakeReply };

/** The little of a child process both hosts can give: `child_process.fork` and Electron's `utilityProcess`. */
export interface IntakeChild {
  readonly send: (job: IntakeJob | InspectJob) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called once when the process is gone or could not be started, with what is known about why. */
  readonly onExit: (listener: (reason: string) => void) => void;
  /** Ends the process at once; harmless when it is gone. */
  readonly kill: () => void;
}

export interface RunIntakeOptions {
  /** Milliseconds after which the child is killed; 60,000 unless told. */
  readonly timeoutMs?: number;
  /** Aborting kills the child and answers `cancelled`. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: (phase: 'reading' | 'parsing', share: number) => void;
}

/** Time one file may take. */
export const INTAKE_TIMEOUT_MS = 60_000;
/** Flags of the child: memory it may use, and nothing to inherit from a hostile header name. */
export const INTAKE_CHILD_FLAGS = ['--max-old-space-size=512', '--disable-proto=delete'] as const;

/**
 * Reads one file in a child process made by `start`, and kills that process whatever happens: a crash, a lack of
 * memory, a time-out and a cancelled job all become an ordinary reply. Never rejects.
 */
export function runIntakeJob(
  start: () => IntakeChild,
  job: IntakeJob,
  options: RunIntakeOptions = {},
): Promise<IntakeReply> {
  const { timeoutMs = INTAKE_TIMEOUT_MS, signal, onProgress } = options;
  const failed = (code: 'child_crashed' | 'child_timeout' | 'cancelled', text: string): IntakeReply => ({
    ok: false,
    error: new IntakeError(code, text, { file: job.fileName }).toData(),
  });
  const cancelled = () => failed('cancelled', 'the import was cancelled. Nothing was imported.');
  const crashed = (reason: string) =>
    failed(
      'child_crashed',
      `reading stopped unexpectedly (${reason}), most likely because the file needs more memory than an import may use. Nothing was imported; split the file or save it as CSV.`,
    );
  if (signal?.aborted) return Promise.resolve(cancelled());

  return new Promise((resolve) => {
    let child: IntakeChild | undefined;
    const finish = (reply: IntakeReply): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onAbort);
      child?.kill();
      resolve(reply);
    };
    const onAbort = () => finish(cancelled());
    const timer = setTimeout(() => {
      finish(
        failed(
          'child_timeout',
          `reading took longer than ${Math.round(timeoutMs / 1000)} seconds and was stopped. Nothing was imported; split the file or save it as CSV.`,
        ),
      );
    }, timeoutMs);
    signal?.addEventListener('abort', onAbort);
    try {
      child = start();
      child.onMessage((message) => {
        if (!isIntakeMessage(message)) return;
        if (message.type === 'reply') finish(message.reply);
        else onProgress?.(message.phase, message.share);
      });
      child.onExit((reason) => finish(crashed(reason)));
      child.send(job);
    } catch (error) {
      finish(crashed(error instanceof Error ? error.message : 'the process could not be started'));
    }
  });
}

/** The child is ours but has read hostile bytes: what it sends is looked at before it is believed. */
function isIntakeMessage(message: unknown): message is IntakeMessage {
  if (typeof message !== 'object' || message === null || !('type' in message)) return false;
  if (message.type === 'progress') return 'phase' in message && 'share' in message;
  if (message.type !== 'reply' || !('reply' in message)) return false;
  const { reply } = message;
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return false;
  return reply.ok === true ? 'table' in reply : 'error' in reply;
}
