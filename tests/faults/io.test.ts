import { describe, expect, it } from 'vitest';
import { backupErrors } from '#db/backup/backup-errors.ts';
import { fileErrors } from '#db/file-errors.ts';
import { verifyFile } from '#db/verify.ts';
import { AppError } from '#shared/api/errors.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';
import { figures } from './io.fault.ts';
import { checkOnce } from './support/check-once.ts';
import { FAULTS, plansFor } from './support/io-plan.ts';
import { addUp, type Run } from './support/io-runs.ts';
import { PARTS } from './support/io-script.ts';
import { quickValue } from './support/quick.ts';
import { whyUntold } from './support/told.ts';

const PATIENCE_MS = 120_000;

describe('a disk that fails at one call, or from one call on', () => {
  for (const figure of figures)
    it(`costs nothing: ${figure.name}`, { timeout: PATIENCE_MS }, async ({ skip }) => {
      expect(await quickValue(figure, skip)).toBe(figure.budget);
    });
});

describe('addUp()', () => {
  const counted = { fired: 0, writes: 9, names: 1, syncs: 2 };
  const good = { commands: 7, told: 0, untold: [], isStuck: false, lost: 0, corrupt: [], counted };
  const calm: readonly Run[] = PARTS.map((part) => ({ ...good, part, plan: null }));
  const failed = (change: Partial<Run>, isOnce = true): Run => ({
    ...good,
    part: 'work',
    plan: { fault: FAULTS[0], position: 3, isOnce },
    counted: { ...counted, fired: 1 },
    ...change,
  });

  it('adds calls and commands of all parts', () => {
    expect(addUp(calm)).toMatchObject({
      runs: 0,
      calm: { commands: 28, writes: 36, names: 4, syncs: 8 },
      fired: 0,
    });
  });

  it('counts what failed, was told, lost and found corrupt', () => {
    const found = addUp([
      ...calm,
      failed({ told: 1, lost: 2 }),
      failed({ told: 1, corrupt: ['a fault'] }),
      failed({ counted }),
    ]);
    expect(found).toMatchObject({ runs: 3, fired: 2, told: 2, lost: 2, untold: [], stuck: [] });
    expect(found.corrupt).toEqual(['work, ENOSPC write once at 3: a fault']);
  });

  it('takes silence for right only when everything was done', () => {
    expect(addUp([...calm, failed({})]).untold).toEqual([]);
    expect(addUp([...calm, failed({ commands: 6 })]).untold).toEqual([
      'work, ENOSPC write once at 3: nothing was said',
    ]);
  });

  it('takes giving up for stuck only when a single call failed', () => {
    const gaveUp = { told: 2, isStuck: true, commands: 1 };
    expect(addUp([...calm, failed(gaveUp), failed(gaveUp, false)]).stuck).toEqual([
      'work, ENOSPC write once at 3',
    ]);
  });

  it.each([
    ['tells of a failure', [{ ...good, part: 'create', plan: null, told: 1 }, ...calm.slice(1)]],
    ['leaves a part out', calm.slice(1)],
  ] as const)('refuses a sound disk that %s', (_what, runs) => {
    expect(() => addUp(runs)).toThrow('does not even run on a sound disk');
  });
});

describe('checkOnce()', () => {
  it('checks what it has not seen, and answers for what it has', () => {
    const { db, run } = newTestPortfolio({ isFast: true });
    let checks = 0;
    const check = checkOnce((file) => {
      checks += 1;
      return verifyFile(file);
    });
    expect([check(db()).isGood, check(db()).isGood, checks]).toEqual([true, true, 1]);
    run('rename', (tx) => tx.update('portfolio', { id: 1 }, { name: 'Another' }));
    expect([check(db()).isGood, checks]).toEqual([true, 2]);
    db().exec("UPDATE portfolio SET name = 'Tampered'");
    expect([check(db()).isGood, check(db()).isGood, checks]).toEqual([false, false, 3]);
  });
});

describe('whyUntold()', () => {
  it.each([
    ['a full disk', fileErrors.diskFull('a.pilotage')],
    ['a failed write', fileErrors.ioFailed('a.pilotage', 'EIO')],
    ['a connection that no longer writes', fileErrors.stopped('a.pilotage')],
    ['an upgrade without room', fileErrors.noRoomToUpgrade('a.pilotage')],
    ['damage', fileErrors.damaged('a.pilotage', 'so it seems')],
    ['a full disk for backups', backupErrors.diskFull()],
    ['a folder for backups that is not there', backupErrors.folderMissing()],
    ['a folder for backups without rights', backupErrors.folderReadOnly()],
    ['a backup that could not be written', backupErrors.failed('EIO')],
    ['a backup that could not be read back', backupErrors.unreadable()],
  ])('is content with %s', (_what, error) => {
    expect(whyUntold(error)).toBeUndefined();
  });

  it.each([
    ['what was not expected', new Error('SQLITE_IOERR'), 'unexpected'],
    ['a bug', new AppError('internal', 'Something went wrong. Open it again.'), 'code internal'],
    ['a code nobody knows', new AppError('odd' as 'internal', 'Odd. Open it again.'), 'code odd'],
    [
      'words without a next step',
      new AppError('io_failed', 'The file could not be written.'),
      'no next step',
    ],
  ])('complains of %s', (_what, error, why) => {
    expect(whyUntold(error)).toContain(why);
  });
});

describe('plansFor()', () => {
  const counted = { fired: 0, writes: 30, names: 2, syncs: 9 };
  const positions = (most: number | null) =>
    FAULTS.map((fault) =>
      [true, false].map((isOnce) =>
        plansFor(counted, most)
          .filter((plan) => plan.fault === fault && plan.isOnce === isOnce)
          .map(({ position }) => position),
      ),
    );
  const upTo = (end: number) => Array.from({ length: end }, (_, at) => at + 1);

  it('tries every call of every fault, once and for ever', () => {
    expect(positions(null)).toEqual([
      [upTo(30), upTo(30)],
      [upTo(32), upTo(32)],
      [upTo(9), upTo(9)],
    ]);
  });

  it('spreads a few over the script', () => {
    expect(positions(3)).toEqual([
      [
        [1, 11, 21],
        [6, 16, 26],
      ],
      [
        [1, 11, 22],
        [6, 17, 27],
      ],
      [
        [1, 4, 7],
        [2, 5, 8],
      ],
    ]);
  });
});
