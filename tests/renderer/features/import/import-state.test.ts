import { describe, expect, it } from 'vitest';
import {
  type DraftState,
  type ImportEvent,
  type ImportState,
  INITIAL_IMPORT,
  isImportable,
  nextImport,
} from '#renderer/features/import/import-state.ts';
import type { ApiError } from '#shared/api/errors.ts';
import { draftWith } from './draft-fixture.ts';

const FILE = { name: 'agents.csv', size: 1200 };
const ERROR: ApiError = { code: 'import_rejected', message: 'agents.csv, row 3: a quote is never closed.' };
const OUTCOME = { batchId: 'b1', imported: 2, blocked: 1, duplicates: 1, warnings: 1 };

function stateAfter(...events: readonly ImportEvent[]): ImportState {
  return events.reduce(nextImport, INITIAL_IMPORT);
}

const opened = [
  { type: 'fileChosen', file: FILE },
  { type: 'opened', draft: draftWith() },
] as const;

function draftAfter(...events: readonly ImportEvent[]): DraftState {
  const state = stateAfter(...opened, ...events);
  if (state.at !== 'draft') throw new Error(`expected a draft, got ${state.at}`);
  return state;
}

function headerRow(row: number): ImportEvent {
  return { type: 'changed', change: { kind: 'headerRow', row } };
}

/** The draft after a change the host could not apply. */
function failedAfter(event: ImportEvent): DraftState {
  const asking = draftAfter(event);
  return nextImport(asking, { type: 'reviseFailed', options: asking.options, error: ERROR }) as DraftState;
}

describe('nextImport()', () => {
  it('goes from the choice of a file to its draft', () => {
    expect(stateAfter(opened[0])).toEqual({ at: 'opening', file: FILE, progress: null });
    expect(stateAfter(...opened)).toMatchObject({ at: 'draft', file: FILE, work: 'none', error: null });
  });

  it('keeps a refused file out and shows why where it was chosen', () => {
    expect(stateAfter(opened[0], { type: 'fileRefused', error: ERROR })).toEqual({
      at: 'choose',
      error: ERROR,
    });
  });

  it('ignores a draft that arrives after the person started over', () => {
    expect(stateAfter(opened[0], { type: 'startedOver' }, opened[1])).toEqual(INITIAL_IMPORT);
  });

  it('lets the last answer win, whatever the order of arrival', () => {
    const first = draftAfter(headerRow(2));
    const second = nextImport(first, headerRow(3)) as DraftState;
    const late = [
      { type: 'revised', options: second.options, draft: draftWith({ headerRow: 3 }) },
      { type: 'revised', options: first.options, draft: draftWith({ headerRow: 2 }) },
    ] as const;
    expect(late.reduce<ImportState>(nextImport, second)).toMatchObject({
      draft: { headerRow: 3 },
      work: 'none',
      options: { headerRow: 3 },
    });
    // The other order of arrival: the early answer is not taken for the late one.
    expect(late.toReversed().reduce<ImportState>(nextImport, second)).toMatchObject({
      draft: { headerRow: 3 },
      work: 'none',
    });
  });

  it('keeps the last good draft when a change fails, and does not let it be imported', () => {
    const state = failedAfter(headerRow(900));
    expect(state.draft).toEqual(draftWith());
    expect(state.error).toEqual(ERROR);
    expect(isImportable(state)).toBe(false);
    expect(nextImport(state, { type: 'importStarted' })).toBe(state);
  });

  it('asks the host again for the last good choices when a change is taken back', () => {
    const failed = failedAfter(headerRow(900));
    const back = nextImport(failed, { type: 'takenBack' }) as DraftState;
    expect(back).toMatchObject({ work: 'revising', options: {}, error: null });
    expect(isImportable(back)).toBe(false);
    const settled = nextImport(back, { type: 'revised', options: back.options, draft: draftWith() });
    expect(isImportable(settled as DraftState)).toBe(true);
    // Not answered: the host may still hold the choices that were given up.
    const unanswered = nextImport(back, { type: 'reviseFailed', options: back.options, error: ERROR });
    expect(isImportable(unanswered as DraftState)).toBe(false);
  });

  it('refuses to import while a change is being read', () => {
    const state = draftAfter(headerRow(2));
    expect(nextImport(state, { type: 'importStarted' })).toBe(state);
  });

  it('takes no change while the import is running', () => {
    const state = draftAfter({ type: 'importStarted' });
    expect(nextImport(state, headerRow(2))).toBe(state);
  });

  it('returns to the draft when the import fails, with the reason', () => {
    const state = draftAfter({ type: 'importStarted' }, { type: 'importFailed', error: ERROR });
    expect(state).toMatchObject({ at: 'draft', work: 'none', error: ERROR });
    expect(isImportable(state)).toBe(true);
  });

  it('ends in an outcome that can be undone once', () => {
    const done = stateAfter(
      ...opened,
      { type: 'importStarted' },
      { type: 'imported', outcome: OUTCOME, undoSeq: 7 },
    );
    expect(done).toMatchObject({ at: 'done', outcome: OUTCOME, undo: 'offered' });
    const undone = [{ type: 'undoStarted' }, { type: 'undone' }] as const;
    expect(undone.reduce<ImportState>(nextImport, done)).toMatchObject({ undo: 'undone', error: null });
  });

  it('offers undo again when undoing failed', () => {
    const done = stateAfter(...opened, { type: 'imported', outcome: OUTCOME, undoSeq: 7 });
    const failed = [{ type: 'undoStarted' }, { type: 'undoFailed', error: ERROR }] as const;
    expect(failed.reduce<ImportState>(nextImport, done)).toMatchObject({ undo: 'offered', error: ERROR });
  });

  it.each([
    ['another import', { type: 'progress', importId: 'other', phase: 'Reading', share: 0.5 }, null],
    [
      'this import, kept between 0 and 1',
      { type: 'progress', importId: 'imp-1', phase: 'Reading', share: 1.4 },
      { phase: 'Reading', share: 1 },
    ],
  ] as const)('shows progress of %s', (_which, event, progress) => {
    expect(draftAfter(headerRow(2), event).progress).toEqual(progress);
  });

  it('shows progress while the file is opened and its id is not known yet', () => {
    const event = { type: 'progress', importId: 'new', phase: 'Reading rows', share: 0.25 } as const;
    expect(stateAfter(opened[0], event)).toMatchObject({ progress: { phase: 'Reading rows', share: 0.25 } });
  });

  it('shows no progress when nothing is running', () => {
    const event = { type: 'progress', importId: 'imp-1', phase: 'Reading', share: 0.5 } as const;
    expect(draftAfter(event).progress).toBeNull();
  });
});

describe('isImportable()', () => {
  it('needs at least one row that is ready', () => {
    const none = { rowsRead: 4, ready: 0, blocked: 0, duplicates: 4, warnings: 0, sameName: 0 };
    expect(isImportable(draftAfter())).toBe(true);
    expect(isImportable({ ...draftAfter(), draft: draftWith({ counts: none }) })).toBe(false);
  });
});
