import { AppError } from '#shared/api/errors.ts';
import type { StagedFile } from '#shared/api/schemas/intake.ts';

const MOST_STAGED = 20;

export interface StagedFiles {
  readonly add: (path: string, name: string, size: number) => StagedFile;
  /** @throws AppError `not_found` when the handle is unknown or was dropped. */
  readonly pathOf: (handle: string) => { readonly path: string; readonly name: string };
}

/** Files the host holds for the page, by handle; the oldest is let go when there are too many. */
export function stagedFiles(newId: () => string): StagedFiles {
  const files = new Map<string, { path: string; name: string }>();
  return {
    add(path, name, size) {
      const handle = newId();
      files.set(handle, { path, name });
      const oldest = files.keys().next().value;
      if (files.size > MOST_STAGED && oldest !== undefined) files.delete(oldest);
      return { handle, name, size };
    },
    pathOf(handle) {
      const file = files.get(handle);
      if (!file) throw new AppError('not_found', 'This file is no longer held. Choose it again.');
      return file;
    },
  };
}
