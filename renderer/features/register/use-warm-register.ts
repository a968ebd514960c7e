import { useEffect } from 'react';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import type { SearchIndex } from './filter-register.ts';
import { COLUMN_IDS } from './register-columns.ts';
import { ranksOf } from './sort-register.ts';

/** Rows folded at once: a few milliseconds. */
const CHUNK = 400;

/**
 * Prepares in idle moments what the first sort by a column and the first letter of a search would otherwise wait for:
 * at 10,000 rows each is longer than a frame.
 */
export function useWarmRegister(rows: readonly RegisterRow[], index: SearchIndex): void {
  useEffect(() => {
    const work: (() => void)[] = [];
    for (const column of COLUMN_IDS) work.push(() => void ranksOf(rows, column));
    for (let from = 0; from < rows.length; from += CHUNK) {
      work.push(() => {
        for (const row of rows.slice(from, from + CHUNK)) index(row);
      });
    }
    let request = 0;
    const next = () => {
      work.shift()?.();
      if (work.length > 0) request = requestIdleCallback(next);
    };
    request = requestIdleCallback(next);
    return () => cancelIdleCallback(request);
  }, [rows, index]);
}
