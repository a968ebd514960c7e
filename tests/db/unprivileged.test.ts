import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { oldPortfolio } from '#tests/support/old-portfolio.ts';
import { newTestPortfolio, type TestPortfolio, temporaryFolder } from '#tests/support/portfolio.ts';

/** An account that owns nothing: root may write everywhere, so read-only cases mean nothing as root. */
const NOBODY = 65534;
const ROOT = join(import.meta.dirname, '..', '..');
const canSwitch = process.getuid?.() === 0;
if (!canSwitch) console.log('skipped: tests/db/unprivileged.test.ts needs root to become another user');

function asNobody(verb: 'look' | 'make', path: string): unknown {
  const script = join(ROOT, 'tests/support/portfolio-child.ts');
  const out = execFileSync(process.execPath, [script, verb, path, String(NOBODY)], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return JSON.parse(out);
}

/** A closed portfolio whose file and folder have these permissions. */
function withModes(fileMode: number, folderMode: number, isOwner: boolean): TestPortfolio {
  const portfolio = newTestPortfolio();
  portfolio.file().close();
  if (isOwner) for (const path of [portfolio.path, portfolio.folder]) chownSync(path, NOBODY, NOBODY);
  chmodSync(portfolio.path, fileMode);
  chmodSync(portfolio.folder, folderMode);
  return portfolio;
}

describe.skipIf(!canSwitch)('openPortfolioFile() as a user without rights', () => {
  it.each<[string, number, number, boolean]>([
    ['a read-only file', 0o444, 0o777, false],
    ['a read-only folder', 0o666, 0o555, false],
    ['an own file in a read-only folder', 0o644, 0o555, true],
  ])('opens %s for reading, refuses to change it and leaves it untouched', (_what, file, folder, isOwner) => {
    const portfolio = withModes(file, folder, isOwner);
    const before = readFileSync(portfolio.path);
    expect(asNobody('look', portfolio.path)).toEqual({
      isReadOnly: true,
      name: 'Test portfolio',
      rename: {
        code: 'read_only',
        message: expect.stringMatching(/“test\.pilotage”.*Copy it to a folder/),
        details: { file: 'test.pilotage' },
      },
    });
    expect(readFileSync(portfolio.path).equals(before)).toBe(true);
    expect(readdirSync(portfolio.folder)).toEqual(['test.pilotage']);
  });

  it('opens and changes a file it may write to', () => {
    const portfolio = withModes(0o644, 0o755, true);
    expect(asNobody('look', portfolio.path)).toEqual({
      isReadOnly: false,
      name: 'Test portfolio',
      rename: 'done',
    });
  });

  it('leaves a file of an older version that it may not upgrade untouched, and says what to do', () => {
    const path = oldPortfolio();
    chmodSync(path, 0o444);
    chmodSync(dirname(path), 0o755);
    const before = readFileSync(path);
    expect(asNobody('look', path)).toMatchObject({
      code: 'folder_read_only',
      message: expect.stringMatching(/“old\.pilotage” was saved by an older Pilotage.*Copy it to a folder/),
    });
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(dirname(path))).toEqual(['old.pilotage']);
  });

  it('says that a file may not be read', () => {
    const portfolio = withModes(0o600, 0o755, false);
    expect(asNobody('look', portfolio.path)).toMatchObject({
      code: 'io_failed',
      message: expect.stringContaining('may not be read by this user account'),
    });
  });

  it('says that somebody is changing a file it could only read', () => {
    const portfolio = newTestPortfolio();
    chmodSync(portfolio.folder, 0o755);
    chmodSync(portfolio.path, 0o644);
    expect(asNobody('look', portfolio.path)).toMatchObject({ code: 'file_in_use' });
  });
});

describe.skipIf(!canSwitch)('createPortfolioFile() as a user without rights', () => {
  it('says that the folder cannot be written to, and leaves nothing behind', () => {
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    const path = join(folder, 'new.pilotage');
    expect(asNobody('make', path)).toMatchObject({
      code: 'folder_read_only',
      message: expect.stringMatching(/“new\.pilotage”.*Choose another folder/),
    });
    expect(existsSync(path)).toBe(false);
  });
});
