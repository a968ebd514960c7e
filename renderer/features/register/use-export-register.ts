import type { ApiError } from '#shared/api/errors.ts';
import { type Command, useCommand, useStatus } from '../../app/use-call.ts';

/** Offers bytes as a download, the way a browser does it; the link is never seen. */
function download(name: string, mime: string, bytes: Uint8Array): void {
  const url = URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the data by the next turn; until then the address must live.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Exports the register as CSV: the save dialog on the desktop, a download in browser mode. */
export function useExportRegister(onError: (error: ApiError | null) => void): {
  readonly run: () => Promise<void>;
  readonly isRunning: boolean;
} {
  const host = useStatus().data?.host;
  const read = useCommand('exportRegister');
  const save: Command<'saveFile'> = useCommand('saveFile');
  const run = async () => {
    onError(null);
    const made = await read.run({});
    if (!made.ok) return onError(made.error);
    const { name, mime, bytes } = made.value;
    if (host !== 'desktop') return download(name, mime, bytes);
    const saved = await save.run({ name, bytes });
    if (!saved.ok) onError(saved.error);
  };
  return { run, isRunning: read.isRunning || save.isRunning };
}
