import { describe, expect, it } from 'vitest';
import {
  addsUp,
  count,
  counted,
  countSentence,
  importButton,
  outcomeSentence,
  sayPlaceOnce,
} from '#renderer/features/import/import-sentences.ts';
import { type DraftState, INITIAL_IMPORT, nextImport } from '#renderer/features/import/import-state.ts';
import type { ImportDraft } from '#shared/api/schemas/intake.ts';
import { draftWith } from './draft-fixture.ts';

function stateWith(over: Partial<ImportDraft>): DraftState {
  const opening = nextImport(INITIAL_IMPORT, { type: 'fileChosen', file: { name: 'a.csv', size: 1 } });
  return nextImport(opening, { type: 'opened', draft: draftWith(over) }) as DraftState;
}

function counts(rowsRead: number, ready: number, blocked: number, duplicates: number) {
  return { counts: { rowsRead, ready, blocked, duplicates, warnings: 0, sameName: 0 } };
}

describe('count()', () => {
  it('separates thousands', () => {
    expect(count(2133)).toBe('2,133');
  });
});

describe('counted()', () => {
  it('puts the word in the number it needs', () => {
    expect(counted(1, 'row')).toBe('1 row');
    expect(counted(0, 'row')).toBe('0 rows');
    expect(counted(2000, 'entry', 'entries')).toBe('2,000 entries');
  });
});

describe('importButton()', () => {
  it.each([
    [counts(2133, 2121, 12, 0), 'Import 2,121 initiatives; 12 rows stay out'],
    [counts(2, 1, 0, 1), 'Import 1 initiative; 1 row stays out'],
    [counts(24, 24, 0, 0), 'Import 24 initiatives'],
  ])('says exactly what will happen', (over, label) => {
    expect(importButton(stateWith(over))).toEqual({ label, reason: null });
  });

  it.each([
    [counts(0, 0, 0, 0), /no row below the header row/],
    [counts(2133, 0, 0, 2133), /^All 2,133 rows are in the portfolio already/],
    [counts(1, 0, 0, 1), /^The one row is in the portfolio already/],
    [counts(7, 0, 7, 0), /^All 7 rows are blocked/],
    [counts(7, 0, 4, 3), /^No row is ready: 3 are duplicates of what is there already and 4 are blocked/],
  ])('says why nothing can be imported', (over, reason) => {
    const button = importButton(stateWith(over));
    expect(button.label).toBe('Nothing to import');
    expect(button.reason).toMatch(reason);
  });

  it('asks for a missing required column before anything else', () => {
    const targets = draftWith().targets.map((t) => ({ ...t, column: null }));
    expect(importButton(stateWith({ targets, ...counts(7, 0, 7, 0) })).reason).toBe(
      'Choose the column for Name and Stage first.',
    );
  });

  it('refuses to import when a row is counted twice or not at all', () => {
    expect(importButton(stateWith(counts(10, 8, 1, 0))).reason).toMatch(/do not add up/);
  });

  it('waits for the answer to the last change', () => {
    const revising = nextImport(stateWith({}), { type: 'changed', change: { kind: 'headerRow', row: 2 } });
    expect(importButton(revising as DraftState).reason).toMatch(/last change/);
  });
});

describe('countSentence()', () => {
  it('shows where every row goes', () => {
    expect(countSentence(draftWith(counts(2133, 2120, 12, 1)))).toBe(
      '2,133 rows read = 2,120 ready + 12 blocked + 1 duplicate',
    );
  });
});

describe('addsUp()', () => {
  it('counts every row read exactly once', () => {
    expect(addsUp(draftWith(counts(2133, 2121, 12, 0)))).toBe(true);
    expect(addsUp(draftWith(counts(2133, 2121, 11, 0)))).toBe(false);
  });
});

describe('outcomeSentence()', () => {
  it('accounts for every row read', () => {
    const outcome = { batchId: 'b', imported: 2121, blocked: 11, duplicates: 1, warnings: 3 };
    expect(outcomeSentence(outcome, 'agents.csv')).toBe(
      '2,133 rows read from agents.csv: 2,121 came in, 11 stayed out as blocked, 1 stayed out as a duplicate.',
    );
  });

  it('says no more than that when nothing stayed out', () => {
    const outcome = { batchId: 'b', imported: 1, blocked: 0, duplicates: 0, warnings: 0 };
    expect(outcomeSentence(outcome, 'a.csv')).toBe('1 row read from a.csv: 1 came in.');
  });
});

describe('sayPlaceOnce()', () => {
  const details = { file: 'a.csv', row: 3 };

  it('drops the place when the sentence begins with it', () => {
    const error = { code: 'import_rejected', message: 'a.csv, row 3: broken.', details } as const;
    expect(sayPlaceOnce(error).details).toBeUndefined();
  });

  it('keeps the place that the sentence lacks', () => {
    const error = { code: 'import_rejected', message: 'Something broke.', details } as const;
    expect(sayPlaceOnce(error)).toBe(error);
  });
});
