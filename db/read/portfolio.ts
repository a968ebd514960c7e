import type { Instant } from '#shared/domain/units.ts';
import { getRow, type ReadDb } from '../handles.ts';
import { type FileFacts, type Portfolio, toPortfolio } from '../rows/portfolio-row.ts';
import type { RowOf } from '../tables.ts';

export type { Portfolio } from '../rows/portfolio-row.ts';

/** Name, currency and the other settings of the portfolio, and the day a sample is shown as of. */
export function readPortfolio(db: ReadDb): Portfolio {
  return toPortfolio(portfolioRow(db));
}

/** The identity of the file: made once, the same in every copy. */
export function readFileFacts(db: ReadDb): FileFacts {
  const row = portfolioRow(db);
  return { fileId: row.file_id, createdAt: row.created_at as Instant };
}

function portfolioRow(db: ReadDb): RowOf<'portfolio'> {
  const row = getRow<RowOf<'portfolio'>>(db, 'SELECT * FROM portfolio WHERE id = 1');
  if (!row) throw new Error('the portfolio row is missing');
  return row;
}
