import { useEffect, useRef, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { RestoreChoice } from '#shared/api/schemas/file.ts';
import { useCommand } from '../../app/use-call.ts';
import { showProblem } from '../../stores/shell.ts';

export interface Restore {
  readonly run: (choice: RestoreChoice) => Promise<void>;
  readonly isRunning: boolean;
  readonly error: ApiError | null;
}

/**
 * Puts a choice in the place of the open portfolio. The host opens the result as another file, which takes the page
 * to its first screen; a failure that comes after that is shown where a failed command is.
 */
export function useRestore(onDone: () => void): Restore {
  const restore = useCommand('restorePortfolio');
  const [error, setError] = useState<ApiError | null>(null);
  const isThere = useRef(true);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  const run = async (choice: RestoreChoice) => {
    setError(null);
    const result = await restore.run({ choice });
    if (result.ok) onDone();
    else if (isThere.current) setError(result.error);
    else showProblem(result.error, 'Not restored');
  };
  return { run, isRunning: restore.isRunning, error };
}
