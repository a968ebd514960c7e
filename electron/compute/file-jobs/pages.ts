import { arePagesSound } from '#db/page-check.ts';

/**
 * The check of all pages of the portfolio that is being opened, while the first screen is made of it. The one job that
 * looks at the file itself: nobody writes it meanwhile.
 */
export interface PagesJob {
  readonly kind: 'pages';
  readonly path: string;
}

export interface PagesValue {
  readonly isSound: boolean;
}

/** @throws AppError when the file cannot be looked at */
export function runPages({ path }: PagesJob): PagesValue {
  return { isSound: arePagesSound(path) };
}
