import { type CopyMeta, copyWithHistory, copyWithoutHistory } from '#db/copy/copy-portfolio.ts';

/** A copy of the whole portfolio to give away. */
export interface CopyJob {
  readonly kind: 'copy';
  readonly image: Uint8Array;
  /** Null = with the whole history; else who makes one without. */
  readonly withoutHistory: CopyMeta | null;
}

export interface CopyValue {
  /** The bytes of the copy: a portfolio file. */
  readonly image: Uint8Array<ArrayBuffer>;
}

/** @throws AppError file_damaged when the portfolio fails a check */
export function runCopy({ image, withoutHistory }: CopyJob): CopyValue {
  return { image: withoutHistory ? copyWithoutHistory(image, withoutHistory) : copyWithHistory(image) };
}
