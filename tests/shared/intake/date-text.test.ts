import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIsoDate } from '#shared/domain/calendar.ts';
import { type DateOrder, type DateReading, dateOrderOf, readDateText } from '#shared/intake/date-text.ts';

const on = (date: string) => ({ kind: 'date', date }) as DateReading;

describe('readDateText()', () => {
  it.each<[string, DateOrder | null, DateReading]>([
    ['10/1/2023', 'mdy', on('2023-10-01')],
    ['10/1/2023', 'dmy', on('2023-01-10')],
    ['10/1/2023', null, { kind: 'ambiguous' }],
    ['25/1/2023', null, on('2023-01-25')],
    ['1/25/2023', null, on('2023-01-25')],
    ['3/3/2023', null, on('2023-03-03')],
    ['1.2.2026', 'dmy', on('2026-02-01')],
    ['1/25/2023', 'dmy', { kind: 'unreadable' }],
    ['2023-10-01', null, on('2023-10-01')],
    ['2023/1/9', 'dmy', on('2023-01-09')],
    ['2023-10-01 14:30:00', null, on('2023-10-01')],
    ['10/1/2023 0:00', 'mdy', on('2023-10-01')],
    ['15 March 2024', null, on('2024-03-15')],
    ['March 15, 2024', null, on('2024-03-15')],
    ['15-Mar-2024', null, on('2024-03-15')],
    ['7/16/1905', 'mdy', { kind: 'year_serial', year: 2024 }],
    ['1905-07-16', null, { kind: 'year_serial', year: 2024 }],
    ['1/1/1930', 'mdy', { kind: 'implausible' }],
    ['2/30/2024', 'mdy', { kind: 'unreadable' }],
    ['23-Nov', 'mdy', { kind: 'unreadable' }],
    ['1/5/24', 'mdy', { kind: 'unreadable' }],
    ['Q1FY24', 'mdy', { kind: 'unreadable' }],
    ['2023-04-12 (contract kick-off)', null, { kind: 'unreadable' }],
    ['1/2-2024', 'mdy', { kind: 'unreadable' }],
  ])('reads %s in order %s', (text, order, expected) => {
    expect(readDateText(text, order)).toEqual(expected);
  });

  it('never gives anything but a real day or a reason', () => {
    const text = fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}$/));
    fc.assert(
      fc.property(text, fc.constantFrom<DateOrder | null>('mdy', 'dmy', 'ymd', null), (cell, order) => {
        const reading = readDateText(cell, order);
        if (reading.kind === 'date') expect(isIsoDate(reading.date)).toBe(true);
        else expect(['ambiguous', 'year_serial', 'implausible', 'unreadable']).toContain(reading.kind);
      }),
    );
  });
});

describe('dateOrderOf()', () => {
  it.each([
    ['proven by a day in second place', ['1/2/2024', '1/25/2024', 'N/A'], { kind: 'proven', order: 'mdy' }],
    ['proven by a day in first place', ['1/2/2024', '25.1.2024'], { kind: 'proven', order: 'dmy' }],
    ['mixed', ['25/1/2024', '1/25/2024'], { kind: 'mixed' }],
    ['ambiguous', ['1/2/2024', '3/4/2024'], { kind: 'ambiguous' }],
    ['clear without any open date', ['2024-01-25', '3/3/2024', ''], { kind: 'clear' }],
  ])('finds the order %s', (_, texts, expected) => {
    expect(dateOrderOf(texts)).toEqual(expected);
  });
});
