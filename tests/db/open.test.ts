import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { inspectPortfolio } from '#db/inspect.ts';
import { SCHEMA_VERSION } from '#db/migrations/index.ts';
import { openPortfolioFile } from '#db/open.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { newTestPortfolio, temporaryFolder } from '#tests/support/portfolio.ts';

const ROOT = join(import.meta.dirname, '..', '..');

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

/** The path of a closed, sound portfolio. */
function closedPortfolio(): string {
  const portfolio = newTestPortfolio();
  portfolio.file().close();
  return portfolio.path;
}

function changed(change: (path: string) => void): string {
  const path = closedPortfolio();
  change(path);
  return path;
}

function patch(path: string, offset: number, bytes: Buffer): void {
  writeSync(openSync(path, 'r+'), bytes, 0, bytes.length, offset);
}

function alter(path: string, sql: string): void {
  const raw = new (loadSqlite())(path);
  raw.exec(sql);
  raw.close();
}

const ENDLESS_VIEW =
  'CREATE VIEW v AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) AS id FROM n';

/** Puts a row into the list of tables that SQLite itself would not write. */
function schemaRow(path: string, values: string): void {
  const raw = new (loadSqlite())(path);
  raw.unsafeMode(true);
  raw.pragma('writable_schema = ON');
  raw.exec(`INSERT INTO sqlite_schema (type, name, tbl_name, rootpage, sql) VALUES (${values})`);
  raw.close();
}

function inFolder(make: (path: string) => void): string {
  const path = join(temporaryFolder(), 'claims.pilotage');
  make(path);
  return path;
}

const int32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
};

describe('openPortfolioFile()', () => {
  it('opens with the settings of a document that must survive power cuts', () => {
    const { db } = newTestPortfolio().file();
    const asked = [
      'journal_mode',
      'synchronous',
      'locking_mode',
      'trusted_schema',
      'foreign_keys',
      'mmap_size',
    ];
    expect(asked.map((pragma) => db.pragma(pragma, { simple: true }))).toEqual([
      'delete',
      3,
      'exclusive',
      0,
      1,
      0,
    ]);
    expect(db.pragma('secure_delete', { simple: true })).toBe(1);
    expect(db.pragma('cell_size_check', { simple: true })).toBe(1);
  });

  it.each<[string, string, () => string]>([
    ['is gone', 'file_missing', () => inFolder(() => {})],
    ['is a folder', 'file_not_pilotage', () => inFolder((path) => mkdirSync(path))],
    ['is empty', 'file_damaged', () => inFolder((path) => writeFileSync(path, ''))],
    [
      'is a picture',
      'file_not_pilotage',
      () => inFolder((path) => writeFileSync(path, Buffer.alloc(5000, 0x89))),
    ],
    ['is a short text', 'file_not_pilotage', () => inFolder((path) => writeFileSync(path, 'hello'))],
    [
      'is the database of another program',
      'file_not_pilotage',
      () => inFolder((path) => alter(path, 'CREATE TABLE t (x)')),
    ],
    ['is newer', 'file_newer', () => changed((path) => patch(path, 60, int32(SCHEMA_VERSION + 1)))],
    ['has no format number', 'file_damaged', () => changed((path) => patch(path, 60, int32(0)))],
    ['has another application id', 'file_not_pilotage', () => changed((path) => patch(path, 68, int32(1)))],
    ['is cut short', 'file_damaged', () => changed((path) => truncateSync(path, 8192))],
    [
      'has a page of garbage',
      'file_damaged',
      () => changed((path) => patch(path, 8192, Buffer.alloc(4096, 0xa5))),
    ],
    [
      'has a broken first page',
      'file_damaged',
      () => changed((path) => patch(path, 100, Buffer.alloc(400, 0xff))),
    ],
    ['got a view', 'file_not_pilotage', () => changed((path) => alter(path, 'CREATE VIEW v AS SELECT 1'))],
    [
      'got a trigger',
      'file_not_pilotage',
      () => changed((path) => alter(path, 'CREATE TRIGGER t AFTER INSERT ON initiative BEGIN SELECT 1; END')),
    ],
    [
      'lost a trigger',
      'file_not_pilotage',
      () => changed((path) => alter(path, 'DROP TRIGGER history_is_append_only_update')),
    ],
    [
      'got a column',
      'file_not_pilotage',
      () => changed((path) => alter(path, 'ALTER TABLE incident ADD COLUMN extra TEXT')),
    ],
  ])(
    'refuses a file that %s as %s, names it, says what to do and leaves it untouched',
    (_what, code, make) => {
      const path = make();
      const isFile = code !== 'file_missing' && !_what.includes('folder');
      const before = isFile ? digest(path) : '';
      let error: unknown;
      try {
        openPortfolioFile(path).close();
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toMatchObject({ name: 'AppError', code });
      const { message } = error as Error;
      expect(message).toMatch(/“(claims|test)\.pilotage”/);
      expect(message).toMatch(/(Choose|Open|open|look|Update) /);
      if (isFile) expect(digest(path)).toBe(before);
    },
  );

  it.each<[string, string, (path: string) => void]>([
    ['a view that never ends', 'file_not_pilotage', (path) => alter(path, ENDLESS_VIEW)],
    [
      'a view in the place of a table',
      'file_not_pilotage',
      (path) => alter(path, `DROP TABLE portfolio; ${ENDLESS_VIEW.replace('VIEW v', 'VIEW portfolio')}`),
    ],
    [
      'a view in the place of the history',
      'file_not_pilotage',
      (path) =>
        alter(
          path,
          `DROP TABLE history_change; DROP TABLE history; ${ENDLESS_VIEW.replace('VIEW v', 'VIEW history')}`,
        ),
    ],
    [
      'a trigger that runs for ever',
      'file_not_pilotage',
      (path) =>
        alter(
          path,
          `${ENDLESS_VIEW}; CREATE TRIGGER t AFTER UPDATE ON portfolio BEGIN SELECT count(*) FROM v; END`,
        ),
    ],
    ['a full-text table', 'file_not_pilotage', (path) => alter(path, 'CREATE VIRTUAL TABLE f USING fts5(x)')],
    ['an r-tree', 'file_not_pilotage', (path) => alter(path, 'CREATE VIRTUAL TABLE r USING rtree(id, a, b)')],
    [
      'a virtual table of a module that is not here',
      'file_not_pilotage',
      (path) => schemaRow(path, "'table', 'm', 'm', 0, 'CREATE VIRTUAL TABLE m USING missing(x)'"),
    ],
    [
      'a generated column',
      'file_not_pilotage',
      (path) => alter(path, 'ALTER TABLE incident ADD COLUMN g TEXT AS (upper(id)) VIRTUAL'),
    ],
    [
      'a default that calls a function',
      'file_not_pilotage',
      (path) => alter(path, 'CREATE TABLE d (x DEFAULT (load_extension(1)))'),
    ],
    [
      'an index on an expression',
      'file_not_pilotage',
      (path) => alter(path, 'CREATE INDEX x ON incident (lower(id))'),
    ],
    [
      'a table text that is no SQL',
      'file_damaged',
      (path) => schemaRow(path, "'table', 'z', 'z', 3, 'CREATE TABLE z (((((('"),
    ],
    [
      'a table that lies in the list of tables',
      'file_damaged',
      (path) => schemaRow(path, "'table', 'z', 'z', 1, 'CREATE TABLE z (a, b, c, d, e)'"),
    ],
    ['another application id', 'file_not_pilotage', (path) => patch(path, 68, Buffer.from('GPKG'))],
    ['the mode of a write-ahead log', 'file_not_pilotage', (path) => patch(path, 18, Buffer.from([2, 2]))],
    ['a format number without sense', 'file_damaged', (path) => patch(path, 60, int32(2_000_000_000))],
    ['a page size without sense', 'file_damaged', (path) => patch(path, 16, Buffer.from([0, 3]))],
    ['a page count far beyond its end', 'file_damaged', (path) => patch(path, 28, int32(0x7fff_ffff))],
    [
      'a list of free pages that runs in a circle',
      'file_damaged',
      (path) => patch(path, 32, Buffer.from([0, 0, 0, 2, 0, 0, 0, 9])),
    ],
    ['a text encoding without sense', 'file_damaged', (path) => patch(path, 56, int32(7))],
  ])('refuses a file with %s before any of its SQL runs, and leaves it untouched', (_what, code, change) => {
    const path = changed(change);
    const before = [digest(path), readdirSync(dirname(path))];
    for (const look of [
      () => openPortfolioFile(path).close(),
      () => openPortfolioFile(path, { mustBeReadOnly: true }).close(),
      () => inspectPortfolio(path),
    ]) {
      expect(look).toThrow(expect.objectContaining({ name: 'AppError', code }));
    }
    expect([digest(path), readdirSync(dirname(path))]).toEqual(before);
  });

  it('opens a file on which another tool ran ANALYZE', () => {
    const path = changed((p) => alter(p, 'ANALYZE'));
    const file = openPortfolioFile(path);
    expect(file.isReadOnly).toBe(false);
    file.close();
  });

  it('refuses a file this process has open, also under another name, and keeps its lock', () => {
    const portfolio = newTestPortfolio();
    const other = join(portfolio.folder, 'link.pilotage');
    symlinkSync(portfolio.path, other);
    for (const path of [portfolio.path, other])
      expect(() => openPortfolioFile(path)).toThrow(expect.objectContaining({ code: 'file_in_use' }));
    // Reading the header of a file that is open here would have dropped the lock for everybody else.
    const script = join(ROOT, 'tests/support/portfolio-child.ts');
    const seen = execFileSync(process.execPath, [script, 'look', portfolio.path], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(JSON.parse(seen)).toMatchObject({ code: 'file_in_use' });
    expect(portfolio.run('rename', (tx) => tx.update('portfolio', { id: 1 }, { name: 'x' })).seq).toBe(2);
  });

  it('can be opened again after closing, twice over', () => {
    const portfolio = newTestPortfolio();
    portfolio.file().close();
    portfolio.file().close();
    portfolio.reopen();
    expect(portfolio.file().isReadOnly).toBe(false);
  });

  it('says that another process has the file, and opens it once that process is killed', async () => {
    const path = closedPortfolio();
    // The timer holds on to the connection: one that nobody refers to is closed when memory is tidied up.
    const source = `import { openPortfolioFile } from '#db/open.ts';
      const file = openPortfolioFile(${JSON.stringify(path)});
      console.log('open');
      setInterval(() => file.name, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', source], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await once(child.stdout, 'data');
    expect(() => openPortfolioFile(path, { waitMs: 50 })).toThrow(
      expect.objectContaining({
        code: 'file_in_use',
        message: expect.stringContaining('another program, or another user'),
      }),
    );
    child.kill('SIGKILL');
    await once(child, 'exit');
    const file = openPortfolioFile(path);
    expect(file.isReadOnly).toBe(false);
    file.close();
  });

  it('rolls a change back that a crash cut short', async () => {
    const path = closedPortfolio();
    const sizeBefore = statSync(path).size;
    const source = `import { openPortfolioFile } from '#db/open.ts';
      const { db } = openPortfolioFile(${JSON.stringify(path)});
      db.pragma('cache_size = 5');
      db.pragma('foreign_keys = OFF');
      db.exec('BEGIN');
      const insert = db.prepare("INSERT INTO incident SELECT ?, 'i', 1, '2026-01-01', '2026-01-02', NULL, hex(zeroblob(900))");
      for (let i = 0; i < 500; i += 1) insert.run('x' + i);
      db.prepare("UPDATE portfolio SET name = 'Half done'").run();
      process.kill(process.pid, 'SIGKILL');`;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', source], {
      cwd: ROOT,
    });
    await once(child, 'exit');
    // The crash must really have left a half-written file, or this proves nothing.
    expect(statSync(path).size).toBeGreaterThan(sizeBefore);
    expect(statSync(`${path}-journal`).size).toBeGreaterThan(0);
    const file = openPortfolioFile(path);
    const count = file.db.prepare('SELECT count(*) FROM incident').pluck().get();
    const name = file.db.prepare('SELECT name FROM portfolio').pluck().get();
    file.close();
    expect([name, count]).toEqual(['Test portfolio', 0]);
    expect(existsSync(`${path}-journal`)).toBe(false);
  });
});
