import { AppError, ERROR_CODES } from '#shared/api/errors.ts';

/** A sentence, or the end of one, that says what the person can do now. */
const NEXT_STEP =
  /(?:[.!:,] |^)(?:Free|Check|Close|Connect|Open|open|Copy|Choose|Give|Keep|Ask|Restore|Try|then) [^.]+\.$/;

/**
 * Why a failure would leave the person without help: it is no expected one, its code is not in the closed list or
 * stands for a bug, or its message does not end with what to do next. Undefined when it is told as it must be.
 */
export function whyUntold(error: unknown): string | undefined {
  if (!(error instanceof AppError))
    return `unexpected: ${error instanceof Error ? error.stack : String(error)}`;
  const { code, message } = error;
  if (!ERROR_CODES.includes(code) || code === 'internal') return `code ${code}: ${message}`;
  return NEXT_STEP.test(message) ? undefined : `no next step: ${message}`;
}
