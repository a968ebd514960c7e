import { describe, expect, test } from 'vitest';
import {
  firstMonth,
  grouped,
  type RestateDraft,
  readRestatement,
  restateRows,
} from '#renderer/features/initiative/value/restate-draft.ts';
import { newRestatement } from '#shared/api/schemas/trace.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { MinorUnits } from '#shared/domain/units.ts';
import { costLine, month, outcomeLine } from './lines.ts';

const MARCH = month(2);
// Only what the form reads of an initiative.
const DETAIL = {
  currency: 'EUR',
  lines: [costLine('cost'), outcomeLine('hours')],
  values: [
    { lineId: 'cost', month: MARCH, amount: 125_050 as MinorUnits },
    { lineId: 'cost', month: month(3), amount: 999 as MinorUnits },
  ],
  readings: [{ month: MARCH, value: 0.41 }],
  unitCounts: [{ month: MARCH, attempts: 1200, successes: null }],
} as unknown as InitiativeDetail;
const ROWS = restateRows(DETAIL, MARCH);
const draft = (typed: RestateDraft['typed'], reason = 'late invoice'): RestateDraft => ({
  month: MARCH,
  typed,
  reason,
});

describe('firstMonth()', () => {
  test('begins with the wanted month while it is closed, else with the newest', () => {
    const months = [month(4), MARCH];
    expect(firstMonth(months, MARCH)).toBe(MARCH);
    expect(firstMonth(months, month(1))).toBe(month(4));
    expect(firstMonth(months, undefined)).toBe(month(4));
  });
});

describe('grouped()', () => {
  test.each([
    ['16250', '16,250'],
    ['-1234567.125', '-1,234,567.125'],
    ['0.1234', '0.1234'],
    ['999', '999'],
  ])('shows %s as %s', (figure, shown) => {
    expect(grouped(figure)).toBe(shown);
  });
});

describe('restateRows()', () => {
  test('shows every figure of that month as one would type it, blank where unmeasured', () => {
    expect(ROWS.map(({ key, stands }) => [key, stands])).toEqual([
      ['cost', '1250.50'],
      ['hours', ''],
      ['reading', '0.41'],
      ['attempts', '1200'],
      ['successes', ''],
    ]);
  });

  test.each([
    ['has ended', { endsOn: month(1) }],
    ['begins later', { startsOn: month(3) }],
  ])('leaves a line out that %s, unless an amount of it is there', (_what, span) => {
    const lines = [costLine('cost', span), outcomeLine('hours', span)];
    const keys = restateRows({ ...DETAIL, lines }, MARCH).map(({ key }) => key);
    expect(keys).toEqual(['cost', 'reading', 'attempts', 'successes']);
  });

  test('keeps a line in its first and last month', () => {
    const lines = [outcomeLine('hours', { startsOn: MARCH, endsOn: MARCH })];
    expect(restateRows({ ...DETAIL, lines }, MARCH)[0]?.key).toBe('hours');
  });
});

describe('readRestatement()', () => {
  test('corrects only what differs, and a cleared figure becomes unmeasured', () => {
    const typed = { cost: '1,300.00', hours: '', reading: '', attempts: '1200', successes: '1100' };
    const { restatement, problems } = readRestatement(ROWS, draft(typed, ' late invoice '), 'EUR');
    expect(problems).toEqual({});
    expect(restatement).toEqual({
      month: MARCH,
      reason: 'late invoice',
      amounts: [{ lineId: 'cost', amount: 130_000 }],
      figures: [
        { figure: 'reading', value: null },
        { figure: 'successes', value: 1100 },
      ],
    });
    expect(newRestatement.safeParse({ initiativeId: 'i', ...restatement }).success).toBe(true);
  });

  test('takes a zero for a measured zero', () => {
    expect(readRestatement(ROWS, draft({ hours: '0' }), 'EUR').restatement?.amounts).toEqual([
      { lineId: 'hours', amount: 0 },
    ]);
  });

  test.each([
    ['an amount that is none', { cost: 'twelve' }, 'why', ['cost']],
    ['a count that is none', { attempts: '1 2 x' }, 'why', ['attempts']],
    ['no reason', { cost: '1' }, '  ', ['reason']],
    ['nothing changed, however it is written', { cost: '1,250.50', reading: '0.410' }, 'why', ['nothing']],
    ['nothing typed', {}, 'why', ['nothing']],
  ] as const)('refuses %s', (_what, typed, reason, keys) => {
    const { restatement, problems } = readRestatement(ROWS, draft(typed, reason), 'EUR');
    expect(restatement).toBeNull();
    expect(Object.keys(problems)).toEqual([...keys]);
  });
});
