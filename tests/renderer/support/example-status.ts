import type { FileDamage } from '#shared/api/schemas/file.ts';
import type { Status } from '#shared/api/schemas/views.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';

export const HASH = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** A moment on 30 Sep 2026, by default five past two. */
export const at = (time = '14:05:00') => `2026-09-30T${time}.000Z` as Instant;

/** An open file without anything to say about it. */
export function openFile(over: Partial<Status['file']> = {}): Status['file'] {
  return {
    name: 'north.pilotage',
    location: '~/Portfolios/north.pilotage',
    isSample: false,
    isReadOnly: false,
    copiedAt: null,
    notices: [],
    damage: null,
    ...over,
  };
}

/** A damaged file with a choice of each kind, the empty one in the wrong place. */
export function damage(over: Partial<FileDamage> = {}): FileDamage {
  return {
    text: '12 pages cannot be read.',
    shows: 'backup',
    choices: [
      { choice: { kind: 'empty' }, label: 'An empty portfolio', loses: 'Everything.' },
      { choice: { kind: 'rebuilt' }, label: 'The portfolio rebuilt', loses: 'Nothing.' },
      { choice: { kind: 'backup', handle: 'b1' }, label: 'The backup of today', loses: '24 steps.' },
    ],
    ...over,
  };
}

/** What the host says of the open file. */
export function exampleStatus(over: Partial<Status> = {}): Status {
  return {
    appVersion: '0.4.0',
    engineVersion: '1.0.0',
    host: 'browser',
    file: openFile(),
    portfolio: { name: 'North', currency: 'EUR', fiscalYearStart: 1, reviewer: '' },
    asOf: '2026-09-30' as IsoDate,
    knownFrom: '2025-01-01' as IsoDate,
    isAsOfPinned: false,
    initiativeCount: 24,
    undo: null,
    redo: null,
    auditHead: { seq: 1204, hash: HASH },
    computing: 0,
    failedSimulations: 0,
    ...over,
  };
}
