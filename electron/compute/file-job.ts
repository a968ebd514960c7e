import type { ApiError } from '#shared/api/errors.ts';
import type { BackupJob, BackupValue } from './file-jobs/backup.ts';
import type { CompareJob, CompareValue } from './file-jobs/compare.ts';
import type { CopyJob, CopyValue } from './file-jobs/copy.ts';
import type { PagesJob, PagesValue } from './file-jobs/pages.ts';
import type { RewindJob, RewindValue } from './file-jobs/rewind.ts';
import type { VerifyJob, VerifyValue } from './file-jobs/verify.ts';

/** Work on a whole portfolio that would block the data service: done in a worker thread, on a snapshot. */
export type FileJob = PagesJob | VerifyJob | BackupJob | RewindJob | CompareJob | CopyJob;

/** What each kind of job answers. */
export interface FileJobValue {
  readonly pages: PagesValue;
  readonly verify: VerifyValue;
  readonly backup: BackupValue;
  readonly rewind: RewindValue;
  readonly compare: CompareValue;
  readonly copy: CopyValue;
}

export type FileReply =
  | { readonly status: 'done'; readonly value: FileJobValue[keyof FileJobValue] }
  /** An expected failure keeps its code and words across the thread. */
  | { readonly status: 'refused'; readonly error: ApiError }
  | { readonly status: 'failed'; readonly message: string };
