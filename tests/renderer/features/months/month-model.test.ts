import { describe, expect, test } from 'vitest';
import {
  closingIds,
  inScope,
  lastWholeMonth,
  monthChoices,
  monthEntries,
  monthState,
  readMonthAddress,
} from '#renderer/features/months/month-model.ts';
import type { MonthSheet } from '#shared/api/schemas/bulk.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import { cents, monthInitiative, monthLine } from './month-sheet.ts';

const SEPTEMBER = (2026 * 12 + 8) as MonthIndex;
const day = (text: string) => text as IsoDate;
const ALL = [
  monthInitiative('a', [monthLine('a1', { amount: cents(500) }), monthLine('a2')]),
  monthInitiative('b', [monthLine('b1')]),
  monthInitiative('c', [monthLine('c1', { amount: cents(700) })], { isClosed: true }),
];

describe('inScope()', () => {
  const sheet: MonthSheet = {
    currency: 'EUR',
    asOf: day('2026-09-30'),
    month: SEPTEMBER,
    initiatives: [
      ...ALL,
      monthInitiative('none', []),
      monthInitiative('old', [monthLine('o')], { stage: 'retired' }),
    ],
  };

  test('is all in work that have lines, or those chosen', () => {
    expect(inScope(sheet, null).map((one) => one.id)).toEqual(['a', 'b', 'c']);
    expect(inScope(sheet, new Set(['b', 'old', 'none'])).map((one) => one.id)).toEqual(['b', 'old']);
  });
});

describe('monthState()', () => {
  test('counts with the draft in place, and names what is no amount', () => {
    const draft = new Map([
      ['a1', '5.00'],
      ['a2', '=2*3'],
      ['b1', '1.234'],
      ['c1', '99'],
    ]);
    const state = monthState(ALL, draft, 'EUR');
    expect(state).toMatchObject({ lines: 4, measured: 3, changed: 1, closed: 1 });
    expect(state.problems.map(({ where }) => where)).toEqual(['Pilot b, Line b1']);
    expect([...state.open]).toEqual([
      ['a', { lines: 2, unmeasured: 0 }],
      ['b', { lines: 1, unmeasured: 1 }],
    ]);
  });
});

describe('closingIds()', () => {
  test('takes those with an amount, unless a person says otherwise', () => {
    const state = monthState(ALL, new Map(), 'EUR');
    expect([...closingIds(state, new Map())]).toEqual(['a']);
    expect([
      ...closingIds(
        state,
        new Map([
          ['a', false],
          ['b', true],
          ['c', true],
        ]),
      ),
    ]).toEqual(['b']);
  });
});

describe('monthEntries()', () => {
  test('holds what changes and what is closed, and nothing else', () => {
    const draft = new Map([
      ['a1', '5'],
      ['a2', '12,50'],
      ['c1', '1'],
    ]);
    expect(monthEntries(ALL, draft, 'EUR', new Set(['b', 'c']))).toEqual([
      { initiativeId: 'a', cells: [{ lineId: 'a2', amount: 1250 }], isClosing: false },
      { initiativeId: 'b', cells: [], isClosing: true },
    ]);
    expect(monthEntries(ALL, new Map([['a1', '']]), 'EUR', new Set())).toEqual([
      { initiativeId: 'a', cells: [{ lineId: 'a1', amount: null }], isClosing: false },
    ]);
  });
});

describe('lastWholeMonth()', () => {
  test.each([
    ['2026-09-30', SEPTEMBER],
    ['2026-10-01', SEPTEMBER],
    ['2026-09-29', SEPTEMBER - 1],
  ])('on %s', (asOf, month) => {
    expect(lastWholeMonth(day(asOf))).toBe(month);
  });
});

describe('monthChoices()', () => {
  test('are the last three years, newest first, and the one asked for', () => {
    const months = monthChoices(day('2026-09-30'), SEPTEMBER);
    expect([months.length, months[0]]).toEqual([36, SEPTEMBER]);
    expect(monthChoices(day('2026-09-30'), (SEPTEMBER - 60) as MonthIndex).at(-1)).toBe(SEPTEMBER - 60);
  });
});

describe('readMonthAddress()', () => {
  test.each([
    ['', null, null],
    ['month=2026-09&ids=a,b', SEPTEMBER, ['a', 'b']],
    ['month=2026-13&ids=a b,,c', null, ['c']],
  ])('of %j', (search, month, ids) => {
    const read = readMonthAddress(search);
    expect([read.month, read.ids && [...read.ids]]).toEqual([month, ids]);
  });
});
