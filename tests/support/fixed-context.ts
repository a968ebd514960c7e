import type { Instant } from '#shared/domain/units.ts';

/** Ids in order: `id-000001`, `id-000002`, … so that a test can name what it will get. */
export function fixedIds(prefix = 'id'): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${String(count).padStart(6, '0')}`;
  };
}

/** A clock that starts at `start` and goes on by `stepMs` each time it is read. */
export function fixedClock(start = '2026-10-01T09:00:00.000Z', stepMs = 1000): () => Instant {
  let next = Date.parse(start);
  return () => {
    const now = new Date(next).toISOString() as Instant;
    next += stepMs;
    return now;
  };
}
