import { describe, expect, it } from 'vitest';
import { fileErrors } from '#db/file-errors.ts';
import { AppError } from '#shared/api/errors.ts';
import { figures } from './io.fault.ts';
import { FAULTS, plansFor } from './support/io-plan.ts';
import { quickValue } from './support/quick.ts';
import { whyUntold } from './support/told.ts';

const PATIENCE_MS = 120_000;

describe('a disk that fails at one call, or from one call on', () => {
  for (const figure of figures)
    it(`costs nothing: ${figure.name}`, { timeout: PATIENCE_MS }, async ({ skip }) => {
      expect(await quickValue(figure, skip)).toBe(figure.budget);
    });
});

describe('whyUntold()', () => {
  it.each([
    ['a full disk', fileErrors.diskFull('a.pilotage')],
    ['a failed write', fileErrors.ioFailed('a.pilotage', 'EIO')],
    ['a connection that no longer writes', fileErrors.stopped('a.pilotage')],
    ['an upgrade without room', fileErrors.noRoomToUpgrade('a.pilotage')],
    ['damage', fileErrors.damaged('a.pilotage', 'so it seems')],
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
