import { describe, expect, it } from 'vitest';
import {
  monthAfter,
  notes,
  spanOf,
  unmeasuredNote,
  windowNote,
} from '#shared/report/statement/statement-base.ts';
import { month } from '#tests/shared/decision/example-facts.ts';
import { baseOf, factsOf } from './flows.ts';
import { story } from './story.ts';

describe('spanOf()', () => {
  it.each([
    [[], 'no closed month'],
    [['2026-07'], '2026-07'],
    [['2025-12', '2026-01', '2026-02'], '2025-12 to 2026-02'],
  ] as const)('of %j is "%s"', (months, text) => {
    expect(spanOf(months.map(month))).toBe(text);
  });
});

describe('windowNote()', () => {
  it.each([
    [['2026-07', '2026-08'], 3, 4, '3 of 4 measured'],
    [['2026-05', '2026-08', '2026-09'], 6, 6, '6 of 6 measured; not closed between: 2026-06, 2026-07'],
    [[], 0, 0, '0 of 0 measured'],
  ] as const)('of %j', (months, measured, expected, text) => {
    expect(windowNote({ months: months.map(month), measured, expected })).toBe(text);
  });
});

describe('unmeasuredNote()', () => {
  it('names the months in which an outcome counts as no claimed benefit, and is silent without any', () => {
    expect(unmeasuredNote(baseOf(story()).series)).toBe(
      'no claimed benefit of outcomes unmeasured in 2025-11',
    );
    expect(unmeasuredNote(baseOf(factsOf([-1, 2])).series)).toBeNull();
    expect(unmeasuredNote(baseOf(factsOf([])).series)).toBeNull();
  });
});

describe('notes()', () => {
  it('joins what there is to say', () => {
    expect(notes('a', null, 'b')).toBe('a; b');
    expect(notes(null, null)).toBeNull();
  });
});

describe('monthAfter()', () => {
  it('is the month in which a time that is not whole lies', () => {
    const first = month('2026-11');
    expect([0, 0.1, 1, 1.5].map((time) => spanOf([monthAfter(first, time)]))).toEqual([
      '2026-11',
      '2026-12',
      '2026-12',
      '2027-01',
    ]);
  });
});
