import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPortfolioFile } from '#db/open.ts';
import { copyAsOfNow } from '#db/recovery/copy-as-of-now.ts';
import { verifyFile } from '#db/verify.ts';
import { crashInChange } from '#tests/support/crashed-portfolio.ts';
import { holdElsewhere } from '#tests/support/held-portfolio.ts';
import { oldPortfolio } from '#tests/support/old-portfolio.ts';
import { newTestPortfolio, temporaryFolder } from '#tests/support/portfolio.ts';

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const target = () => join(temporaryFolder(), 'copy');

function closed(): string {
  const portfolio = newTestPortfolio();
  portfolio.file().close();
  return portfolio.path;
}

describe('copyAsOfNow()', () => {
  it('copies a file that another process has open', async () => {
    const path = closed();
    await holdElsewhere(path);
    const before = digest(path);
    const copy = copyAsOfNow(path, target());
    expect(copy.head.seq).toBe(1);
    const file = openPortfolioFile(copy.path);
    expect(verifyFile(file.db).isGood).toBe(true);
    file.close();
    expect(digest(path)).toBe(before);
  });

  it('gives only sound copies of a file that is being changed all the time', async () => {
    const path = closed();
    await holdElsewhere(path, 'changes');
    let copies = 0;
    for (let count = 0; count < 20; count += 1) {
      try {
        const copy = copyAsOfNow(path, target());
        const file = openPortfolioFile(copy.path, { mustBeReadOnly: true });
        expect(verifyFile(file.db).isGood).toBe(true);
        file.close();
        copies += 1;
      } catch (error) {
        expect(error).toMatchObject({ code: 'file_in_use', message: expect.stringContaining('Try again') });
      }
    }
    expect(copies).toBeGreaterThan(0);
  });

  it('undoes an unfinished change in the copy, not in the file', () => {
    const path = closed();
    crashInChange(path);
    const before = [digest(path), digest(`${path}-journal`)];
    const copy = copyAsOfNow(path, target());
    const file = openPortfolioFile(copy.path);
    expect(file.db.prepare('SELECT count(*) FROM incident').pluck().get()).toBe(0);
    file.close();
    expect([digest(path), digest(`${path}-journal`)]).toEqual(before);
  });

  it('brings the copy of an older file to the present format and leaves the file alone', () => {
    const path = oldPortfolio();
    const before = digest(path);
    expect(copyAsOfNow(path, target()).head.seq).toBe(3);
    expect(digest(path)).toBe(before);
  });

  it('refuses a file this process has open: reading it would drop its lock', () => {
    expect(() => copyAsOfNow(newTestPortfolio().path, target())).toThrow(
      expect.objectContaining({ code: 'file_in_use' }),
    );
  });

  it('calls a file damaged that nobody has and of which no copy is sound, and leaves nothing behind', () => {
    const path = closed();
    const bytes = readFileSync(path);
    bytes.fill(0xa5, 8192, 12288);
    writeFileSync(path, bytes);
    const folder = temporaryFolder();
    expect(() => copyAsOfNow(path, join(folder, 'copy'))).toThrow(
      expect.objectContaining({ code: 'file_damaged' }),
    );
    expect(readdirSync(folder)).toEqual([]);
  });
});
