import { describe, expect, it } from 'vitest';
import { countOf, formatCount } from '#renderer/components/counts.ts';

describe('formatCount()', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [2133, '2,133'],
    [1234567, '1,234,567'],
  ])('writes %d as %j', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });
});

describe('countOf()', () => {
  it('agrees with its noun', () => {
    expect(countOf(1, 'initiative')).toBe('1 initiative');
    expect(countOf(0, 'initiative')).toBe('0 initiatives');
    expect(countOf(2, 'entry', 'entries')).toBe('2 entries');
  });
});
