import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createPortfolioFile } from '#db/create.ts';
import { SCHEMA_VERSION } from '#db/migrations/index.ts';
import { openPortfolioFile } from '#db/open.ts';
import { readHistory } from '#db/read/history.ts';
import { readFileFacts, readPortfolio } from '#db/read/portfolio.ts';
import { readUndo } from '#db/undo.ts';
import { verifyFile } from '#db/verify.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { fixedClock, fixedIds } from '#tests/support/fixed-context.ts';
import { newTestPortfolio, TEST_VERSION, temporaryFolder } from '#tests/support/portfolio.ts';

/** What happens instead of giving a file a second name; undefined = what the system does. */
const linking = vi.hoisted((): { instead: (() => void) | undefined } => ({ instead: undefined }));
vi.mock('node:fs', async (importActual) => {
  const actual = await importActual<typeof import('node:fs')>();
  const linkSync = (...names: Parameters<typeof actual.linkSync>) =>
    linking.instead ? linking.instead() : actual.linkSync(...names);
  return { ...actual, linkSync };
});
beforeEach(() => {
  linking.instead = undefined;
});

const options = () => ({
  name: 'Halden Mutual',
  currency: 'CHF',
  at: fixedClock('2026-01-02T03:04:05.678Z')(),
  newId: fixedIds(),
  appVersion: TEST_VERSION,
});

describe('createPortfolioFile()', () => {
  it('makes one whole file with its settings and first history entry', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'new.pilotage');
    createPortfolioFile(path, { ...options(), sampleAsOf: '2026-09-30' as IsoDate });
    expect(readdirSync(folder)).toEqual(['new.pilotage']);
    const file = openPortfolioFile(path);
    expect(readPortfolio(file.db)).toEqual({
      name: 'Halden Mutual',
      currency: 'CHF',
      fiscalYearStart: 1,
      reviewer: '',
      sampleAsOf: '2026-09-30',
    });
    expect(readFileFacts(file.db).createdAt).toBe('2026-01-02T03:04:05.678Z');
    expect(readHistory(file.db, { limit: 9 }).map((entry) => entry.label)).toEqual(['Create Halden Mutual']);
    expect(readUndo(file.db)).toBeNull();
    expect(verifyFile(file.db).isGood).toBe(true);
    file.close();
  });

  it('marks the file: application id, schema number, rollback journal', () => {
    const header = readFileSync(newTestPortfolio().path).subarray(0, 100);
    expect(header.toString('latin1', 0, 15)).toBe('SQLite format 3');
    expect(header.toString('latin1', 68, 72)).toBe('PLTG');
    expect(header.readInt32BE(60)).toBe(SCHEMA_VERSION);
    expect([header[18], header[19]]).toEqual([1, 1]);
  });

  it.each([
    ['', 'a file of that name is there already'],
    ['-journal', 'a leftover journal'],
    ['-wal', 'a leftover journal'],
  ])('leaves what is there already untouched (name%s)', (suffix, reason) => {
    const folder = temporaryFolder();
    const path = join(folder, 'taken.pilotage');
    writeFileSync(path + suffix, 'somebody else’s');
    expect(() => createPortfolioFile(path, options())).toThrow(
      expect.objectContaining({ code: 'conflict', message: expect.stringContaining(reason) }),
    );
    expect(readFileSync(path + suffix, 'utf8')).toBe('somebody else’s');
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('leaves what appears while it is built untouched', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'taken.pilotage');
    const taken = () => {
      writeFileSync(path, 'somebody else’s');
      return 'id';
    };
    expect(() => createPortfolioFile(path, { ...options(), newId: taken })).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
    expect(readFileSync(path, 'utf8')).toBe('somebody else’s');
    expect(readdirSync(folder)).toEqual(['taken.pilotage']);
  });

  it('does not have its name before it is whole', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'new.pilotage');
    const seen: string[][] = [];
    const newId = fixedIds();
    const looking = () => {
      seen.push(readdirSync(folder).filter((name) => !name.startsWith('.')));
      return newId();
    };
    createPortfolioFile(path, { ...options(), newId: looking });
    expect(seen).toEqual([[], []]);
    expect(readdirSync(folder)).toEqual(['new.pilotage']);
  });

  it('does without second names where the file system has none', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'new.pilotage');
    linking.instead = () => {
      throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' });
    };
    createPortfolioFile(path, options());
    expect(readdirSync(folder)).toEqual(['new.pilotage']);
    const file = openPortfolioFile(path);
    expect(verifyFile(file.db).isGood).toBe(true);
    file.close();

    const other = join(folder, 'taken.pilotage');
    linking.instead = () => {
      writeFileSync(other, 'somebody else’s');
      throw Object.assign(new Error('EPERM: operation not permitted, link'), { code: 'EPERM' });
    };
    expect(() => createPortfolioFile(other, options())).toThrow(
      expect.objectContaining({ code: 'conflict' }),
    );
    expect(readFileSync(other, 'utf8')).toBe('somebody else’s');
    expect(readdirSync(folder)).toEqual(['new.pilotage', 'taken.pilotage']);
  });

  it('leaves nothing behind when it fails half-way', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'bad.pilotage');
    expect(() => createPortfolioFile(path, { ...options(), currency: 'euro' })).toThrow('CHECK');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that the folder is gone', () => {
    const path = join(temporaryFolder(), 'missing', 'a.pilotage');
    expect(() => createPortfolioFile(path, options())).toThrow(
      expect.objectContaining({ code: 'file_missing' }),
    );
    expect(existsSync(path)).toBe(false);
  });
});
