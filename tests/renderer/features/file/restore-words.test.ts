import { describe, expect, it } from 'vitest';
import {
  differenceCounts,
  inReadingOrder,
  isWithoutDifference,
  portfolioRowWords,
} from '#renderer/features/file/restore-words.ts';
import { difference, preview } from './example-preview.ts';

describe('inReadingOrder()', () => {
  it('puts what goes away first, then what comes back, then changes, each by name', () => {
    const names = inReadingOrder([
      difference('Agent 10', 'changes'),
      difference('Agent 9', 'changes'),
      difference('Zeta', 'goes_away'),
      difference('Alpha', 'comes_back'),
    ]).map((one) => one.name);
    expect(names).toEqual(['Zeta', 'Alpha', 'Agent 9', 'Agent 10']);
  });
});

describe('differenceCounts()', () => {
  it('counts each kind, in the singular where it is one, and leaves out none', () => {
    expect(
      differenceCounts([
        difference('a', 'goes_away'),
        difference('b', 'comes_back'),
        difference('c', 'comes_back'),
      ]),
    ).toBe('1 goes away, 2 come back');
    expect(differenceCounts([difference('a', 'changes')])).toBe('1 changes');
    expect(differenceCounts([])).toBe('');
  });
});

describe('isWithoutDifference()', () => {
  const same = preview({ initiatives: [], portfolioRows: 0, stepsLost: { count: 0, latest: [] } });
  it('needs everything to agree and the present file to be readable', () => {
    expect(isWithoutDifference(same)).toBe(true);
    expect(isWithoutDifference({ ...same, present: null })).toBe(false);
    expect(isWithoutDifference({ ...same, portfolioRows: 1 })).toBe(false);
    expect(isWithoutDifference({ ...same, stepsLost: { count: 1, latest: ['x'] } })).toBe(false);
    expect(isWithoutDifference({ ...same, initiatives: [difference('a', 'changes')] })).toBe(false);
  });
});

describe('portfolioRowWords()', () => {
  it('says nothing of nothing', () => {
    expect(portfolioRowWords(0)).toBeNull();
    expect(portfolioRowWords(1)).toContain('1 row of the whole portfolio differs:');
    expect(portfolioRowWords(2)).toContain('2 rows of the whole portfolio differ:');
  });
});
