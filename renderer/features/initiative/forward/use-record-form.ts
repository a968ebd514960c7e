import { useState } from 'react';
import type { ApiError, Result } from '#shared/api/errors.ts';
import { announceDone } from '../../../app/undo.ts';

export interface RecordForm {
  /** Problems are shown from the first try to submit on, not while the first letters are typed. */
  readonly isChecked: boolean;
  readonly isRunning: boolean;
  readonly error: ApiError | null;
  /** Sends `value` when there is one, and closes when it was kept. */
  readonly submit: <T>(value: T | null, send: (value: T) => Promise<Result<unknown>>) => Promise<void>;
  /** Takes the record away, closes, and offers to undo. */
  readonly remove: (what: string, send: () => Promise<Result<unknown>>) => Promise<void>;
}

/** What every form of a record does: check, send, show what failed where it failed, close. */
export function useRecordForm(onClose: () => void): RecordForm {
  const [isChecked, setIsChecked] = useState(false);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const run = async (send: () => Promise<Result<unknown>>): Promise<boolean> => {
    setError(null);
    setIsRunning(true);
    const result = await send();
    setIsRunning(false);
    if (result.ok) onClose();
    else setError(result.error);
    return result.ok;
  };
  return {
    isChecked,
    isRunning,
    error,
    submit: async (value, send) => {
      setIsChecked(true);
      if (value !== null) await run(() => send(value));
    },
    remove: async (what, send) => {
      if (await run(send)) announceDone(`Removed ${what}`);
    },
  };
}
