import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { firstKnownAt, markOf, rewind } from '#db/as-of/rewind.ts';
import * as commands from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { asReadDb } from '#db/handles.ts';
import { readAuditHead, readHistory, readLastChanged } from '#db/read/history.ts';
import { SCHEMA_HASHES, schemaHash } from '#db/schema-check.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { readRedo, readUndo } from '#db/undo.ts';
import { verifyFile } from '#db/verify.ts';
import { runCommand } from '#db/write.ts';
import type { Instant } from '#shared/domain/units.ts';
import { newTestPortfolio, TEST_VERSION, type TestPortfolio } from '#tests/support/portfolio.ts';
import { randomSteps, runStep } from '#tests/support/random-commands.ts';

/** The open portfolio as it is now, in memory. */
function copyOf(portfolio: TestPortfolio): Database.Database {
  const raw = new (loadSqlite())(portfolio.db().serialize());
  onTestFinished(() => {
    raw.close();
  });
  return raw;
}

/** Everything a past day must show as it was. */
function picture(db: ReturnType<typeof asReadDb>) {
  return {
    content: contentDigest(db),
    head: readAuditHead(db),
    history: readHistory(db, { limit: 500 }),
    lastChanged: readLastChanged(db),
    undo: readUndo(db),
    redo: readRedo(db),
  };
}

/** A rename by the clock of `at`; its name is the new name. */
function renameAt(portfolio: TestPortfolio, at: string, name: string): void {
  const meta = { actor: 'Tester', at: at as Instant, appVersion: TEST_VERSION, name, label: name };
  runCommand(portfolio.db(), meta, (tx) => commands.updateSettings(tx, { name }));
}

const nameIn = (raw: Database.Database) => raw.prepare('SELECT name FROM portfolio').pluck().get();

describe('rewind()', () => {
  it('brings back every moment of any history exactly as it was', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(randomSteps({ maxLength: 60 }), fc.array(fc.nat(), { maxLength: 6 }), (steps, picks) => {
        const portfolio = newTestPortfolio({ isFast: true });
        const moments = steps.map((step) => {
          runStep(portfolio, step);
          return { until: portfolio.now(), was: picture(portfolio.db()) };
        });
        const chosen = new Set([0, moments.length - 1, ...picks.map((pick) => pick % moments.length)]);
        for (const index of chosen) {
          const { until, was } = moments[index] ?? expect.fail();
          const raw = copyOf(portfolio);
          expect(rewind(raw, { until })).toEqual({ seq: was.head.seq });
          expect(picture(asReadDb(raw))).toEqual(was);
          expect(verifyFile(asReadDb(raw))).toMatchObject({ isGood: true });
          expect(raw.pragma('foreign_keys', { simple: true })).toBe(1);
          expect(Object.values(SCHEMA_HASHES)).toContain(schemaHash(asReadDb(raw)));
        }
        portfolio.file().close();
      }),
      { numRuns: 12 },
    );
  });

  it('counts what was entered in the very instant, and nothing a millisecond later', () => {
    const portfolio = newTestPortfolio();
    renameAt(portfolio, '2026-11-05T10:00:00.000Z', 'Noon');
    renameAt(portfolio, '2026-11-05T10:00:00.001Z', 'After noon');
    const raw = copyOf(portfolio);
    rewind(raw, { until: '2026-11-05T10:00:00.000Z' as Instant });
    expect(nameIn(raw)).toBe('Noon');
  });

  it('goes by the number of entries when the clock was set back', () => {
    const portfolio = newTestPortfolio();
    renameAt(portfolio, '2026-11-05T10:00:00.000Z', 'First');
    renameAt(portfolio, '2027-11-05T10:00:00.000Z', 'Clock a year ahead');
    renameAt(portfolio, '2026-11-06T10:00:00.000Z', 'Clock set right');
    renameAt(portfolio, '2026-11-08T10:00:00.000Z', 'Last');
    const day7 = copyOf(portfolio);
    expect(rewind(day7, { until: '2026-11-07T00:00:00.000Z' as Instant })).toEqual({ seq: 4 });
    expect(nameIn(day7)).toBe('Clock set right');
    const day5 = copyOf(portfolio);
    expect(rewind(day5, { until: '2026-11-05T23:00:00.000Z' as Instant })).toEqual({ seq: 2 });
    expect(nameIn(day5)).toBe('First');
  });

  it('leaves out entries above a given number, whatever their clock says', () => {
    const portfolio = newTestPortfolio();
    renameAt(portfolio, '2026-11-05T10:00:00.000Z', 'Story');
    renameAt(portfolio, '2026-11-04T10:00:00.000Z', 'Tried out');
    const raw = copyOf(portfolio);
    expect(rewind(raw, { until: '2026-11-06T00:00:00.000Z' as Instant, upTo: 2 })).toEqual({ seq: 2 });
    expect(nameIn(raw)).toBe('Story');
  });

  it('puts unique names back that have changed hands since', () => {
    const portfolio = newTestPortfolio();
    const view = (id: string, name: string) => ({ id, screen: 'register', name, body: '{}', sort_order: 0 });
    portfolio.run('views', (tx) => {
      tx.insert('saved_view', view('a', 'Mine'));
      tx.insert('saved_view', view('b', 'Yours'));
    });
    const until = portfolio.now();
    portfolio.run('swap', (tx) => {
      tx.update('saved_view', { id: 'a' }, { name: 'For a moment' });
      tx.update('saved_view', { id: 'b' }, { name: 'Mine' });
      tx.update('saved_view', { id: 'a' }, { name: 'Yours' });
    });
    const raw = copyOf(portfolio);
    rewind(raw, { until });
    expect(raw.prepare('SELECT name FROM saved_view ORDER BY id').pluck().all()).toEqual(['Mine', 'Yours']);
  });

  it('refuses a moment before the portfolio was begun', () => {
    const portfolio = newTestPortfolio();
    const raw = copyOf(portfolio);
    expect(() => rewind(raw, { until: '2026-09-30T23:59:59.999Z' as Instant })).toThrow(
      expect.objectContaining({
        code: 'invalid_input',
        message: expect.stringContaining('Nothing is known before 2026-10-01, 09:00 UTC'),
      }),
    );
  });

  it('refuses a history that does not fit the tables', () => {
    const portfolio = newTestPortfolio();
    const until = portfolio.now();
    renameAt(portfolio, '2026-11-05T10:00:00.000Z', 'Later');
    const raw = copyOf(portfolio);
    raw.exec('DROP TRIGGER history_change_is_append_only_update');
    raw.exec(`UPDATE history_change SET before = '{"id":1}' WHERE seq = 2`);
    expect(() => rewind(raw, { until })).toThrow(expect.objectContaining({ code: 'file_damaged' }));
  });

  it('refuses rows that name others the day did not have', () => {
    const portfolio = newTestPortfolio();
    const input = { name: 'Claims triage', stage: 'idea' } as const;
    const id = portfolio.run('create', (tx) => commands.createInitiative(tx, input, portfolio.newId)).value
      .id;
    const until = portfolio.now();
    const incident = {
      severity: 1,
      openedOn: '2026-10-01',
      deadline: '2026-10-02',
      mitigatedOn: null,
      note: '',
    };
    portfolio.run('incident', (tx) =>
      commands.addIncident(tx, { initiativeId: id, incident } as never, portfolio.newId),
    );
    const raw = copyOf(portfolio);
    raw.exec('DROP TRIGGER history_change_is_append_only_delete');
    // An entry that tampering took out leaves the row it made behind.
    raw.exec(`PRAGMA foreign_keys = OFF; DELETE FROM history_change WHERE table_name = 'incident';
      UPDATE incident SET initiative_id = 'gone'`);
    expect(() => rewind(raw, { until })).toThrow(expect.objectContaining({ code: 'file_damaged' }));
  });

  it('is refused for a file on the disk', () => {
    const portfolio = newTestPortfolio();
    expect(() => rewind(portfolio.db(), { until: portfolio.now() })).toThrow('only a copy in memory');
  });
});

describe('markOf()', () => {
  it('names the last entry known at a moment, without changing anything', () => {
    const portfolio = newTestPortfolio();
    renameAt(portfolio, '2026-11-05T10:00:00.000Z', 'One');
    renameAt(portfolio, '2026-11-06T10:00:00.000Z', 'Two');
    const seqOn = (until: string) => markOf(portfolio.db(), { until: until as Instant }).seq;
    expect(
      ['2026-11-05T09:00:00.000Z', '2026-11-05T10:00:00.000Z', '2027-01-01T00:00:00.000Z'].map(seqOn),
    ).toEqual([1, 2, 3]);
  });
});

describe('firstKnownAt()', () => {
  it('is the moment of the first entry', () => {
    expect(firstKnownAt(newTestPortfolio().db())).toBe('2026-10-01T09:00:00.000Z');
  });
});
