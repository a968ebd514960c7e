/** Every way a call can fail. Closed: hosts and screens switch over it. */
export const ERROR_CODES = [
  'invalid_input',
  'not_found',
  'conflict',
  'read_only',
  'file_in_use',
  'file_missing',
  'file_newer',
  'file_not_pilotage',
  'file_damaged',
  'folder_read_only',
  'disk_full',
  'io_failed',
  'too_large',
  'import_rejected',
  'cancelled',
  'unavailable',
  'unauthorised',
  'internal',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** Where the trouble is, when there is a where. */
export interface ErrorDetails {
  readonly file?: string | undefined;
  readonly row?: number | undefined;
  readonly column?: string | undefined;
  readonly field?: string | undefined;
}

export interface ApiError {
  readonly code: ErrorCode;
  /** A whole sentence for the person: what happened, where, what to do. */
  readonly message: string;
  readonly details?: ErrorDetails | undefined;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: ApiError };

/** An expected failure. Anything else that is thrown is a bug and is answered as `internal`. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails | undefined;

  constructor(code: ErrorCode, message: string, details?: ErrorDetails) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** The wire form of a failure; `undefined` when `error` is not an expected one. */
export function toApiError(error: unknown): ApiError | undefined {
  if (!(error instanceof AppError)) return undefined;
  return { code: error.code, message: error.message, ...(error.details ? { details: error.details } : {}) };
}
