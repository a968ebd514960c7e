import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addDriver } from '#db/commands/index.ts';
import { asReadDb, asWriteDb, getRows, type ReadDb } from '#db/handles.ts';
import { inspectPortfolio } from '#db/inspect.ts';
import { portfolioSchema } from '#db/migrations/0001-portfolio.ts';
import { forwardModelSchema } from '#db/migrations/0002-forward-model.ts';
import { migrate, SCHEMA_VERSION } from '#db/migrations/index.ts';
import { openPortfolioFile } from '#db/open.ts';
import { readFacts } from '#db/read/facts.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { undoLast } from '#db/undo.ts';
import { upgradeFile } from '#db/upgrade.ts';
import { verifyFile } from '#db/verify.ts';
import { runCommand } from '#db/write.ts';
import { fixedClock, fixedIds } from '#tests/support/fixed-context.ts';
import { oldPortfolio } from '#tests/support/old-portfolio.ts';
import { TEST_VERSION } from '#tests/support/portfolio.ts';
import { smallDisk, whyNoSmallDisk } from '#tests/support/small-disk.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const OLD_TABLES = [
  'assessment',
  'decision',
  'evidence',
  'history',
  'history_change',
  'import_batch',
  'import_problem',
  'incident',
  'initiative',
  'metric_reading',
  'month_state',
  'month_value',
  'portfolio',
  'review',
  'tripwire',
  'value_line',
];

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const fileNames = (path: string) => readdirSync(dirname(path)).sort();
const meta = { actor: 'Tester', at: fixedClock('2026-11-01T00:00:00.000Z')(), appVersion: TEST_VERSION };

/** Every row of every table of version 1, as SQLite gives them. */
function rowsOf(db: ReadDb): Record<string, unknown[]> {
  return Object.fromEntries(OLD_TABLES.map((table) => [table, getRows(db, `SELECT * FROM ${table}`)]));
}

/** Reads a file without Pilotage's own opening, which would upgrade it. */
function look<T>(path: string, see: (db: ReadDb, version: unknown) => T): T {
  const raw = new (loadSqlite())(path, { readonly: true, fileMustExist: true });
  try {
    return see(asReadDb(raw), raw.pragma('user_version', { simple: true }));
  } finally {
    raw.close();
  }
}

function open(path: string) {
  const file = openPortfolioFile(path);
  onTestFinished(() => file.close());
  return file;
}

describe('opening a file of version 1', () => {
  it('keeps every row, with rows in each of its tables', () => {
    const path = oldPortfolio();
    const before = look(path, rowsOf);
    expect(Object.entries(before).filter(([, rows]) => rows.length === 0)).toEqual([]);
    const { db } = open(path);
    expect(rowsOf(db)).toEqual(before);
    expect(db.pragma('user_version', { simple: true })).toBe(SCHEMA_VERSION);
    expect(verifyFile(db)).toMatchObject({ isGood: true });
  });

  it('lays a copy beside it that is the old file, and makes no second one', () => {
    const path = oldPortfolio();
    const before = look(path, rowsOf);
    chmodSync(path, 0o640);
    open(path).close();
    expect(fileNames(path)).toEqual(['old.pilotage', 'old.v1.bak']);
    const copy = join(dirname(path), 'old.v1.bak');
    expect(look(copy, (db, version) => [version, rowsOf(db)])).toEqual([1, before]);
    expect(statSync(copy).mode & 0o777).toBe(0o640);
    const kept = digest(copy);
    open(path).close();
    expect([fileNames(path), digest(copy)]).toEqual([['old.pilotage', 'old.v1.bak'], kept]);
  });

  it('gives a file in which old steps can be undone and new ones done', () => {
    const { db } = open(oldPortfolio());
    expect(undoLast(db, meta)?.step.label).toBe('rename');
    expect(readFacts(db, 'i1')?.initiative).toMatchObject({ name: 'Claims triage', baselineValue: 0.1 });
    const driver = {
      name: 'Tasks',
      unit: '',
      bound: 'positive',
      p10: null,
      p50: null,
      p90: null,
      datedOn: null,
      grade: null,
      isVolume: true,
      loadings: [],
      measureCost: null,
      measureDays: null,
    } as const;
    runCommand(db, { ...meta, name: 'addDriver', label: 'Add' }, (tx) =>
      addDriver(tx, { initiativeId: 'i1', driver: { ...driver, loadings: [] } }, fixedIds()),
    );
    expect(readFacts(db, 'i1')?.drivers).toHaveLength(1);
    expect(verifyFile(db)).toMatchObject({ isGood: true });
  });

  it('uses a copy again that an interrupted upgrade left, and leaves a foreign file of that name alone', () => {
    const path = oldPortfolio();
    const before = look(path, rowsOf);
    const folder = dirname(path);
    writeFileSync(join(folder, 'old.v1.bak'), 'somebody else’s');
    copyFileSync(path, join(folder, 'old.v1-2.bak'));
    writeFileSync(join(folder, '.old.v1.bak.new'), 'half written');
    const kept = digest(join(folder, 'old.v1-2.bak'));
    expect(rowsOf(open(path).db)).toEqual(before);
    expect(readFileSync(join(folder, 'old.v1.bak'), 'utf8')).toBe('somebody else’s');
    expect(digest(join(folder, 'old.v1-2.bak'))).toBe(kept);
    expect(existsSync(join(folder, 'old.v1-3.bak'))).toBe(false);
  });

  it('does not take a copy with other rows for its own', () => {
    const path = oldPortfolio();
    const other = join(dirname(path), 'old.v1.bak');
    copyFileSync(path, other);
    const raw = new (loadSqlite())(other);
    raw.exec("UPDATE month_value SET amount_minor = 1 WHERE line_id = 'l2'");
    raw.close();
    const kept = digest(other);
    open(path).close();
    expect([fileNames(path), digest(other)]).toEqual([['old.pilotage', 'old.v1-2.bak', 'old.v1.bak'], kept]);
  });

  it('refuses one whose rows contradict each other, untouched and without a copy', () => {
    const path = oldPortfolio();
    const raw = new (loadSqlite())(path);
    raw.pragma('foreign_keys = OFF');
    raw.exec("UPDATE month_value SET line_id = 'gone' WHERE line_id = 'l2'");
    raw.close();
    const before = digest(path);
    expect(() => openPortfolioFile(path)).toThrow(expect.objectContaining({ code: 'file_damaged' }));
    expect([digest(path), fileNames(path)]).toEqual([before, ['old.pilotage']]);
  });

  it('starts again from the old file after a crash in the middle', async () => {
    const path = oldPortfolio();
    const before = look(path, rowsOf);
    const source = `import { asWriteDb } from '#db/handles.ts';
      import { MIGRATIONS, migrate } from '#db/migrations/index.ts';
      import { configure } from '#db/configure.ts';
      import { loadSqlite } from '#db/sqlite.ts';
      const raw = new (loadSqlite())(${JSON.stringify(path)});
      configure(raw, false);
      raw.pragma('cache_size = 5');
      raw.exec('BEGIN IMMEDIATE');
      migrate(raw, MIGRATIONS);
      raw.exec("UPDATE initiative SET purpose = hex(zeroblob(200000))");
      process.kill(process.pid, 'SIGKILL');`;
    const size = statSync(path).size;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', source], {
      cwd: ROOT,
    });
    await once(child, 'exit');
    // The crash must really have left a half-upgraded file, or this proves nothing.
    expect(statSync(path).size).toBeGreaterThan(size);
    expect(statSync(`${path}-journal`).size).toBeGreaterThan(0);
    const { db } = open(path);
    expect(rowsOf(db)).toEqual(before);
    expect(verifyFile(db)).toMatchObject({ isGood: true });
  });

  it('starts again when the crash had already written the new number into the header', () => {
    const path = oldPortfolio();
    const before = look(path, rowsOf);
    const raw = new (loadSqlite())(path);
    // Without syncs the journal is whole before the commit; put back after it, it takes all of it back.
    raw.pragma('synchronous = OFF');
    raw.exec('BEGIN IMMEDIATE');
    migrate(raw);
    const journal = readFileSync(`${path}-journal`);
    raw.exec('COMMIT');
    raw.close();
    const cutOff = (name: string) => {
      const copy = join(dirname(path), name);
      copyFileSync(path, copy);
      writeFileSync(`${copy}-journal`, journal);
      return copy;
    };
    expect(inspectPortfolio(cutOff('inspected.pilotage'), { isPrivateCopy: true }).version).toBe(1);
    const { db } = open(cutOff('opened.pilotage'));
    expect(rowsOf(db)).toEqual(before);
    expect(fileNames(path)).toContain('opened.v1.bak');
    expect(verifyFile(db)).toMatchObject({ isGood: true });
  });
});

describe('upgradeFile()', () => {
  it.each([
    ['a step that fails', 'INSERT INTO missing VALUES (1)', 'missing'],
    ['a step that changes a row', "UPDATE initiative SET unit = 'x'", 'rows came out other'],
    ['a step that loses a row', 'DELETE FROM metric_reading', 'rows came out other'],
    ['a step that leaves another schema', 'CREATE TABLE extra (x TEXT) STRICT', 'tables are not as'],
  ])('leaves the file as it was after %s, says so and where the copy lies', (_what, sql, reason) => {
    const path = oldPortfolio();
    const before = look(path, rowsOf);
    const raw = new (loadSqlite())(path);
    const steps = [
      { version: 1, sql: portfolioSchema },
      { version: 2, sql: `${forwardModelSchema};${sql}` },
    ];
    try {
      expect(() => upgradeFile(asWriteDb(raw), path, steps)).toThrow(
        expect.objectContaining({
          code: 'io_failed',
          message: expect.stringMatching(
            new RegExp(
              `^“old\\.pilotage” was saved by an older.*${reason}.*left as it was.*“old\\.v1\\.bak”`,
            ),
          ),
        }),
      );
    } finally {
      raw.close();
    }
    expect(look(path, (db, version) => [version, rowsOf(db)])).toEqual([1, before]);
    expect(look(join(dirname(path), 'old.v1.bak'), rowsOf)).toEqual(before);
  });
});

describe.skipIf(whyNoSmallDisk !== undefined)('an upgrade on a full disk', () => {
  it('is not begun without room for the copy; the file opens once there is some', () => {
    const folder = smallDisk(2048);
    const path = oldPortfolio(folder);
    const before = look(path, rowsOf);
    const filler = join(folder, 'filler');
    writeFileSync(filler, Buffer.alloc(2048 * 1024 - statSync(path).size - 64 * 1024));
    expect(() => openPortfolioFile(path)).toThrow(
      expect.objectContaining({
        code: 'disk_full',
        message: expect.stringMatching(/older Pilotage.*safety copy.*left as it was.*Free some space/),
      }),
    );
    expect(look(path, (db, version) => [version, rowsOf(db)])).toEqual([1, before]);
    expect(fileNames(path)).toEqual(['filler', 'old.pilotage']);
    rmSync(filler);
    const file = openPortfolioFile(path);
    expect(rowsOf(file.db)).toEqual(before);
    file.close();
  });
});
