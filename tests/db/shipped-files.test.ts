import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FileContent, hasContent, takeContent } from '#db/file-content.ts';
import { asReadDb, asWriteDb, getRows, type ReadDb } from '#db/handles.ts';
import { MIGRATIONS, migrate, SCHEMA_VERSION } from '#db/migrations/index.ts';
import { openPortfolioFile } from '#db/open.ts';
import { readAllFacts } from '#db/read/facts.ts';
import { readAuditHead } from '#db/read/history.ts';
import { schemaText } from '#db/schema-check.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { verifyFile } from '#db/verify.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

const FOLDER = join(import.meta.dirname, '../fixtures/portfolios');
/** Version and audit head of each file, noted when it was made: what a report printed then would say. */
const SHIPPED = [
  { version: 1, entries: 271, head: '871c4abee1789613ae21f59d2b644a6979633309504dedeb23b49267fecfd1ee' },
  { version: 2, entries: 722, head: '1012b2ebb293d9d74e54c34846ba642a1578a90f15b2ed5fb8427f4fffdc4fb3' },
] as const;

/** The file of a version, as it was shipped, in a folder of its own. */
function shippedFile(version: number): string {
  const path = join(temporaryFolder(), `version-${version}.pilotage`);
  writeFileSync(path, gunzipSync(readFileSync(join(FOLDER, `version-${version}.pilotage.gz`))));
  return path;
}

function look<T>(path: string, see: (db: ReadDb) => T): T {
  const raw = new (loadSqlite())(path, { readonly: true, fileMustExist: true });
  try {
    return see(asReadDb(raw));
  } finally {
    raw.close();
  }
}

function freshSchema(): string {
  const raw = new (loadSqlite())(':memory:');
  try {
    migrate(raw, MIGRATIONS);
    return schemaText(asWriteDb(raw));
  } finally {
    raw.close();
  }
}

describe('portfolio files of earlier versions', () => {
  it('are kept for every version before this one', () => {
    const kept = readdirSync(FOLDER).filter((name) => name.endsWith('.gz'));
    const expected = Array.from(
      { length: SCHEMA_VERSION - 1 },
      (_, index) => `version-${index + 1}.pilotage.gz`,
    );
    expect(kept.sort()).toEqual(expected);
    expect(SHIPPED.map(({ version }) => version)).toEqual(expected.map((_, index) => index + 1));
  });

  it.each(SHIPPED)('open with equal content: version $version', ({ version, entries, head }) => {
    const path = shippedFile(version);
    const before: FileContent = look(path, takeContent);
    const file = openPortfolioFile(path);
    onTestFinished(() => file.close());

    expect(file.db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(hasContent(file.db, before)).toBe(true);
    expect(readAuditHead(file.db)).toEqual({ seq: entries, hash: head });
    expect(verifyFile(file.db).isGood).toBe(true);
    const names = getRows<{ name: string }>(file.db, 'SELECT name FROM initiative ORDER BY name');
    expect(
      readAllFacts(file.db)
        .map(({ initiative }) => initiative.name)
        .sort(),
    ).toEqual(names.map(({ name }) => name).sort());
    expect(names.length).toBeGreaterThan(10);
  });

  it.each(SHIPPED)('have the tables of a new file afterwards: version $version', ({ version }) => {
    const path = shippedFile(version);
    openPortfolioFile(path).close();
    expect(look(path, schemaText)).toBe(freshSchema());
  });

  it.each(SHIPPED)('leave a copy of the same version and content: version $version', ({ version }) => {
    const path = shippedFile(version);
    const before = look(path, takeContent);
    openPortfolioFile(path).close();
    const copy = join(path, '..', `${basename(path, '.pilotage')}.v${version}.bak`);
    look(copy, (db) => {
      expect(hasContent(db, before)).toBe(true);
      expect(getRows(db, 'PRAGMA user_version')).toEqual([{ user_version: version }]);
    });
  });
});
