import { copyFileSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPortfolioFile } from '#db/open.ts';
import { readAuditHead } from '#db/read/history.ts';
import { judgeLeftover } from '#db/recovery/leftover.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { verifyFile } from '#db/verify.ts';
import { crashInChange } from '#tests/support/crashed-portfolio.ts';
import { holdElsewhere } from '#tests/support/held-portfolio.ts';
import { newTestPortfolio, type TestPortfolio, temporaryFolder } from '#tests/support/portfolio.ts';

/** A closed portfolio with `steps` history entries more than the first. */
function portfolioOf(steps: number): TestPortfolio {
  const portfolio = newTestPortfolio();
  for (let step = 1; step <= steps; step += 1)
    portfolio.run('rename', (tx) => tx.update('portfolio', { id: 1 }, { name: `Name ${step}` }));
  portfolio.file().close();
  return portfolio;
}

const contents = (path: string) =>
  ['', '-journal', '-wal'].map((end) => {
    try {
      return readFileSync(path + end).toString('base64');
    } catch {
      return null;
    }
  });

const seen = (seenSeq: number) => ({ seenSeq, isOwnCrash: seenSeq > 0 });

const scratch = () => mkdtempSync(join(temporaryFolder(), 'scratch-'));

/** The journal that a crash in a portfolio of one entry leaves. */
function strangeJournal(): string {
  const other = portfolioOf(0);
  crashInChange(other.path);
  return `${other.path}-journal`;
}

describe('judgeLeftover()', () => {
  it('finds nothing to do beside a file that was closed', () => {
    expect(judgeLeftover(portfolioOf(1).path, scratch(), seen(0))).toEqual({ kind: 'none' });
  });

  it('takes the way of SQLite after a crash in a change, and only reads the file and its journal', () => {
    const { path } = portfolioOf(3);
    crashInChange(path);
    const before = contents(path);
    const folder = scratch();
    expect(judgeLeftover(path, folder, seen(4))).toMatchObject({
      kind: 'undone_by_opening',
      head: { seq: 4 },
    });
    expect(contents(path)).toEqual(before);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['is checked whole when it is small', { wholeUpTo: undefined }, true],
    ['is checked quickly when it is large', { wholeUpTo: 4096 }, false],
    ['is checked whole when nobody expects a journal there', { wholeUpTo: 4096, isOwnCrash: false }, true],
    ['is checked whole when it leads back to less than was seen', { wholeUpTo: 4096, seenSeq: 999 }, true],
  ])('a file after a crash %s', (_what, { wholeUpTo = 32 * 1024 ** 2, ...known }, isCheckedWhole) => {
    // More entries than a quick check recomputes.
    const { path } = portfolioOf(210);
    crashInChange(path);
    const folder = scratch();
    expect(judgeLeftover(path, folder, { ...seen(4), wholeUpTo, ...known })).toEqual({
      kind: 'undone_by_opening',
      head: { seq: 211, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
      isCheckedWhole,
    });
    expect(readdirSync(folder)).not.toContain('quick');
  });

  it.each([
    ['does not take a large file for sound when one of its last entries does not fit', 200, undefined],
    ['leaves what is wrong with an old entry of a large file to the whole check', 3, false],
  ])('%s', (_what, step, isCheckedWhole) => {
    const { path } = portfolioOf(210);
    const bytes = readFileSync(path);
    // Quoted only in the images of the history.
    const name = `"Name ${step}"`;
    bytes.write(name.toUpperCase(), bytes.indexOf(name));
    writeFileSync(path, bytes);
    crashInChange(path);
    const judge = () => judgeLeftover(path, scratch(), { ...seen(4), wholeUpTo: 4096 });
    if (isCheckedWhole === undefined)
      expect(judge).toThrow(expect.objectContaining({ code: 'file_damaged' }));
    else expect(judge()).toMatchObject({ kind: 'undone_by_opening', isCheckedWhole });
  });

  it('leaves a journal out that would damage the file, as after a copy put beside a leftover', () => {
    const { path } = portfolioOf(40);
    copyFileSync(strangeJournal(), `${path}-journal`);
    const before = contents(path);
    const verdict = judgeLeftover(path, scratch(), seen(0));
    expect(verdict).toMatchObject({
      kind: 'without_side_file',
      head: { seq: 41 },
      sideFiles: ['-journal'],
    });
    expect(contents(path)).toEqual(before);
    if (verdict.kind !== 'without_side_file') return;
    const copy = openPortfolioFile(verdict.copy);
    expect([verifyFile(copy.db).isGood, readAuditHead(copy.db).seq]).toEqual([true, 41]);
    copy.close();
  });

  it('leaves an old journal out that leads back to less than this machine has seen', () => {
    const portfolio = portfolioOf(1);
    const { path } = portfolio;
    const earlier = join(temporaryFolder(), 'earlier.pilotage');
    copyFileSync(path, earlier);
    portfolio.reopen();
    portfolio.run('rename', (tx) => tx.update('portfolio', { id: 1 }, { name: 'Later' }));
    portfolio.file().close();
    // The same change in the earlier file: its journal, taken in the middle, leads back from the later one.
    const raw = new (loadSqlite())(earlier);
    // Without syncing, the header of a journal says from the start that all of it counts.
    raw.pragma('synchronous = OFF');
    raw.exec(`ATTACH '${path}' AS later; BEGIN;
      INSERT INTO history SELECT * FROM later.history WHERE seq = 3;
      INSERT INTO history_change SELECT * FROM later.history_change WHERE seq = 3;
      UPDATE portfolio SET name = 'Later'`);
    copyFileSync(`${earlier}-journal`, `${path}-journal`);
    raw.exec('ROLLBACK');
    raw.close();
    expect(judgeLeftover(path, scratch(), seen(0))).toMatchObject({
      kind: 'undone_by_opening',
      head: { seq: 2 },
    });
    expect(judgeLeftover(path, scratch(), seen(3))).toMatchObject({
      kind: 'without_side_file',
      head: { seq: 3 },
    });
  });

  it('lets SQLite undo a crash in a file older than the one seen here', () => {
    const { path } = portfolioOf(1);
    crashInChange(path);
    expect(judgeLeftover(path, scratch(), seen(9))).toMatchObject({
      kind: 'undone_by_opening',
      head: { seq: 2 },
    });
  });

  it('leaves the write-ahead log of something else out', () => {
    const { path } = portfolioOf(2);
    const other = join(temporaryFolder(), 'other.db');
    const raw = new (loadSqlite())(other);
    raw.pragma('journal_mode = WAL');
    raw.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)');
    copyFileSync(`${other}-wal`, `${path}-wal`);
    raw.close();
    const before = contents(path);
    expect(judgeLeftover(path, scratch(), seen(3))).toMatchObject({
      kind: 'without_side_file',
      head: { seq: 3 },
      sideFiles: ['-wal'],
    });
    expect(contents(path)).toEqual(before);
  });

  it('says that the file is damaged when no way leads to a sound one, and only reads it', () => {
    const { path } = portfolioOf(40);
    copyFileSync(strangeJournal(), `${path}-journal`);
    const bytes = readFileSync(path);
    // Another name in the row than in the history: no check of SQLite sees it.
    const at = bytes.lastIndexOf('Name 40');
    bytes.write('Name 99', at);
    writeFileSync(path, bytes);
    const before = contents(path);
    expect(() => judgeLeftover(path, scratch(), seen(0))).toThrow(
      expect.objectContaining({ code: 'file_damaged' }),
    );
    expect(contents(path)).toEqual(before);
  });

  it('keeps off a file that another process is changing', async () => {
    const { path } = portfolioOf(1);
    await holdElsewhere(path, 'is inside a change');
    const before = contents(path);
    expect(() => judgeLeftover(path, scratch(), seen(0))).toThrow(
      expect.objectContaining({ code: 'file_in_use' }),
    );
    expect(contents(path)).toEqual(before);
  });
});
