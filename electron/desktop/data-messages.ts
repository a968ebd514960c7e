import type { HostEvent } from '#shared/api/contract.ts';
import type { ApiError, Result } from '#shared/api/errors.ts';
import type { StagedFile } from '#shared/api/schemas/intake.ts';
import type { InspectJob, InspectReply } from '../compute/inspect-job.ts';
import type { IntakeJob, IntakeReply } from '../compute/intake-job.ts';
import type { DocumentRequest } from '../platform/document-request.ts';

/** From the main process to the data process of one window. */
export type ToData =
  | { readonly kind: 'open'; readonly request: DocumentRequest; readonly appVersion: string }
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | {
      readonly kind: 'stage';
      readonly id: number;
      readonly path: string;
      readonly name: string;
      readonly size: number;
    }
  | { readonly kind: 'prepare-restore'; readonly id: number }
  | { readonly kind: 'close'; readonly id: number }
  | { readonly kind: 'intake-done'; readonly id: number; readonly reply: IntakeReply }
  | { readonly kind: 'inspected'; readonly id: number; readonly reply: InspectReply };

/** From the data process to the main process. */
export type FromData =
  /** `keptAs`: name of the file a restore made way for; null when nothing was restored. */
  | { readonly kind: 'opened'; readonly keptAs: string | null }
  | { readonly kind: 'not-opened'; readonly error: ApiError }
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<unknown> }
  | { readonly kind: 'staged'; readonly id: number; readonly file: StagedFile }
  | { readonly kind: 'closed'; readonly id: number }
  | { readonly kind: 'restore-prepared'; readonly id: number; readonly error: ApiError | undefined }
  | { readonly kind: 'event'; readonly event: HostEvent }
  | { readonly kind: 'log'; readonly message: string }
  /** Hostile input is read in a process of its own, which only the main process can fork. */
  | { readonly kind: 'intake'; readonly id: number; readonly job: IntakeJob }
  | { readonly kind: 'intake-cancelled'; readonly id: number }
  | { readonly kind: 'inspect'; readonly id: number; readonly job: InspectJob };
