import type { Instant } from '#shared/domain/units.ts';
import { getRow, type ReadDb } from '../handles.ts';
import type { RowOf } from '../tables.ts';

/** How a file with the same header row was understood last. */
export interface RememberedMapping {
  readonly name: string;
  readonly savedAt: Instant;
  /** Not checked: the portfolio may come from anywhere. */
  readonly choices: unknown;
}

/** SQL of {@link readMapping}; exported for the query-plan test. */
export const MAPPING_OF_HEADER = 'SELECT name, body, saved_at FROM import_mapping WHERE header_key = ?';

/** What is remembered for a header row; null = nothing. */
export function readMapping(db: ReadDb, headerKey: string): RememberedMapping | null {
  const row = getRow<Pick<RowOf<'import_mapping'>, 'name' | 'body' | 'saved_at'>>(
    db,
    MAPPING_OF_HEADER,
    headerKey,
  );
  return row
    ? { name: row.name, savedAt: row.saved_at as Instant, choices: JSON.parse(row.body) as unknown }
    : null;
}
