import type { ApiError, Result } from '#shared/api/errors.ts';
import { useCommand, useStatus } from './use-call.ts';

/** A file made by the data service, ready to be put somewhere. */
export interface MadeFile {
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface SaveBytes {
  /** Makes the file and hands it over. @returns whether the person has it now; false after a failure or a cancel. */
  readonly run: (make: () => Promise<Result<MadeFile>>) => Promise<boolean>;
  readonly isSaving: boolean;
}

/** Hands a file to the person: the save dialog on the desktop, a download in browser mode. */
export function useSaveBytes(onError: (error: ApiError | null) => void): SaveBytes {
  const host = useStatus().data?.host;
  const save = useCommand('saveFile');
  const run = async (make: () => Promise<Result<MadeFile>>) => {
    onError(null);
    const made = await make();
    if (!made.ok) {
      onError(made.error);
      return false;
    }
    const { name, mime, bytes } = made.value;
    if (host !== 'desktop') {
      download(name, mime, bytes);
      return true;
    }
    const saved = await save.run({ name, bytes });
    if (!saved.ok) onError(saved.error);
    return saved.ok && saved.value.isSaved;
  };
  return { run, isSaving: save.isRunning };
}

/** Offers bytes as a download, the way a browser does it; the link is never seen. */
function download(name: string, mime: string, bytes: Uint8Array<ArrayBuffer>): void {
  const url = URL.createObjectURL(new Blob([bytes], { type: mime }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the data by the next turn; until then the address must live.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
