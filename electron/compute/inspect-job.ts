import { ADVICE } from '#db/file-errors.ts';
import type { InspectedFile } from '#db/inspect.ts';
import type { ApiError } from '#shared/api/errors.ts';
import type { IntakeChild } from './intake-job.ts';

/** A portfolio to look through that this machine did not leave as it is. The path stays between host and child. */
export interface InspectJob {
  readonly kind: 'inspect';
  readonly path: string;
  readonly fileName: string;
  /** A leftover journal may be played into it. */
  readonly isPrivateCopy: boolean;
}

export type InspectReply =
  | { readonly ok: true; readonly found: InspectedFile }
  | { readonly ok: false; readonly error: ApiError };

/** Milliseconds one look may take: several times what the largest accepted file needs on a slow disk. */
export const INSPECT_TIMEOUT_MS = 120_000;

/**
 * Looks one file through in a child process made by `start`, and kills that process whatever happens. A crash, a lack of
 * memory and a look without end all become a refusal that says so. Never rejects.
 */
export function runInspectJob(
  start: () => IntakeChild,
  job: InspectJob,
  timeoutMs: number = INSPECT_TIMEOUT_MS,
): Promise<InspectReply> {
  const refused = (what: string): InspectReply => ({
    ok: false,
    error: {
      code: 'file_damaged',
      message: `“${job.fileName}” could not be looked through safely: ${what}. It is damaged or was made to do harm. Nothing was changed.${ADVICE.damaged}`,
      details: { file: job.fileName },
    },
  });
  const notStarted = (reason: string): InspectReply => ({
    ok: false,
    error: {
      code: 'unavailable',
      message: `“${job.fileName}” was not opened: the process that looks unknown files through could not be started (${reason}). Nothing was changed. Close other programs, then open it again.`,
      details: { file: job.fileName },
    },
  });
  return new Promise((resolve) => {
    let child: IntakeChild | undefined;
    const finish = (reply: InspectReply): void => {
      clearTimeout(timer);
      child?.kill();
      resolve(reply);
    };
    const seconds = Math.round(timeoutMs / 1000);
    const timer = setTimeout(
      () => finish(refused(`it took longer than ${seconds} seconds and was stopped`)),
      timeoutMs,
    );
    try {
      child = start();
      child.onMessage((message) => {
        if (isInspectReply(message)) finish(message.reply);
      });
      child.onExit((reason) => finish(refused(`the reader stopped (${reason})`)));
      child.send(job);
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'the process could not be started';
      finish(notStarted(reason));
    }
  });
}

/** The child is ours but has read hostile bytes: what it sends is looked at before it is believed. */
function isInspectReply(message: unknown): message is { readonly reply: InspectReply } {
  if (typeof message !== 'object' || message === null) return false;
  const { type, reply } = message as Record<string, unknown>;
  if (type !== 'inspected' || typeof reply !== 'object' || reply === null) return false;
  const { ok, found, error } = reply as Record<string, unknown>;
  if (ok === true) return typeof found === 'object' && found !== null;
  if (ok !== false || typeof error !== 'object' || error === null) return false;
  const { code, message: text } = error as Record<string, unknown>;
  return typeof code === 'string' && typeof text === 'string';
}
