import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type ChangeRecord, entryHash } from '#db/chain.ts';
import { createInitiative, deleteInitiative } from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { takeContent } from '#db/file-content.ts';
import { asReadDb } from '#db/handles.ts';
import { openImage } from '#db/image.ts';
import { openPortfolioFile } from '#db/open.ts';
import { readAuditHead } from '#db/read/history.ts';
import { rebuildFromHistory } from '#db/recovery/rebuild.ts';
import { undoLast } from '#db/undo.ts';
import { lastSoundEntry, verifyFile } from '#db/verify.ts';
import { type ForgedEntry, readForgeable } from '#tests/faults/tamper-history.ts';
import { newTestPortfolio, type TestPortfolio, temporaryFolder } from '#tests/support/portfolio.ts';
import { ACTIONS, endlessSteps, runStep } from '#tests/support/random-commands.ts';

/** A portfolio in which about everything was done once. */
function busyPortfolio(seed: number, steps = 400): TestPortfolio {
  const portfolio = newTestPortfolio({ isFast: true });
  let left = steps;
  for (const step of endlessSteps(seed, ACTIONS)) {
    runStep(portfolio, step);
    left -= 1;
    if (left === 0) break;
  }
  return portfolio;
}

/** A portfolio of four entries. */
function smallPortfolio(): TestPortfolio {
  const portfolio = newTestPortfolio({ isFast: true });
  for (const name of ['A', 'B', 'C'])
    portfolio.run('createInitiative', (tx) => createInitiative(tx, { name, stage: 'idea' }, portfolio.newId));
  return portfolio;
}

/** Changes the database past the write path. */
function force(portfolio: TestPortfolio, sql: string): void {
  const db = portfolio.db();
  db.pragma('foreign_keys = OFF');
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers as { name: string }[]) db.exec(`DROP TRIGGER ${name}`);
  db.exec(sql);
  for (const trigger of triggers as { sql: string }[]) db.exec(trigger.sql);
}

const ORPHAN = JSON.stringify({
  actor: 'T',
  at: '2026-01-01T00:00:00.000Z',
  initiative_id: 'nobody',
  month: 24_310,
  state: 'closed',
});

const target = () => join(temporaryFolder(true), 'rebuilt.pilotage');

function opened<T>(path: string, look: (file: ReturnType<typeof openPortfolioFile>) => T): T {
  const file = openPortfolioFile(path);
  try {
    return look(file);
  } finally {
    file.close();
  }
}

describe('rebuildFromHistory()', () => {
  it.each([1, 2, 3])('makes a file with the same history and the same rows (seed %i)', (seed) => {
    const portfolio = busyPortfolio(seed);
    const path = target();
    expect(rebuildFromHistory(portfolio.db(), path)).toEqual(readAuditHead(portfolio.db()));
    opened(path, ({ db }) => {
      expect(verifyFile(db)).toMatchObject({ isGood: true });
      expect(takeContent(db)).toEqual(takeContent(portfolio.db()));
    });
    expect(readdirSync(join(path, '..'))).toEqual(['rebuilt.pilotage']);
  });

  it('makes a file that can be worked on, undo included', () => {
    const path = target();
    rebuildFromHistory(smallPortfolio().db(), path);
    opened(path, ({ db }) => {
      const meta = { actor: 'T', at: '2026-11-01T00:00:00.000Z' as never, appVersion: '0' };
      expect(undoLast(db, meta)).toBeTruthy();
      expect(verifyFile(db).isGood).toBe(true);
    });
  });

  it('repairs whatever became of the tables', () => {
    const portfolio = busyPortfolio(4);
    const before = contentDigest(portfolio.db());
    force(
      portfolio,
      "UPDATE initiative SET name = 'x'; DELETE FROM value_line; DELETE FROM portfolio; DROP INDEX history_by_undoes",
    );
    const path = target();
    rebuildFromHistory(portfolio.db(), path);
    opened(path, ({ db }) => expect(contentDigest(db)).toBe(before));
  });

  it.each(['initiative', 'sqlite_autoindex_history_change_1'])('repairs a wiped page of %s', (name) => {
    const portfolio = busyPortfolio(5);
    const before = contentDigest(portfolio.db());
    const page = portfolio
      .db()
      .prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?')
      .pluck()
      .get(name);
    const bytes = portfolio.db().serialize();
    bytes.fill(0, (Number(page) - 1) * 4096, Number(page) * 4096);
    const path = target();
    const raw = openImage(bytes);
    rebuildFromHistory(asReadDb(raw), path);
    raw.close();
    opened(path, ({ db }) => expect(contentDigest(db)).toBe(before));
  });

  it('names the first entry that does not fit, and leaves nothing behind', () => {
    const portfolio = smallPortfolio();
    force(portfolio, "UPDATE history SET label = 'x' WHERE seq = 3");
    const path = target();
    expect(() => rebuildFromHistory(portfolio.db(), path)).toThrow(
      expect.objectContaining({
        code: 'file_damaged',
        message: expect.stringContaining(
          'entry 3 of it is damaged or was changed. It is whole up to entry 2.',
        ),
      }),
    );
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  it('makes the portfolio as of the last sound entry', () => {
    const portfolio = smallPortfolio();
    force(portfolio, "UPDATE history SET label = 'x' WHERE seq = 4");
    const { seq } = lastSoundEntry(portfolio.db());
    const path = target();
    expect(rebuildFromHistory(portfolio.db(), path, { upTo: seq })).toEqual(lastSoundEntry(portfolio.db()));
    opened(path, ({ db }) => {
      expect(readAuditHead(db).seq).toBe(3);
      expect(db.prepare('SELECT name FROM initiative ORDER BY name').pluck().all()).toEqual(['A', 'B']);
    });
  });

  it('goes around damage that is older than a backup, with the backup as base', () => {
    const portfolio = smallPortfolio();
    const base = openImage(portfolio.db().serialize());
    onTestFinished(() => {
      base.close();
    });
    for (const name of ['D', 'E'])
      portfolio.run('createInitiative', (tx) =>
        createInitiative(tx, { name, stage: 'idea' }, portfolio.newId),
      );
    const before = takeContent(portfolio.db());
    const head = readAuditHead(portfolio.db());
    force(
      portfolio,
      "DELETE FROM history_change WHERE seq < 4; UPDATE history SET label = 'x' WHERE seq = 2",
    );
    expect(lastSoundEntry(portfolio.db()).seq).toBe(0);
    expect(lastSoundEntry(portfolio.db(), readAuditHead(asReadDb(base)))).toEqual(head);
    const path = target();
    expect(rebuildFromHistory(portfolio.db(), path, { base: asReadDb(base) })).toEqual(head);
    opened(path, ({ db }) => expect(takeContent(db)).toEqual(before));
  });

  it('does not touch the pages of what the base has', () => {
    const portfolio = busyPortfolio(6);
    const base = openImage(portfolio.db().serialize());
    for (const step of ['X', 'Y'])
      portfolio.run('createInitiative', (tx) =>
        createInitiative(tx, { name: step, stage: 'idea' }, portfolio.newId),
      );
    const before = takeContent(portfolio.db());
    const root = portfolio.db().prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'history_change'");
    const bytes = portfolio.db().serialize();
    const start = (Number(root.pluck().get()) - 1) * 4096;
    // The root is an inner page; its first cell names the page of the oldest changes.
    expect(bytes.readUInt8(start)).toBe(5);
    const oldest = bytes.readUInt32BE(start + bytes.readUInt16BE(start + 12));
    bytes.fill(0, (oldest - 1) * 4096, oldest * 4096);
    const damaged = openImage(bytes);
    onTestFinished(() => {
      base.close();
      damaged.close();
    });
    expect(lastSoundEntry(asReadDb(damaged)).seq).toBe(0);
    const path = target();
    rebuildFromHistory(asReadDb(damaged), path, { base: asReadDb(base) });
    opened(path, ({ db }) => expect(takeContent(db)).toEqual(before));
  });

  it('does not put a base and a history together that do not belong to each other', () => {
    const portfolio = smallPortfolio();
    const other = newTestPortfolio({ isFast: true, name: 'Another' });
    expect(() => rebuildFromHistory(portfolio.db(), target(), { base: other.db() })).toThrow(
      'entry 2 of it is damaged or was changed',
    );
  });

  it('leaves out what later entries removed or put back', () => {
    const portfolio = smallPortfolio();
    const id = String(portfolio.db().prepare("SELECT id FROM initiative WHERE name = 'A'").pluck().get());
    portfolio.run('deleteInitiative', (tx) => deleteInitiative(tx, { id }));
    const namesAt = (upTo: number) => {
      const path = target();
      rebuildFromHistory(portfolio.db(), path, { upTo });
      return opened(path, ({ db }) => db.prepare('SELECT name FROM initiative ORDER BY name').pluck().all());
    };
    expect(namesAt(4)).toEqual(['A', 'B', 'C']);
    expect(namesAt(5)).toEqual(['B', 'C']);
  });

  it.each<[string, string, string]>([
    ['a history without entries', 'DELETE FROM history_change; DELETE FROM history', 'entry 1 of it'],
    [
      'other tables of that name',
      'ALTER TABLE history_change ADD COLUMN more TEXT',
      'its tables are not the ones Pilotage makes',
    ],
  ])('refuses %s', (_what, sql, words) => {
    const portfolio = smallPortfolio();
    force(portfolio, sql);
    expect(() => rebuildFromHistory(portfolio.db(), target())).toThrow(words);
  });

  it.each<[string, Partial<ChangeRecord>, string]>([
    ['a row that lacks its columns', { after: '{"id":"x"}' }, 'the rows in it contradict each other'],
    [
      'a row of a table there is not',
      { table: 'sqlite_schema' },
      'it names the unknown table “sqlite_schema”',
    ],
    ['a row without its parent', { table: 'month_state', key: '{}', after: ORPHAN }, 'contradict each other'],
    ['a row under the key of another', { key: '{"id":"other"}' }, 'a check of the new file failed'],
  ])('refuses a chained history that leads to %s', (_what, forged, words) => {
    const portfolio = smallPortfolio();
    const [last] = readForgeable(portfolio.db()).slice(-1) as [ForgedEntry];
    const changes = last.changes.map((change) => ({ ...change, ...forged }));
    const { table, key, after } = changes[0] as ChangeRecord;
    const db = portfolio.db();
    for (const name of ['history', 'history_change']) db.exec(`DROP TRIGGER ${name}_is_append_only_update`);
    db.prepare('UPDATE history_change SET table_name = ?, row_key = ?, after = ? WHERE seq = 4').run(
      table,
      key,
      after,
    );
    db.prepare('UPDATE history SET hash = ? WHERE seq = 4').run(entryHash(last, changes, last.prevHash));
    const path = target();
    expect(() => rebuildFromHistory(db, path)).toThrow(
      expect.objectContaining({ code: 'file_damaged', message: expect.stringContaining(words) }),
    );
    expect(readdirSync(join(path, '..'))).toEqual([]);
  });

  it('refuses to go further than the history does', () => {
    expect(() => rebuildFromHistory(smallPortfolio().db(), target(), { upTo: 9 })).toThrow(
      'it ends with entry 4, before entry 9',
    );
  });

  it('never replaces a file', () => {
    const path = target();
    writeFileSync(path, 'mine');
    expect(() => rebuildFromHistory(smallPortfolio().db(), path)).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
    expect(readFileSync(path, 'utf8')).toBe('mine');
  });

  it('says so when the folder is gone', () => {
    const path = join(temporaryFolder(true), 'nowhere', 'rebuilt.pilotage');
    expect(() => rebuildFromHistory(smallPortfolio().db(), path)).toThrow(
      expect.objectContaining({ code: 'file_missing' }),
    );
    expect(existsSync(path)).toBe(false);
  });
});
