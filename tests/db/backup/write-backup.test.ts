import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { backupPath, folderOfBackups, listBackupFiles } from '#db/backup/list-backups.ts';
import { readBackup } from '#db/backup/read-backup.ts';
import { createInitiative } from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { asReadDb } from '#db/handles.ts';
import { openPortfolioFile } from '#db/open.ts';
import { readAuditHead } from '#db/read/history.ts';
import { readFileFacts } from '#db/read/portfolio.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { verifyFile } from '#db/verify.ts';
import { backUp } from '#tests/support/backup.ts';
import { newTestPortfolio, type TestPortfolio, temporaryFolder } from '#tests/support/portfolio.ts';
import { smallDisk, whyNoSmallDisk } from '#tests/support/small-disk.ts';

const NOBODY = 65534;
const canSwitch = process.getuid?.() === 0;

function portfolioWith(...names: string[]): TestPortfolio {
  const portfolio = newTestPortfolio({ isFast: true });
  for (const name of names) add(portfolio, name);
  return portfolio;
}

function add(portfolio: TestPortfolio, name: string): void {
  portfolio.run('createInitiative', (tx) => createInitiative(tx, { name, stage: 'idea' }, portfolio.newId));
}

const idOf = (portfolio: TestPortfolio) => readFileFacts(portfolio.db()).fileId;
const filesIn = (portfolio: TestPortfolio, folder: string) =>
  readdirSync(folderOfBackups(folder, idOf(portfolio))).sort();

/** The image of a portfolio with a row changed behind the back of its history. */
function tamperedImage(portfolio: TestPortfolio): Buffer {
  const copy = new (loadSqlite())(Buffer.from(portfolio.db().serialize()));
  copy.exec("UPDATE initiative SET name = 'Turned'");
  const image = copy.serialize();
  copy.close();
  return image;
}

describe('writeBackup()', () => {
  it('lays a private file into the folder of the portfolio, with its content and its history', () => {
    const portfolio = portfolioWith('A', 'B');
    const folder = join(temporaryFolder(), 'new', 'backups');
    const { backup, digest, head, removed } = backUp(portfolio.db(), folder);
    expect(removed).toEqual([]);
    expect(head).toEqual(readAuditHead(portfolio.db()));
    expect(digest).toBe(contentDigest(portfolio.db()));
    expect(backup).toMatchObject({ seq: 3, hash: head.hash.slice(0, 16), reason: 'by_hand' });
    expect(listBackupFiles(folder, idOf(portfolio))).toEqual([backup]);
    const path = backupPath(folder, idOf(portfolio), backup.handle);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(folderOfBackups(folder, idOf(portfolio))).mode & 0o777).toBe(0o700);
    expect(filesIn(portfolio, folder)).toEqual([backup.handle]);
    const raw = readBackup(path);
    onTestFinished(() => void raw.close());
    expect(contentDigest(asReadDb(raw))).toBe(digest);
    expect(verifyFile(asReadDb(raw))).toMatchObject({ isGood: true });
  });

  it('is a portfolio that opens once it has its ending', () => {
    const portfolio = portfolioWith('A');
    const folder = temporaryFolder();
    const { backup, digest } = backUp(portfolio.db(), folder);
    const path = join(folder, 'again.pilotage');
    copyFileSync(backupPath(folder, idOf(portfolio), backup.handle), path);
    const file = openPortfolioFile(path);
    onTestFinished(() => file.close());
    expect(contentDigest(file.db)).toBe(digest);
  });

  it('is not made of a portfolio whose tables are not what its history says, and older ones stay', () => {
    const portfolio = portfolioWith('A');
    const folder = temporaryFolder();
    const { backup } = backUp(portfolio.db(), folder);
    const bad = { serialize: () => tamperedImage(portfolio) } as unknown as Parameters<typeof backUp>[0];
    expect(() => backUp(bad, folder)).toThrow(
      expect.objectContaining({
        code: 'file_damaged',
        message: expect.stringMatching(/No backup was made.*failed a check.*Verify file/),
      }),
    );
    expect(filesIn(portfolio, folder)).toEqual([backup.handle]);
  });

  it('is not made of a portfolio with broken pages', () => {
    const portfolio = portfolioWith('A');
    const folder = temporaryFolder();
    const image = portfolio.db().serialize();
    image.fill(0x5a, 4096 * 2, 4096 * 4);
    const bad = { serialize: () => image } as unknown as Parameters<typeof backUp>[0];
    expect(() => backUp(bad, folder)).toThrow(expect.objectContaining({ code: 'file_damaged' }));
  });

  it('never takes the name of another one: two of one millisecond differ', () => {
    const portfolio = portfolioWith('A');
    const folder = temporaryFolder();
    const first = backUp(portfolio.db(), folder);
    const second = backUp(portfolio.db(), folder);
    expect(filesIn(portfolio, folder)).toEqual([first.backup.handle, second.backup.handle]);
    expect(second.backup.madeAt).toBe('2026-10-01T12:00:00.001Z');
  });

  it('removes what rotation no longer keeps, and only backups', () => {
    const portfolio = portfolioWith('A');
    const folder = temporaryFolder();
    const handles = Array.from({ length: 5 }, (_, i) => {
      const { backup, removed } = backUp(portfolio.db(), folder, { madeAt: `2026-10-01T1${i}:00:00.000Z` });
      if (i === 0) writeFileSync(join(folderOfBackups(folder, idOf(portfolio)), 'notes.txt'), 'mine');
      if (i === 4) expect(removed).toHaveLength(1);
      return backup.handle;
    });
    expect(filesIn(portfolio, folder)).toEqual([...handles.slice(-3), 'notes.txt']);
  });

  it('keeps the one just made, even when the clock went back', () => {
    const portfolio = portfolioWith('A');
    const folder = temporaryFolder();
    for (const hour of [10, 11, 12, 13])
      backUp(portfolio.db(), folder, { madeAt: `2026-10-01T${hour}:00:00.000Z` });
    const { backup } = backUp(portfolio.db(), folder, { madeAt: '2026-10-01T09:00:00.000Z' });
    expect(filesIn(portfolio, folder)).toContain(backup.handle);
  });

  it('rotates the backups of a copy that went its own way apart: they do not push each other out', () => {
    const portfolio = portfolioWith('A');
    const folder = temporaryFolder();
    const path = join(portfolio.folder, 'copy.pilotage');
    writeFileSync(path, portfolio.db().serialize());
    add(portfolio, 'B');
    const own = backUp(portfolio.db(), folder, { madeAt: '2026-10-01T08:00:00.000Z' });
    const copy = openPortfolioFile(path);
    onTestFinished(() => copy.close());
    for (const hour of ['09', '10', '11', '12', '13'])
      backUp(copy.db, folder, { madeAt: `2026-10-01T${hour}:00:00.000Z` });
    expect(filesIn(portfolio, folder)).toContain(own.backup.handle);
    expect(filesIn(portfolio, folder)).toHaveLength(4);
  });

  it('clears drafts that an ended process left, not those under way', () => {
    const portfolio = portfolioWith('A');
    const folder = temporaryFolder();
    const own = folderOfBackups(folder, idOf(portfolio));
    mkdirSync(own);
    const [left, underWay] = ['.draft-7-000000000001.new', '.draft-7-000000000002.new'];
    for (const name of [left, underWay]) writeFileSync(join(own, name), 'half');
    const hour = 3_600_000;
    const now = Date.parse('2026-10-01T12:00:00.000Z');
    utimesSync(join(own, left), (now - 2 * hour) / 1000, (now - 2 * hour) / 1000);
    utimesSync(join(own, underWay), (now - hour / 2) / 1000, (now - hour / 2) / 1000);
    const { backup } = backUp(portfolio.db(), folder);
    expect(filesIn(portfolio, folder)).toEqual([underWay, backup.handle]);
  });

  it('says that the folder cannot be used when a file is in its place', () => {
    const portfolio = portfolioWith('A');
    const folder = join(temporaryFolder(), 'file');
    writeFileSync(folder, '');
    expect(() => backUp(portfolio.db(), folder)).toThrow(
      expect.objectContaining({ code: 'folder_read_only', message: expect.stringContaining('Settings') }),
    );
  });
});

describe.skipIf(whyNoSmallDisk !== undefined)('writeBackup() on a full disk', () => {
  it('leaves no draft and all older backups, and says what to do', () => {
    const portfolio = portfolioWith('A');
    const folder = smallDisk(1536);
    const { backup } = backUp(portfolio.db(), folder);
    const filler = join(folder, 'filler');
    writeFileSync(filler, Buffer.alloc(1536 * 1024 - backup.bytes - 64 * 1024));
    expect(() => backUp(portfolio.db(), folder)).toThrow(
      expect.objectContaining({
        code: 'disk_full',
        message: expect.stringMatching(/older backups are as they were.*Free some space/),
      }),
    );
    expect(filesIn(portfolio, folder)).toEqual([backup.handle]);
    rmSync(filler);
    backUp(portfolio.db(), folder);
    expect(filesIn(portfolio, folder)).toHaveLength(2);
  });
});

describe.skipIf(!canSwitch)('writeBackup() as a user without rights', () => {
  it('says that the folder cannot be written to', () => {
    const portfolio = portfolioWith('A');
    const folder = temporaryFolder();
    chmodSync(folder, 0o555);
    const image = join(portfolio.folder, 'image');
    writeFileSync(image, portfolio.db().serialize());
    const script = join(import.meta.dirname, 'backup-child-fixture.ts');
    const out = execFileSync(process.execPath, [script, image, folder, String(NOBODY)], { encoding: 'utf8' });
    expect(JSON.parse(out)).toMatchObject({
      code: 'folder_read_only',
      message: expect.stringMatching(/No backup was made.*Give write access/),
    });
    chmodSync(folder, 0o777);
    const again = execFileSync(process.execPath, [script, image, folder, String(NOBODY)], {
      encoding: 'utf8',
    });
    expect(JSON.parse(again)).toMatchObject({ made: expect.stringContaining('by_hand') });
  });
});

describe('readBackup()', () => {
  function written() {
    const portfolio = portfolioWith('A');
    const folder = temporaryFolder();
    const { backup } = backUp(portfolio.db(), folder);
    return { portfolio, folder, backup, path: backupPath(folder, idOf(portfolio), backup.handle) };
  }

  it('refuses one whose name speaks of another head', () => {
    const { path, backup, folder, portfolio } = written();
    const own = folderOfBackups(folder, idOf(portfolio));
    const renamed = join(own, backup.handle.replace('-2-', '-9-'));
    copyFileSync(path, renamed);
    expect(() => readBackup(renamed)).toThrow(
      expect.objectContaining({ code: 'file_damaged', message: expect.stringContaining('its name') }),
    );
  });

  it('refuses one whose rows were changed', () => {
    const { path } = written();
    const raw = new (loadSqlite())(path);
    raw.exec("UPDATE initiative SET name = 'Turned'");
    raw.close();
    expect(() => readBackup(path)).toThrow(expect.objectContaining({ code: 'file_damaged' }));
  });

  it.each([
    ['with a view', 'CREATE VIEW v AS SELECT 1'],
    ['with a trigger', 'CREATE TRIGGER t AFTER INSERT ON review BEGIN SELECT 1; END'],
  ])('refuses one %s before reading it', (_what, sql) => {
    const { path } = written();
    const raw = new (loadSqlite())(path);
    raw.exec(sql);
    raw.close();
    expect(() => readBackup(path)).toThrow(expect.objectContaining({ code: 'file_not_pilotage' }));
  });

  it.each([
    ['of nothing', () => Buffer.alloc(0), 'file_damaged'],
    ['of something else', () => Buffer.from('x'.repeat(5000)), 'file_not_pilotage'],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 9000), 'file_damaged'],
    [
      'of a newer Pilotage',
      (bytes: Buffer) => {
        bytes.writeInt32BE(99, 60);
        return bytes;
      },
      'file_newer',
    ],
  ])('refuses one %s', (_what, make, code) => {
    const { path } = written();
    writeFileSync(path, make(readFileSync(path)));
    expect(() => readBackup(path)).toThrow(expect.objectContaining({ code }));
  });

  it('says that one is gone', () => {
    const { path } = written();
    rmSync(path);
    expect(() => readBackup(path)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});
