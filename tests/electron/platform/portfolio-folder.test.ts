import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  fileStem,
  freePortfolioPath,
  listPortfolioFiles,
  portfolioByHandle,
} from '#electron/platform/portfolio-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotage-folder-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, minute: number) => {
  writeFileSync(join(folder, name), '');
  utimesSync(join(folder, name), 0, minute * 60);
};

describe('listPortfolioFiles()', () => {
  it('lists portfolios only, newest first', () => {
    put('old.pilotage', 1);
    put('new.pilotage', 2);
    put('old.pilotage-journal', 3);
    put('notes.txt', 3);
    mkdirSync(join(folder, 'folder.pilotage'));
    expect(listPortfolioFiles(folder, 's').map(({ name, modifiedAt }) => [name, modifiedAt])).toEqual([
      ['new', '1970-01-01T00:02:00.000Z'],
      ['old', '1970-01-01T00:01:00.000Z'],
    ]);
  });

  it('is empty before the folder exists', () => {
    expect(listPortfolioFiles(join(folder, 'absent'), 's')).toEqual([]);
  });

  it('gives handles that mean nothing to another process', () => {
    put('a.pilotage', 1);
    const [mine] = listPortfolioFiles(folder, 'mine');
    expect(portfolioByHandle(folder, 'mine', mine?.handle ?? '').name).toBe('a');
    expect(() => portfolioByHandle(folder, 'other', mine?.handle ?? '')).toThrow(
      expect.objectContaining({ code: 'file_missing' }),
    );
  });
});

describe('freePortfolioPath()', () => {
  it('never names a file that is there', () => {
    expect(freePortfolioPath(folder, 'Plan')).toBe(join(folder, 'Plan.pilotage'));
    put('Plan.pilotage', 1);
    put('Plan 2.pilotage', 1);
    expect(freePortfolioPath(folder, 'Plan')).toBe(join(folder, 'Plan 3.pilotage'));
  });

  it('stays in the folder whatever the name is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (name) => {
        const path = freePortfolioPath(folder, name);
        expect(dirname(path)).toBe(folder);
        expect(basename(path)).toMatch(/^[^.\\/:*?"<>|][^\\/:*?"<>|]*\.pilotage$/s);
      }),
    );
  });
});

describe('fileStem()', () => {
  it.each([
    ['Claims 2027', 'Claims 2027'],
    ['  Claims\t/ 2027. ', 'Claims 2027'],
    ['../../etc/passwd', 'etc passwd'],
    ['..', 'Portfolio'],
    ['', 'Portfolio'],
    ['nul', 'nul portfolio'],
    ['COM1.x', 'COM1.x portfolio'],
    ['Übersicht', 'Übersicht'],
    ['🚀'.repeat(60), '🚀'.repeat(50)],
  ])('makes of %j the file name %j', (name, stem) => {
    expect(fileStem(name)).toBe(stem);
  });
});
