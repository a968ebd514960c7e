import { create } from 'zustand';
import type { ApiError } from '#shared/api/errors.ts';
import type { FileCheckReport, HeldHead } from '#shared/api/schemas/file.ts';
import { call } from '../../app/use-call.ts';

/** A check of the open file, which goes on while other screens are looked at. */
export interface Verification {
  readonly isRunning: boolean;
  readonly report: FileCheckReport | null;
  readonly error: ApiError | null;
}

interface VerifyMemory {
  readonly latest: Verification | null;
}

/** Never kept: a check says what was true when it was made. */
export const useVerifyMemory = create<VerifyMemory>()(() => ({ latest: null }));

/** Another file is open, or another content in the same place: what was found, or will be, is about neither. */
export function forgetVerification(): void {
  useVerifyMemory.setState({ latest: null });
}

/** Starts a check of the open file; its answer is dropped when another check or another file came meanwhile. */
export async function startVerify(held: readonly HeldHead[]): Promise<void> {
  const started: Verification = { isRunning: true, report: null, error: null };
  useVerifyMemory.setState({ latest: started });
  const result = await call('verifyFile', { held: [...held] });
  if (useVerifyMemory.getState().latest !== started) return;
  useVerifyMemory.setState({
    latest: {
      ...started,
      isRunning: false,
      ...(result.ok ? { report: result.value } : { error: result.error }),
    },
  });
}
