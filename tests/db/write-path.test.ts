import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
/** SQL that changes rows or tables, in any quotes; `FROM`/`INTO` and a name keep prose out. */
const WRITES =
  /\b(INSERT\s+(OR\s+\w+\s+)?INTO|REPLACE\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|DROP\s+TABLE|ALTER\s+TABLE|CREATE\s+(TABLE|INDEX|TRIGGER))\b/i;

function writers(pattern: string): string[] {
  return globSync(pattern, { cwd: ROOT }).filter((file) =>
    WRITES.test(readFileSync(join(ROOT, file), 'utf8')),
  );
}

describe('the one write path', () => {
  it('is the only source that changes rows, besides the migrations', () => {
    const found = ['shared', 'db', 'electron', 'renderer'].flatMap((folder) =>
      writers(`${folder}/**/*.{ts,tsx}`),
    );
    expect(found.sort()).toEqual([
      // Takes a copy in memory back to a past day; it refuses a file on the disk.
      'db/as-of/rewind.ts',
      'db/migrations/0001-portfolio.ts',
      'db/migrations/0002-forward-model.ts',
      'db/migrations/0003-trace-and-plan.ts',
      // Fills a new file of its own out of a history; it only reads the portfolio.
      'db/recovery/rebuild.ts',
      'db/write.ts',
    ]);
  });

  it('is found by the scan when it is written over several lines', () => {
    expect(WRITES.test('`DELETE\n  FROM month_value`')).toBe(true);
    expect(WRITES.test('UPDATE initiative SET x = 1')).toBe(true);
    expect(WRITES.test('a person may insert, update or delete rows')).toBe(false);
  });
});
