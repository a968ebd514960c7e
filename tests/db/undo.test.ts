import { describe, expect, it } from 'vitest';
import {
  closeMonths,
  createInitiative,
  deleteInitiative,
  importBatch,
  recordClosedReview,
  recordClosedReviewLabel,
  updateInitiative,
} from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { readAuditHead, readHistory } from '#db/read/history.ts';
import { blankFields } from '#db/rows/initiative-row.ts';
import { readRedo, readUndo, redoLast, undoLast } from '#db/undo.ts';
import { runCommand } from '#db/write.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import { newTestPortfolio, type TestPortfolio } from '#tests/support/portfolio.ts';
import { ACTIONS, commandOf, runStep } from '#tests/support/random-commands.ts';

const create = (portfolio: TestPortfolio, name: string) =>
  portfolio.run(
    'createInitiative',
    (tx) => createInitiative(tx, { name, stage: 'idea' }, portfolio.newId),
    `Add ${name}`,
  ).value.id;
const undo = (portfolio: TestPortfolio) => undoLast(portfolio.db(), portfolio.meta())?.step.label;
const redo = (portfolio: TestPortfolio) => redoLast(portfolio.db(), portfolio.meta())?.step.label;
const names = (portfolio: TestPortfolio) =>
  portfolio.db().prepare('SELECT name FROM initiative ORDER BY id').pluck().all();
const next = (portfolio: TestPortfolio) => [readUndo(portfolio.db())?.label, readRedo(portfolio.db())?.label];

describe('undoLast() and redoLast()', () => {
  it('walk back and forth through named steps', () => {
    const portfolio = newTestPortfolio();
    for (const name of ['A', 'B', 'C']) create(portfolio, name);
    expect(next(portfolio)).toEqual(['Add C', undefined]);
    expect([undo(portfolio), undo(portfolio)]).toEqual(['Add C', 'Add B']);
    expect(names(portfolio)).toEqual(['A']);
    expect(next(portfolio)).toEqual(['Add A', 'Add B']);
    expect(redo(portfolio)).toBe('Add B');
    expect(next(portfolio)).toEqual(['Add B', 'Add C']);
    expect([redo(portfolio), redo(portfolio)]).toEqual(['Add C', undefined]);
    expect(names(portfolio)).toEqual(['A', 'B', 'C']);
    expect([undo(portfolio), undo(portfolio), undo(portfolio), undo(portfolio)]).toEqual([
      'Add C',
      'Add B',
      'Add A',
      undefined,
    ]);
    expect(names(portfolio)).toEqual([]);
  });

  it('survive a restart', () => {
    const portfolio = newTestPortfolio();
    create(portfolio, 'A');
    create(portfolio, 'B');
    undo(portfolio);
    portfolio.reopen();
    expect(next(portfolio)).toEqual(['Add A', 'Add B']);
    expect(redo(portfolio)).toBe('Add B');
    expect(names(portfolio)).toEqual(['A', 'B']);
  });

  it('forget what could be redone after a new command, but keep it in the history', () => {
    const portfolio = newTestPortfolio();
    create(portfolio, 'A');
    undo(portfolio);
    create(portfolio, 'B');
    expect(next(portfolio)).toEqual(['Add B', undefined]);
    undo(portfolio);
    expect(next(portfolio)).toEqual([undefined, 'Add B']);
    expect(readHistory(portfolio.db(), { limit: 9 }).map((e) => [e.label, e.isUndone])).toEqual([
      ['Undo: Add B', false],
      ['Add B', true],
      ['Undo: Add A', false],
      ['Add A', true],
      ['Create Test portfolio', false],
    ]);
  });

  it('mark in the history what is not in effect, also after undoing and redoing the same step again', () => {
    const portfolio = newTestPortfolio();
    create(portfolio, 'A');
    const isAddUndone = () =>
      readHistory(portfolio.db(), { limit: 9 }).find((e) => e.label === 'Add A')?.isUndone;
    const marks = [isAddUndone()];
    for (const step of [undo, redo, undo, redo]) {
      step(portfolio);
      marks.push(isAddUndone());
    }
    expect(marks).toEqual([false, true, false, true, false]);
  });

  it('do not undo the making of the portfolio', () => {
    const portfolio = newTestPortfolio();
    expect(undo(portfolio)).toBeUndefined();
    expect(next(portfolio)).toEqual([undefined, undefined]);
  });

  it('take a whole import out and put it back as one step', () => {
    const portfolio = newTestPortfolio();
    const before = contentDigest(portfolio.db());
    const records = [2, 3, 4].map((row) => ({
      fields: blankFields(`Row ${row}`, 'pilot'),
      levels: [],
      sourceRow: row,
      fingerprint: `f${row}`,
      identity: null,
    }));
    portfolio.run(
      'importBatch',
      (tx) =>
        importBatch(
          tx,
          { fileName: 'a.csv', profileId: 'p', rowsRead: 3, records, problems: [] },
          portfolio.newId,
        ),
      'Import',
    );
    const after = contentDigest(portfolio.db());
    expect(undo(portfolio)).toBe('Import');
    expect(contentDigest(portfolio.db())).toBe(before);
    expect(redo(portfolio)).toBe('Import');
    expect(contentDigest(portfolio.db())).toBe(after);
  });

  it('bring a deleted initiative back with everything that belonged to it', () => {
    const portfolio = newTestPortfolio();
    const id = create(portfolio, 'A');
    portfolio.run('closeMonths', (tx) =>
      closeMonths(tx, { initiativeId: id, months: [24315 as MonthIndex] }),
    );
    const before = contentDigest(portfolio.db());
    portfolio.run('deleteInitiative', (tx) => deleteInitiative(tx, { id }), 'Delete A');
    expect(undo(portfolio)).toBe('Delete A');
    expect(contentDigest(portfolio.db())).toBe(before);
  });

  it('stop at a closed review, say why, and change nothing', () => {
    const portfolio = newTestPortfolio();
    const id = create(portfolio, 'A');
    const decision = {
      initiativeId: id,
      recommendedRule: null,
      decision: 'fix',
      reason: '',
      causes: [],
    } as const;
    const input = { name: '2026-Q2', endsOn: '2026-06-30' as IsoDate, decisions: [decision] };
    portfolio.run(
      'recordClosedReview',
      (tx) => recordClosedReview(tx, input, portfolio.newId),
      recordClosedReviewLabel(input),
    );
    expect(readUndo(portfolio.db())).toEqual({
      seq: 3,
      label: 'Record the closed review 2026-Q2',
      refusal:
        '“Record the closed review 2026-Q2” is closed for ever; steps before it cannot be undone. Correct a month by restating it.',
    });
    create(portfolio, 'B');
    expect(readUndo(portfolio.db())).toEqual({ seq: 4, label: 'Add B', refusal: null });
    expect(undo(portfolio)).toBe('Add B');
    portfolio.reopen();
    const before = [contentDigest(portfolio.db()), readAuditHead(portfolio.db())];
    expect(() => undo(portfolio)).toThrow(
      expect.objectContaining({ code: 'conflict', message: expect.stringContaining('closed for ever') }),
    );
    expect([contentDigest(portfolio.db()), readAuditHead(portfolio.db())]).toEqual(before);
    expect(redo(portfolio)).toBe('Add B');
    expect(next(portfolio)).toEqual(['Add B', undefined]);
  });

  it('stop at a closed review that was undone and redone by an earlier build', () => {
    const portfolio = newTestPortfolio();
    const step = (name: string, undoes?: number) =>
      runCommand(
        portfolio.db(),
        { ...portfolio.meta(), name, label: name, ...(undoes === undefined ? {} : { undoes }) },
        (tx) => createInitiative(tx, { name, stage: 'idea' }, portfolio.newId),
      );
    step('recordClosedReview');
    step('undo', 2);
    step('redo', 3);
    expect(readUndo(portfolio.db())?.refusal).toContain('closed for ever');
  });

  it('refuse when a row is no longer as the command left it, and change nothing', () => {
    const portfolio = newTestPortfolio();
    const id = create(portfolio, 'A');
    portfolio.run('updateInitiative', (tx) => updateInitiative(tx, { id, patch: { unit: 'Claims' } }));
    portfolio.db().exec("UPDATE initiative SET unit = 'Bypassed'");
    const before = contentDigest(portfolio.db());
    expect(() => undo(portfolio)).toThrow(expect.objectContaining({ code: 'conflict' }));
    expect(contentDigest(portfolio.db())).toBe(before);
  });
});

describe('any sequence of commands', () => {
  it('can contain each of them: every kind of step gets through at least once', () => {
    const portfolio = newTestPortfolio({ isFast: true });
    const isDone = portfolio.db().prepare('SELECT 1 FROM history WHERE command = ? LIMIT 1');
    const taking = /^(remove|delete|undo|redo)/;
    const giving = ACTIONS.filter((action) => !taking.test(action));
    const rest = ACTIONS.filter((action) => taking.test(action));
    // What is added last has nothing that would forbid to take it away.
    const steps = [...giving, 'create', 'line', 'driver', 'asset', ...rest] as const;
    for (const [at, action] of steps.entries())
      for (
        let pick = 0;
        pick < 60 && (pick < (taking.test(action) ? 1 : 3) || !isDone.get(commandOf(action)));
        pick += 1
      )
        runStep(portfolio, { action, pick, n: at * 7 + pick, text: `Step ${at}` });
    expect(ACTIONS.filter((action) => !isDone.get(commandOf(action)))).toEqual([]);
  });
});
