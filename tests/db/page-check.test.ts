import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openBeforePagesAreChecked, openPortfolioFile } from '#db/open.ts';
import { arePagesSound } from '#db/page-check.ts';
import { readPortfolio } from '#db/read/portfolio.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { runCommand } from '#db/write.ts';
import type { Instant } from '#shared/domain/units.ts';
import { oldPortfolio } from '#tests/support/old-portfolio.ts';
import { newTestPortfolio, temporaryFolder } from '#tests/support/portfolio.ts';

const rename = {
  name: 'rename',
  label: 'Rename',
  actor: 'Tester',
  at: '2026-10-01T00:00:00.000Z' as Instant,
  appVersion: '0',
};

/** A portfolio that nobody has open. */
function closedPortfolio(): string {
  const portfolio = newTestPortfolio();
  portfolio.file().close();
  return portfolio.path;
}

function begun(path: string) {
  const unchecked = openBeforePagesAreChecked(path);
  if (!unchecked) throw new Error('not opened');
  onTestFinished(unchecked.file.close);
  return unchecked;
}

/** What another connection gets when it runs `sql` at once. */
function elsewhere(path: string, sql: string): string {
  const other = new (loadSqlite())(path, { timeout: 0 });
  try {
    other.exec(sql);
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    other.close();
  }
}

describe('openBeforePagesAreChecked()', () => {
  it('lets others read the file and not write it, until it is held for good', () => {
    const path = closedPortfolio();
    const { file, hold } = begun(path);
    expect(readPortfolio(file.db).currency).toBe('EUR');
    expect(elsewhere(path, 'SELECT * FROM portfolio')).toBe('done');
    expect(elsewhere(path, 'BEGIN IMMEDIATE')).toBe('SQLITE_BUSY');
    expect(arePagesSound(path)).toBe(true);
    hold();
    expect(elsewhere(path, 'SELECT * FROM portfolio')).toBe('SQLITE_BUSY');
    runCommand(file.db, rename, (tx) => tx.update('portfolio', { id: 1 }, { name: 'Renamed' }));
    expect(readPortfolio(file.db).name).toBe('Renamed');
  });

  it('is refused while another program has the file', () => {
    const path = closedPortfolio();
    const other = new (loadSqlite())(path);
    other.exec('BEGIN IMMEDIATE');
    expect(() => openBeforePagesAreChecked(path)).toThrow(expect.objectContaining({ code: 'file_in_use' }));
    other.close();
  });

  it('cannot be held for good while somebody reads on, and says who is in the way', () => {
    const path = closedPortfolio();
    const { hold } = begun(path);
    const other = new (loadSqlite())(path);
    onTestFinished(() => void other.close());
    other.exec('BEGIN; SELECT * FROM portfolio');
    expect(hold).toThrow(expect.objectContaining({ code: 'file_in_use' }));
  });

  it('is refused for a file this process has open already', () => {
    const path = closedPortfolio();
    begun(path);
    expect(() => openBeforePagesAreChecked(path)).toThrow(expect.objectContaining({ code: 'file_in_use' }));
    expect(() => openPortfolioFile(path)).toThrow(expect.objectContaining({ code: 'file_in_use' }));
  });

  it('leaves a file of an older version to the other way of opening', () => {
    expect(openBeforePagesAreChecked(oldPortfolio(temporaryFolder()))).toBeUndefined();
  });
});

describe('arePagesSound()', () => {
  it('is false for a file with a damaged page, whatever the damage is', () => {
    const path = closedPortfolio();
    const bytes = readFileSync(path);
    for (let page = 4096; page < bytes.length; page += 4096) bytes.fill(0xa5, page, page + 64);
    writeFileSync(path, bytes);
    expect(arePagesSound(path)).toBe(false);
  });
});
