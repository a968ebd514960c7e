import { asReadDb } from '#db/handles.ts';
import { openImage } from '#db/image.ts';
import { verifyFile } from '#db/verify.ts';
import type { FileCheckReport, HeldHead } from '#shared/api/schemas/file.ts';

/** Every check of a portfolio, on an image of it, against heads held outside the file. */
export interface VerifyJob {
  readonly kind: 'verify';
  readonly image: Uint8Array;
  readonly held: readonly HeldHead[];
}

/** What was found; when that was is for the one who asked to say. */
export type VerifyValue = Omit<FileCheckReport, 'checkedAt'>;

/** Runs every check. A damaged image is an answer, never an error. */
export function runVerify({ image, held }: VerifyJob): VerifyValue {
  const raw = openImage(image);
  try {
    raw.pragma('query_only = ON');
    const { isGood, head, digest, faults } = verifyFile(asReadDb(raw), held);
    return { isGood, entries: head.seq, head, digest, faults: [...faults], heldHeads: held.length };
  } finally {
    raw.close();
  }
}
