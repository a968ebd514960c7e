import type { FileCheckReport } from '#shared/api/schemas/file.ts';
import { at, HASH } from '../../support/example-status.ts';

/** A check that found nothing wrong, up to entry 1,200. */
export function report(over: Partial<FileCheckReport> = {}): FileCheckReport {
  return {
    isGood: true,
    checkedAt: at(),
    entries: 1200,
    head: { seq: 1200, hash: HASH },
    digest: HASH,
    faults: [],
    heldHeads: 3,
    ...over,
  };
}
