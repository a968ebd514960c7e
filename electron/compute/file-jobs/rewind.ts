import { type Moment, rewind } from '#db/as-of/rewind.ts';
import { openImage } from '#db/image.ts';

/** The portfolio as it was known at a past moment, from an image of it as it is now. */
export interface RewindJob extends Moment {
  readonly kind: 'rewind';
  readonly image: Uint8Array;
}

export interface RewindValue {
  readonly image: Uint8Array;
  /** The last entry known at that moment. */
  readonly seq: number;
}

/** @throws AppError as `rewind` does */
export function runRewind({ image, until, upTo }: RewindJob): RewindValue {
  const raw = openImage(image);
  try {
    const { seq } = rewind(raw, { until, upTo });
    return { image: raw.serialize(), seq };
  } finally {
    raw.close();
  }
}
