import { createPortfolioFile } from '#db/create.ts';
import { buildSample } from '#db/sample/build-sample.ts';
import type { Instant } from '#shared/domain/units.ts';

/** What making a file needs from the machine. */
export interface FileMaker {
  readonly now: () => Instant;
  readonly newId: () => string;
  readonly appVersion: string;
}

/**
 * Makes a new, empty portfolio file.
 * @throws AppError `conflict` when the file exists, `folder_read_only`, `disk_full`, `io_failed`
 */
export function createPortfolio(
  path: string,
  portfolio: { readonly name: string; readonly currency: string },
  maker: FileMaker,
): void {
  createPortfolioFile(path, {
    ...portfolio,
    at: maker.now(),
    newId: maker.newId,
    appVersion: maker.appVersion,
  });
}

/** Makes the sample portfolio: the same content every time, ids and audit head included. */
export function createSample(path: string, appVersion: string): void {
  buildSample(path, { newId: sampleIds(), appVersion });
}

/** Ids in the shape of a UUID of version 7 from January 2025: rising, and below every id made later in the copy. */
function sampleIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `01942000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
}
