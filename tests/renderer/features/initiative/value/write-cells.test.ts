import { describe, expect, test } from 'vitest';
import { editRows, gridRows, monthWindow } from '#renderer/features/initiative/value/grid-model.ts';
import {
  cellName,
  changesOf,
  fillBlock,
  parseCell,
  type Sheet,
} from '#renderer/features/initiative/value/write-cells.ts';
import { costLine, month, outcomeLine } from './lines.ts';

const LINES = [costLine('a'), costLine('b', { sortOrder: 1 }), outcomeLine('o')];
const sheet = (closed: readonly number[] = []): Sheet => ({
  rows: editRows(gridRows(LINES, { name: 'Handled', unit: 'share' })),
  months: monthWindow(month(3), 4),
  closed: new Set(closed.map(month)),
  currency: 'EUR',
});

describe('fillBlock()', () => {
  test('gives every cell its value', () => {
    const result = fillBlock(sheet(), { top: 0, left: 0, bottom: 1, right: 1 }, () => null);
    expect(result.ok && result.writes.length).toBe(4);
  });

  test('writes nothing when one month is closed', () => {
    expect(fillBlock(sheet([0]), { top: 0, left: 0, bottom: 0, right: 1 }, () => null)).toMatchObject({
      ok: false,
      problems: [
        { place: { row: 0, col: 0 }, text: 'Jan 2026 is closed, so its figures stay.', closed: month(0) },
      ],
    });
  });

  test('says of a sheet that cannot be written why, and no month is to blame', () => {
    const locked = { ...sheet([0]), readOnly: 'Version 1 is locked.' };
    expect(fillBlock(locked, { top: 0, left: 0, bottom: 0, right: 1 }, () => null)).toEqual({
      ok: false,
      problems: [{ place: null, text: 'Version 1 is locked.' }],
    });
  });
});

describe('changesOf()', () => {
  test('splits amounts from readings and leaves out what stays the same', () => {
    const result = fillBlock(sheet(), { top: 2, left: 0, bottom: 3, right: 1 }, ({ col }) => col);
    const writes = result.ok ? result.writes : [];
    expect(changesOf(writes, ({ place }) => (place.col === 0 ? 0 : null))).toEqual({
      cells: [{ lineId: 'o', month: month(1), amount: 1 }],
      readings: [{ month: month(1), value: 1 }],
      counts: [],
    });
  });

  test('takes zero and unmeasured as different', () => {
    const result = fillBlock(sheet(), { top: 0, left: 0, bottom: 0, right: 0 }, () => 0);
    const writes = result.ok ? result.writes : [];
    expect(changesOf(writes, () => null).cells).toHaveLength(1);
    expect(changesOf(writes, () => 0).cells).toHaveLength(0);
  });
});

describe('parseCell()', () => {
  const percent = { kind: 'reading', name: 'Handled', unit: '%' } as const;
  const share = { kind: 'reading', name: 'Handled', unit: 'share' } as const;
  const line = { kind: 'line', line: costLine('a') } as const;

  test.each([
    [line, '=1200*1.1', 132_000],
    [line, '=1.200,50*2', 240_100],
    [line, '=(1000+200)*10%', 12_000],
    [line, '=1200*1,1', 132_000],
    [line, '(1,200)', -120_000],
    [percent, '82 %', 82],
    [percent, '82', 82],
    [percent, '=80+2', 82],
    [share, '=82%', 0.82],
  ] as const)('of %j, “%s” is %d', (row, text, expected) => {
    expect(parseCell(row, text, 'EUR')).toEqual({ ok: true, value: expected });
  });

  test('refuses per cent where it is not the unit', () => {
    expect(parseCell(share, '82 %', 'EUR')).toMatchObject({ ok: false });
    expect(parseCell(line, '10%', 'EUR')).toMatchObject({ ok: false });
  });
});

describe('cellName()', () => {
  test('names line and month; an end of a range by its line', () => {
    expect(cellName(sheet(), { row: 0, col: 1 })).toBe('Cost a, Feb 2026');
    const ranged = {
      ...sheet(),
      rows: editRows(gridRows([costLine('a')], null, [], new Set(['a']))),
    };
    expect(cellName(ranged, { row: 1, col: 0 })).toBe('Cost a, P10, Jan 2026');
  });
});
