import type { ApiError } from '#shared/api/errors.ts';
import { useCommand } from '../../app/use-call.ts';
import { useSaveBytes } from '../../app/use-save-bytes.ts';

/** Exports the register as CSV: the save dialog on the desktop, a download in browser mode. */
export function useExportRegister(onError: (error: ApiError | null) => void): {
  readonly run: () => Promise<void>;
  readonly isRunning: boolean;
} {
  const read = useCommand('exportRegister');
  const save = useSaveBytes(onError);
  const run = async () => {
    await save.run(() => read.run({}));
  };
  return { run, isRunning: read.isRunning || save.isSaving };
}
