import { describe, expect, it } from 'vitest';
import {
  countProblems,
  filterProblems,
  listCorrections,
  moveFocus,
  problemKey,
} from '#renderer/features/import/problem-list.ts';
import type { ImportProblem } from '#shared/api/schemas/intake.ts';
import { draftWith } from './draft-fixture.ts';

function problem(row: number, severity: ImportProblem['severity'], over: Partial<ImportProblem> = {}) {
  return { row, column: 'Stage', columnIndex: 1, cell: 'Live', severity, code: 'c', message: 'm', ...over };
}

const PROBLEMS = [problem(2, 'warning'), problem(3, 'blocked'), problem(4, 'warning')];

describe('filterProblems()', () => {
  it('keeps the order and drops other severities', () => {
    expect(filterProblems(PROBLEMS, 'warning').map((p) => p.row)).toEqual([2, 4]);
    expect(filterProblems(PROBLEMS, 'duplicate')).toEqual([]);
  });

  it('gives the very same list for all, so that a table does not rebuild', () => {
    expect(filterProblems(PROBLEMS, 'all')).toBe(PROBLEMS);
  });
});

describe('countProblems()', () => {
  it('counts each severity, and all', () => {
    expect(countProblems(PROBLEMS)).toEqual({ all: 3, blocked: 1, duplicate: 0, warning: 2 });
  });
});

describe('problemKey()', () => {
  it('differs by row, column and kind of trouble', () => {
    const keys = [
      problem(2, 'blocked'),
      problem(3, 'blocked'),
      problem(2, 'blocked', { columnIndex: null }),
      problem(2, 'blocked', { code: 'd' }),
    ].map(problemKey);
    expect(new Set(keys).size).toBe(4);
  });
});

describe('listCorrections()', () => {
  it('names the column of each corrected cell, by row then column', () => {
    const corrections = [
      { row: 9, column: 0, value: 'B' },
      { row: 3, column: 7, value: '' },
      { row: 3, column: 1, value: 'Pilot' },
    ];
    expect(listCorrections({ corrections }, draftWith())).toEqual([
      { row: 3, column: 1, columnName: 'Stage', value: 'Pilot' },
      { row: 3, column: 7, columnName: 'column 8', value: '' },
      { row: 9, column: 0, columnName: 'Name', value: 'B' },
    ]);
    expect(listCorrections({}, draftWith())).toEqual([]);
  });
});

describe('moveFocus()', () => {
  it.each([
    ['ArrowDown', 3, 4],
    ['ArrowUp', 0, 0],
    ['PageDown', 5, 9],
    ['PageUp', 8, 3],
    ['Home', 7, 0],
    ['End', 7, 9],
    ['x', 7, 7],
  ])('%s from row %d leads to row %d of ten', (key, from, to) => {
    expect(moveFocus(key, from, 10, 5)).toBe(to);
  });

  it('stays put when the list got shorter or empty', () => {
    expect(moveFocus('x', 7, 3, 5)).toBe(2);
    expect(moveFocus('ArrowDown', 0, 0, 5)).toBe(-1);
  });
});
