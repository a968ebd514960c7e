import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  createInitiative,
  deleteInitiative,
  recordAssessment,
  updateInitiative,
} from '#db/commands/index.ts';
import { type CopyMeta, copyWithHistory, copyWithoutHistory } from '#db/copy/copy-portfolio.ts';
import { contentDigest } from '#db/digest.ts';
import { getRow, getRows, type ReadDb } from '#db/handles.ts';
import { openPortfolioFile } from '#db/open.ts';
import { readAuditHead, readHistory } from '#db/read/history.ts';
import { readFileFacts } from '#db/read/portfolio.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { TABLE_NAMES, type TableName } from '#db/tables.ts';
import { readUndo } from '#db/undo.ts';
import { verifyFile } from '#db/verify.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import { newTestPortfolio, type TestPortfolio, temporaryFolder } from '#tests/support/portfolio.ts';
import { ACTIONS, endlessSteps, runStep } from '#tests/support/random-commands.ts';

const META: CopyMeta = {
  actor: 'Tester',
  at: '2026-11-01T00:00:00.000Z' as Instant,
  appVersion: '0.0.0-test',
};

/** A portfolio with a past: an initiative that was deleted, one that was renamed, a rating. */
function withPast(): TestPortfolio {
  const portfolio = newTestPortfolio({ isFast: true });
  const add = (name: string) =>
    portfolio.run('createInitiative', (tx) => createInitiative(tx, { name, stage: 'idea' }, portfolio.newId))
      .value.id;
  const [secret, kept] = [add('SECRET-DELETED'), add('SECRET-OLD-NAME')];
  portfolio.run('recordAssessment', (tx) =>
    recordAssessment(
      tx,
      {
        initiativeId: kept,
        gap: 'data',
        level: 2,
        rater: 'Zoë “Z” 李',
        ratedOn: '2026-09-01' as IsoDate,
        note: '',
        evidence: [],
      },
      portfolio.newId,
    ),
  );
  portfolio.run('deleteInitiative', (tx) => deleteInitiative(tx, { id: secret }));
  portfolio.run('updateInitiative', (tx) =>
    updateInitiative(tx, { id: kept, patch: { name: 'Present name' } }),
  );
  return portfolio;
}

function opened(bytes: Uint8Array) {
  const path = join(temporaryFolder(), 'copy.pilotage');
  writeFileSync(path, bytes);
  const file = openPortfolioFile(path);
  onTestFinished(() => file.close());
  return file;
}

function tampered(portfolio: TestPortfolio): Buffer {
  const copy = new (loadSqlite())(Buffer.from(portfolio.db().serialize()));
  copy.exec("UPDATE initiative SET name = 'Turned'");
  const image = copy.serialize();
  copy.close();
  return image;
}

describe('copyWithHistory()', () => {
  it('is the same portfolio with the same history', () => {
    const portfolio = withPast();
    const copy = opened(copyWithHistory(portfolio.db().serialize()));
    expect(contentDigest(copy.db)).toBe(contentDigest(portfolio.db()));
    expect(readAuditHead(copy.db)).toEqual(readAuditHead(portfolio.db()));
    expect(verifyFile(copy.db)).toMatchObject({ isGood: true });
    expect(readFileFacts(copy.db)).toEqual(readFileFacts(portfolio.db()));
  });

  it('is not made of a portfolio that failed a check', () => {
    expect(() => copyWithHistory(tampered(withPast()))).toThrow(
      expect.objectContaining({ code: 'file_damaged', message: expect.stringContaining('No copy was made') }),
    );
  });
});

describe('copyWithoutHistory()', () => {
  it('holds the present rows, id included, and one entry that names where they came from', () => {
    const portfolio = withPast();
    const { seq, hash } = readAuditHead(portfolio.db());
    const copy = opened(copyWithoutHistory(portfolio.db().serialize(), META));
    expect(contentDigest(copy.db)).toBe(contentDigest(portfolio.db()));
    expect(readHistory(copy.db, { limit: 10 })).toMatchObject([
      {
        seq: 1,
        command: 'copyPortfolio',
        label: `Copied from entry ${seq} (${hash.slice(0, 16)})`,
        actor: 'Tester',
      },
    ]);
    expect(verifyFile(copy.db)).toMatchObject({ isGood: true });
  });

  it('holds nothing of what was deleted or renamed', () => {
    const portfolio = withPast();
    const image = portfolio.db().serialize();
    const bytes = Buffer.from(copyWithoutHistory(image, META));
    // The words must be in the original, or their absence would prove nothing.
    expect(image.includes('SECRET-DELETED') && image.includes('SECRET-OLD-NAME')).toBe(true);
    expect(bytes.includes('SECRET')).toBe(false);
    expect(bytes.includes('Present name')).toBe(true);
  });

  it('begins a file: Undo has nothing to take back', () => {
    const copy = opened(copyWithoutHistory(withPast().db().serialize(), META));
    expect(readUndo(copy.db)).toBeNull();
  });

  it('takes rows of every table along', () => {
    const portfolio = newTestPortfolio({ isFast: true });
    let left = 400;
    for (const step of endlessSteps(5, ACTIONS)) {
      runStep(portfolio, step);
      left -= 1;
      if (left === 0) break;
    }
    const copy = opened(copyWithoutHistory(portfolio.db().serialize(), META));
    const countOf = (db: ReadDb, table: string) =>
      getRow<{ count: number }>(db, `SELECT count(*) AS count FROM ${table}`)?.count;
    const counts = TABLE_NAMES.map((table) => [table, countOf(portfolio.db(), table)]);
    expect(TABLE_NAMES.map((table) => [table, countOf(copy.db, table)])).toEqual(counts);
    // Enough of them had something in them to make the comparison worth it.
    expect(counts.filter(([, count]) => count !== 0).length).toBeGreaterThan(20);
    expect(verifyFile(copy.db)).toMatchObject({ isGood: true });
  });

  it('can do so because the registry names each table after those its rows refer to', () => {
    const { db } = newTestPortfolio({ isFast: true });
    const early = TABLE_NAMES.flatMap((table, index) =>
      getRows<{ parent: string }>(
        db(),
        'SELECT "table" AS parent FROM pragma_foreign_key_list(?)',
        table,
      ).filter(({ parent }) => TABLE_NAMES.indexOf(parent as TableName) >= index),
    );
    expect(early).toEqual([]);
  });

  it('is not made of a portfolio that failed a check', () => {
    expect(() => copyWithoutHistory(tampered(withPast()), META)).toThrow(
      expect.objectContaining({ code: 'file_damaged' }),
    );
  });
});
