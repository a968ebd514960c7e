import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { backupName } from '#db/backup/backup-name.ts';
import { folderOfBackups } from '#db/backup/list-backups.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { readFileMemory, writeFileMemory } from '#electron/platform/file-memory.ts';
import type { RestoreChoice } from '#shared/api/schemas/file.ts';
import type { Instant } from '#shared/domain/units.ts';
import { leftHere, openTestDocument } from '#tests/support/document.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

let folder: string;
let profile: string;
let path: string;
beforeEach(() => {
  folder = temporaryFolder();
  profile = join(temporaryFolder(), 'profile');
  path = join(folder, 'claims.pilotage');
});

const digest = () => createHash('sha256').update(readFileSync(path)).digest('hex');
const damage = async () => {
  const document = await openTestDocument(path, profile);
  const { file, initiativeCount } = await document.ask('getStatus', {});
  if (!file.damage) throw new Error('the file is not taken for damaged');
  return { document, file, damage: file.damage, initiativeCount };
};

function fill(from: number, to: number, byte = 0xa5): void {
  const bytes = readFileSync(path);
  writeFileSync(path, bytes.fill(byte, from, to));
}

/** Puts garbage on the page where a table begins; `history_change` stands for the history itself. */
function garbleTable(name: string): void {
  const raw = new (loadSqlite())(path);
  const root = raw.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(name) as number;
  const size = raw.pragma('page_size', { simple: true }) as number;
  raw.close();
  fill((root - 1) * size, root * size);
}

/** The portfolio as it is now becomes a backup made at `madeAt`, as the backups themselves lie there. */
function backUp(madeAt: string): string {
  const memory = readFileMemory(profile, path);
  if (!memory) throw new Error('nothing is remembered');
  const own = folderOfBackups(join(profile, 'backups'), memory.fileId);
  mkdirSync(own, { recursive: true });
  const name = backupName({ madeAt: madeAt as Instant, reason: 'close', place: '01234567', ...memory.head });
  writeFileSync(join(own, name), readFileSync(path));
  return name;
}

describe('showDamage()', () => {
  it('shows what the history says when the tables are damaged, and offers it first: nothing is lost', async () => {
    leftHere(path, profile, 3);
    const backup = backUp('2026-11-20T10:00:00.000Z');
    garbleTable('initiative');
    const before = digest();
    const { document, file, damage: found, initiativeCount } = await damage();
    expect(initiativeCount).toBe(3);
    expect(file).toMatchObject({ name: 'claims.pilotage', isReadOnly: true });
    expect(found.text).toMatch(/^“claims\.pilotage” is damaged: [^.]*\. Nothing was changed\.$/);
    expect(found.shows).toBe('damaged');
    expect(found.choices.map(({ choice }) => choice)).toEqual([
      { kind: 'rebuilt' },
      { kind: 'backup', handle: backup },
      { kind: 'empty' },
    ]);
    expect(found.choices[0]?.loses).toBe(
      'Nothing: all 4 entries of the history are intact, and every value is made anew from them.',
    );
    expect((await document.ask('listRegister', {})).rows).toHaveLength(3);
    await document.close();
    expect(digest()).toBe(before);
    expect(readdirSync(folder)).toEqual(['claims.pilotage']);
    // The memory is that of the file, which was not opened.
    expect(readFileMemory(profile, path)).toMatchObject({ isClosedCleanly: true, head: { seq: 4 } });
  });

  it('shows the newest good backup when the history is damaged too, and ranks by what is lost', async () => {
    leftHere(path, profile, 2);
    const older = backUp('2026-11-20T10:00:00.000Z');
    const newer = backUp('2026-11-21T10:00:00.000Z');
    const own = join(profile, 'backups', readFileMemory(profile, path)?.fileId ?? '');
    truncateSync(join(own, newer), 8192);
    garbleTable('history');
    garbleTable('initiative');
    const { damage: found, initiativeCount } = await damage();
    expect([found.shows, initiativeCount]).toEqual(['backup', 2]);
    expect(found.choices.map(({ choice }) => choice)).toEqual([
      { kind: 'backup', handle: newer },
      { kind: 'backup', handle: older },
      { kind: 'empty' },
    ]);
    expect(found.choices[0]?.loses).toMatch(/^Nothing that this machine has seen/);
  });

  it('ranks what an earlier restore gave up on purpose below older backups', async () => {
    leftHere(path, profile, 1);
    const older = backUp('2026-11-19T10:00:00.000Z');
    const memory = readFileMemory(profile, path);
    if (!memory) throw new Error('nothing is remembered');
    const given = { ...memory, head: { ...memory.head, seq: 9 } };
    writeFileMemory(profile, path, given);
    const givenUp = backUp('2026-11-20T10:00:00.000Z');
    const restores = [{ at: '2026-11-21T10:00:00.000Z' as Instant, seq: 2 }];
    writeFileMemory(profile, path, { ...memory, restores });
    truncateSync(path, 5000);
    const { damage: found } = await damage();
    expect(found.choices.map(({ choice }) => choice)).toEqual([
      { kind: 'backup', handle: older },
      { kind: 'backup', handle: givenUp },
      { kind: 'empty' },
    ]);
    expect(found.choices[1]?.loses).toMatch(/^It is from before an earlier restore/);
  });

  it('tells backups of the same minute apart by their seconds', async () => {
    leftHere(path, profile, 1);
    for (const at of ['10:00:05', '10:00:41', '10:01:00']) backUp(`2026-11-20T${at}.000Z`);
    truncateSync(path, 5000);
    const { damage: found } = await damage();
    expect(found.choices.map(({ label }) => label)).toEqual([
      'Backup of 20 Nov 2026, 10:01 UTC',
      'Backup of 20 Nov 2026, 10:00:41 UTC',
      'Backup of 20 Nov 2026, 10:00:05 UTC',
      'Start with an empty portfolio',
    ]);
  });

  it.each<[string, () => void, RestoreChoice, number, number]>([
    ['all of its history', () => garbleTable('initiative'), { kind: 'rebuilt' }, 4, 0],
    [
      'what is whole of its history',
      () => {
        garbleTable('history_change_by_initiative');
        const bytes = readFileSync(path);
        // Quoted only in the history, which then is no longer whole.
        bytes.write('"INITIATIVE 3"', bytes.indexOf('"Initiative 3"'));
        writeFileSync(path, bytes);
      },
      { kind: 'empty' },
      3,
      3,
    ],
  ])(
    'compares a restore with what is shown of a damaged file, made from %s',
    async (_what, harm, choice, seq, lost) => {
      leftHere(path, profile, 3);
      harm();
      const { document, damage: found } = await damage();
      expect(found.shows).toBe('damaged');
      expect(await document.ask('previewRestore', { choice })).toMatchObject({
        present: { seq, initiatives: seq - 1 },
        stepsLost: { count: lost },
      });
    },
  );

  it('says how many entries a backup lacks', async () => {
    leftHere(path, profile, 1);
    const backup = backUp('2026-11-20T10:00:00.000Z');
    const document = await openTestDocument(path, profile);
    await document.ask('createInitiative', { name: 'Later', stage: 'idea' });
    await document.ask('createInitiative', { name: 'Last', stage: 'idea' });
    await document.close();
    truncateSync(path, 5000);
    const { damage: found } = await damage();
    const loses = found.choices.find(({ choice }) => choice.kind === 'backup' && choice.handle === backup);
    expect(loses).toMatchObject({
      label: 'Backup of 20 Nov 2026, 10:00 UTC',
      loses: '2 entries after 20 Nov 2026, 10:00 UTC.',
    });
  });

  it('shows an empty portfolio when there is nothing else', async () => {
    leftHere(path, profile, 1);
    truncateSync(path, 5000);
    const { damage: found, initiativeCount, document } = await damage();
    expect([found.shows, initiativeCount]).toEqual(['nothing', 0]);
    expect(found.choices.map(({ choice }) => choice.kind)).toEqual(['empty']);
    expect(await document.failure('createInitiative', { name: 'x', stage: 'idea' })).toBe('read_only');
  });

  it('offers the history up to the last sound entry', async () => {
    leftHere(path, profile, 4);
    const bytes = readFileSync(path);
    // The name in the after-image of the third initiative: entry 4 no longer has its hash, and the row is changed.
    for (let at = bytes.indexOf('Initiative 3'); at >= 0; at = bytes.indexOf('Initiative 3', at + 1)) {
      bytes.write('Initiative X', at);
    }
    writeFileSync(path, bytes);
    garbleTable('portfolio');
    const { damage: found, initiativeCount } = await damage();
    expect(found.choices.map(({ choice }) => choice.kind)).toEqual(['rebuilt', 'empty']);
    expect(found.choices[0]).toMatchObject({
      label: 'Rebuild the portfolio from its own history up to entry 3',
      loses: expect.stringContaining('everything after it'),
    });
    expect([found.shows, initiativeCount]).toEqual(['damaged', 2]);
  });

  it.each<[string, () => void]>([
    ['is empty', () => truncateSync(path, 0)],
    ['lost its first sector', () => fill(0, 512, 0)],
    ['lost its mark', () => fill(68, 72, 0)],
    ['has a format number that no version has', () => fill(60, 61, 0x40)],
    ['is a text now', () => writeFileSync(path, 'gone')],
  ])('takes a file that was a portfolio here and %s for damaged', async (_what, change) => {
    leftHere(path, profile, 1);
    backUp('2026-11-20T10:00:00.000Z');
    change();
    const before = digest();
    const { damage: found, initiativeCount } = await damage();
    expect([found.shows, initiativeCount]).toEqual(['backup', 1]);
    expect(digest()).toBe(before);
  });

  it('shows a damaged file that this machine has never seen', async () => {
    leftHere(path, profile, 2);
    profile = join(temporaryFolder(), 'profile');
    garbleTable('initiative');
    const { damage: found, initiativeCount } = await damage();
    expect([found.shows, initiativeCount]).toEqual(['damaged', 2]);
    expect(found.choices.map(({ choice }) => choice.kind)).toEqual(['rebuilt', 'empty']);
  });
});
