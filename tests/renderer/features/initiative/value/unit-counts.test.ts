import { describe, expect, test } from 'vitest';
import {
  COUNT_KINDS,
  cellValues,
  editRows,
  gridRows,
  pendingKey,
  valueAt,
} from '#renderer/features/initiative/value/grid-model.ts';
import { pasteBlock } from '#renderer/features/initiative/value/paste.ts';
import {
  type CellWrite,
  changesOf,
  fillBlock,
  lockOf,
  parseCell,
  rowName,
  type Sheet,
} from '#renderer/features/initiative/value/write-cells.ts';
import { textBlock } from '#shared/clipboard/block.ts';
import { costLine, month } from './lines.ts';

const ROWS = editRows(gridRows([costLine('a')], { name: 'Handled', unit: 'share' }, COUNT_KINDS));
const SHEET: Sheet = { rows: ROWS, months: [month(0), month(1)], closed: new Set(), currency: 'EUR' };
const ATTEMPTS = { kind: 'count', count: 'attempts' } as const;
const SUCCESSES = { kind: 'count', count: 'successes' } as const;
const VALUES = cellValues([], [], new Map(), [{ month: month(0), attempts: 100, successes: null }]);
const at = (row: number, col: number) => ({ top: row, bottom: row, left: col, right: col });
const current = ({ row, month: when }: CellWrite) => valueAt(VALUES, row, when);

describe('the rows of counts', () => {
  test('stand below the reading and are named in words', () => {
    expect(ROWS.map(rowName)).toEqual(['Cost a', 'Handled', 'Attempts', 'Successful tasks']);
  });

  test('tell nothing counted from a count of zero', () => {
    expect(valueAt(VALUES, ATTEMPTS, month(0))).toBe(100);
    expect(valueAt(VALUES, SUCCESSES, month(0))).toBeNull();
    expect(valueAt(VALUES, ATTEMPTS, month(1))).toBeNull();
    const pending = new Map([[pendingKey(SUCCESSES, month(0)), 0]]);
    expect(valueAt(cellValues([], [], pending, []), SUCCESSES, month(0))).toBe(0);
  });

  test('refuse a negative count', () => {
    expect(parseCell(ATTEMPTS, '-1', 'EUR')).toEqual({ ok: false, text: 'A count is 0 or more.' });
    expect(parseCell(ATTEMPTS, '1,200', 'EUR')).toEqual({ ok: true, value: 1200 });
  });
});

describe('changesOf()', () => {
  test('sends both counts of a month, the one not written as it stands', () => {
    const result = pasteBlock(SHEET, at(3, 0), textBlock([['84', '']]));
    expect(result.ok && changesOf(result.writes, current).counts).toEqual([
      { month: month(0), attempts: 100, successes: 84 },
    ]);
  });

  test('joins attempts and successes of a month written together', () => {
    const result = pasteBlock(SHEET, at(2, 1), textBlock([['50'], ['40']]));
    expect(result.ok && changesOf(result.writes, current)).toEqual({
      cells: [],
      readings: [],
      counts: [{ month: month(1), attempts: 50, successes: 40 }],
    });
  });
});

describe('a sheet that is read-only', () => {
  const locked: Sheet = { ...SHEET, readOnly: 'Version 1 is locked.' };
  test('says so once, whatever is tried', () => {
    const refusal = { ok: false, problems: [{ place: null, text: 'Version 1 is locked.' }] };
    expect(pasteBlock(locked, at(0, 0), textBlock([['1', '2']]))).toEqual(refusal);
    expect(fillBlock(locked, { top: 0, left: 0, bottom: 1, right: 1 }, () => null)).toEqual(refusal);
    expect(lockOf(locked, month(0))).toBe('Version 1 is locked.');
    expect(lockOf(SHEET, month(0))).toBeNull();
  });
});
