import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderOfBackups, listBackupFiles } from '#db/backup/list-backups.ts';
import { writeBackup } from '#db/backup/write-backup.ts';
import { createInitiative } from '#db/commands/index.ts';
import { takeContent } from '#db/file-content.ts';
import { asReadDb } from '#db/handles.ts';
import { openImage } from '#db/image.ts';
import { readAuditHead } from '#db/read/history.ts';
import { readFileFacts } from '#db/read/portfolio.ts';
import { rebuildDamaged } from '#electron/platform/salvage.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import { newTestPortfolio, type TestPortfolio, temporaryFolder } from '#tests/support/portfolio.ts';

const add = (portfolio: TestPortfolio, names: readonly string[]) => {
  for (const name of names)
    portfolio.run('createInitiative', (tx) => createInitiative(tx, { name, stage: 'idea' }, portfolio.newId));
};

/** A backup of a portfolio as it is; answers the paths of all there are, the newest first. */
function backUp(portfolio: TestPortfolio, folder: string, hour: number): string[] {
  writeBackup({
    image: portfolio.db().serialize(),
    folder,
    reason: 'interval',
    madeAt: `2026-10-01T${hour}:00:00.000Z` as Instant,
    place: '00000000',
    dayOf: (moment) => moment.slice(0, 10) as IsoDate,
  });
  const { fileId } = readFileFacts(portfolio.db());
  return listBackupFiles(folder, fileId).map(({ handle }) => join(folderOfBackups(folder, fileId), handle));
}

/** Damages entries of the history past the write path. */
function damage(portfolio: TestPortfolio, where: string): void {
  portfolio
    .db()
    .exec(`DROP TRIGGER history_is_append_only_update; UPDATE history SET label = 'x' WHERE ${where}`);
}

/** What the screens would show of a rebuilt file. */
function contentOf(bytes: Buffer) {
  const raw = openImage(bytes);
  try {
    return takeContent(asReadDb(raw));
  } finally {
    raw.close();
  }
}

describe('rebuildDamaged()', () => {
  it('needs no backup when the history is whole', () => {
    const portfolio = newTestPortfolio({ isFast: true });
    add(portfolio, ['A', 'B']);
    const folder = temporaryFolder(true);
    const rebuilt = rebuildDamaged(portfolio.db(), temporaryFolder(true), backUp(portfolio, folder, 10));
    expect(rebuilt).toMatchObject({ head: readAuditHead(portfolio.db()), isWhole: true, fromBackup: 0 });
  });

  it('takes what is damaged from the newest backup of the same history, and loses nothing', () => {
    const portfolio = newTestPortfolio({ isFast: true });
    const folder = temporaryFolder(true);
    add(portfolio, ['A']);
    backUp(portfolio, folder, 10);
    add(portfolio, ['B', 'C']);
    const backups = backUp(portfolio, folder, 11);
    add(portfolio, ['D', 'E']);
    const [head, content] = [readAuditHead(portfolio.db()), takeContent(portfolio.db())];
    damage(portfolio, 'seq = 3');
    const rebuilt = rebuildDamaged(portfolio.db(), temporaryFolder(true), backups);
    expect(backups).toHaveLength(2);
    expect(rebuilt).toMatchObject({ head, isWhole: true, fromBackup: 4 });
    expect(rebuilt && contentOf(rebuilt.bytes)).toEqual(content);
  });

  it('ends before damage that no backup reaches', () => {
    const portfolio = newTestPortfolio({ isFast: true });
    const folder = temporaryFolder(true);
    add(portfolio, ['A', 'B']);
    const backups = backUp(portfolio, folder, 10);
    add(portfolio, ['C', 'D', 'E']);
    damage(portfolio, 'seq IN (2, 5)');
    const rebuilt = rebuildDamaged(portfolio.db(), temporaryFolder(true), backups);
    expect(rebuilt).toMatchObject({ head: { seq: 4 }, isWhole: false, fromBackup: 3 });
  });

  it('takes nothing from a backup of another history', () => {
    const [portfolio, other] = [
      newTestPortfolio({ isFast: true }),
      newTestPortfolio({ isFast: true, name: 'Other' }),
    ];
    add(portfolio, ['A', 'B', 'C']);
    add(other, ['X', 'Y', 'Z']);
    damage(portfolio, 'seq = 3');
    const rebuilt = rebuildDamaged(
      portfolio.db(),
      temporaryFolder(true),
      backUp(other, temporaryFolder(true), 10),
    );
    expect(rebuilt).toMatchObject({ head: { seq: 2 }, isWhole: false, fromBackup: 0 });
  });

  it('makes nothing of a history without a first entry', () => {
    const portfolio = newTestPortfolio({ isFast: true });
    damage(portfolio, 'seq = 1');
    expect(rebuildDamaged(portfolio.db(), temporaryFolder(true))).toBeUndefined();
  });
});
