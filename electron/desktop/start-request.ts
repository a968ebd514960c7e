import { resolve } from 'node:path';
import { PORTFOLIO_EXTENSION } from '../platform/paths.ts';

/** What a start asks for. Crosses from a second start to the first one. */
export interface StartRequest {
  readonly file?: string;
  readonly isSample: boolean;
}

/** Reads the command line: the first portfolio named, or the sample. Switches of the browser engine are not ours. */
export function readStartRequest(argv: readonly string[], folder: string): StartRequest {
  const file = argv.slice(1).find((each) => !each.startsWith('-') && each.endsWith(PORTFOLIO_EXTENSION));
  return {
    isSample: argv.includes('--sample'),
    ...(file === undefined ? {} : { file: resolve(folder, file) }),
  };
}

/** A request as another process sent it; anything else opens the default portfolio. */
export function asStartRequest(value: unknown): StartRequest {
  if (typeof value !== 'object' || value === null) return { isSample: false };
  const { file, isSample } = value as Record<string, unknown>;
  return {
    isSample: isSample === true,
    ...(typeof file === 'string' && file.endsWith(PORTFOLIO_EXTENSION) ? { file } : {}),
  };
}
