import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { asReadDb, getRows, type ReadDb } from '#db/handles.ts';
import { MIGRATIONS, migrate, SCHEMA_VERSION } from '#db/migrations/index.ts';
import { SCHEMA_HASHES, schemaHash, schemaText } from '#db/schema-check.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { specOf, TABLE_NAMES } from '#db/tables.ts';

const SNAPSHOT = join(import.meta.dirname, 'schema.snapshot.sql');
const REFRESH =
  'PILOTAGE_REFRESH_SCHEMA=1 node_modules/.bin/node node_modules/vitest/vitest.mjs run --config build/vitest.config.ts tests/db/schema.test.ts';

/** A database with the last schema, made without opening a file: a file with an unknown schema would be refused. */
function fresh(): ReadDb {
  const raw = new (loadSqlite())(':memory:');
  migrate(raw);
  return asReadDb(raw);
}

describe('the schema', () => {
  it('is the one in schema.snapshot.sql', () => {
    const text = schemaText(fresh());
    if (process.env.PILOTAGE_REFRESH_SCHEMA === '1') writeFileSync(SNAPSHOT, text);
    expect(text, `the schema changed; if that is meant, refresh the snapshot with\n  ${REFRESH}\n`).toBe(
      readFileSync(SNAPSHOT, 'utf8'),
    );
  });

  it('has the hash that opening a file asks for', () => {
    expect(schemaHash(fresh())).toBe(SCHEMA_HASHES[SCHEMA_VERSION]);
  });

  it('has STRICT tables only', () => {
    const tables = getRows<{ name: string; strict: number }>(
      fresh(),
      "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%'",
    );
    expect(tables.length).toBeGreaterThan(TABLE_NAMES.length);
    expect(tables.filter((table) => table.strict !== 1)).toEqual([]);
  });
});

describe('TABLES', () => {
  const kindOf = (column: { type: string; notnull: number; pk: number }): string =>
    column.type.toLowerCase() + (column.notnull === 1 || column.pk > 0 ? '' : '?');

  it.each(TABLE_NAMES)('names the columns, kinds and key of %s as the schema has them', (table) => {
    const columns = getRows<{ name: string; type: string; notnull: number; pk: number }>(
      fresh(),
      `SELECT name, type, "notnull", pk FROM pragma_table_info('${table}')`,
    );
    expect(specOf(table).columns).toEqual(Object.fromEntries(columns.map((c) => [c.name, kindOf(c)])));
    const key = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
    expect(specOf(table).key).toEqual(key.map((column) => column.name));
  });

  it('leaves out only the history, which no command may change', () => {
    const tables = getRows<{ name: string }>(
      fresh(),
      "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name",
    ).map((row) => row.name);
    expect(tables.filter((name) => !(TABLE_NAMES as readonly string[]).includes(name))).toEqual([
      'history',
      'history_change',
    ]);
  });
});

describe('migrate()', () => {
  const memory = () => new (loadSqlite())(':memory:');
  const version = (raw: ReturnType<typeof memory>) => raw.pragma('user_version', { simple: true });
  const one = { version: 1, sql: 'CREATE TABLE a (x TEXT NOT NULL) STRICT' };
  const two = { version: 2, sql: "ALTER TABLE a ADD COLUMN y TEXT NOT NULL DEFAULT 'new'" };

  it('goes from any version to the last, keeping rows', () => {
    const raw = memory();
    migrate(raw, [one]);
    raw.exec("INSERT INTO a (x) VALUES ('kept')");
    migrate(raw, [one, two]);
    expect(raw.prepare('SELECT * FROM a').all()).toEqual([{ x: 'kept', y: 'new' }]);
    expect(version(raw)).toBe(2);
  });

  it('does nothing to a file that is up to date', () => {
    const raw = memory();
    migrate(raw);
    const before = raw.pragma('schema_version', { simple: true });
    migrate(raw);
    expect(raw.pragma('schema_version', { simple: true })).toBe(before);
    expect(version(raw)).toBe(SCHEMA_VERSION);
  });

  it('leaves a step that fails undone, with its version number', () => {
    const raw = memory();
    const broken = { version: 2, sql: 'CREATE TABLE b (x TEXT) STRICT; INSERT INTO missing VALUES (1)' };
    expect(() => migrate(raw, [one, broken])).toThrow('missing');
    expect(version(raw)).toBe(1);
    expect(raw.prepare("SELECT name FROM sqlite_schema WHERE name = 'b'").all()).toEqual([]);
  });

  it('refuses a list that does not rise by one, and a file ahead of the list', () => {
    expect(() => migrate(memory(), [two])).toThrow('carries version 2');
    const raw = memory();
    migrate(raw, [one, two]);
    expect(() => migrate(raw, [one])).toThrow('the file has schema 2');
  });

  it('takes a file of every earlier version to the schema a new file has', () => {
    const newest = schemaText(fresh());
    for (const last of MIGRATIONS) {
      const raw = memory();
      migrate(raw, MIGRATIONS.slice(0, last.version));
      migrate(raw);
      expect(schemaText(asReadDb(raw))).toBe(newest);
    }
  });
});
