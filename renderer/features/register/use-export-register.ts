import type { ApiError } from '#shared/api/errors.ts';
import { useCommand } from '../../app/use-call.ts';
import { useSaveBytes } from '../../app/use-save-bytes.ts';

/** Exports the register, or the initiatives named, as CSV: the save dialog on the desktop, a download in browser mode. */
export function useExportRegister(onError: (error: ApiError | null) => void): {
  readonly run: (ids?: readonly string[]) => Promise<void>;
  readonly isRunning: boolean;
} {
  const read = useCommand('exportRegister');
  const save = useSaveBytes(onError);
  const run = async (ids?: readonly string[]) => {
    await save.run(() => read.run(ids === undefined ? {} : { ids: [...ids] }));
  };
  return { run, isRunning: read.isRunning || save.isSaving };
}
