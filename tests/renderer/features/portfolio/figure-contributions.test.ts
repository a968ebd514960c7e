import { describe, expect, it } from 'vitest';
import { contributionText, inputTab } from '#renderer/features/portfolio/figure-contributions.tsx';

const EUR = { currency: 'EUR' };

describe('contributionText()', () => {
  it('writes an amount, signed where it is a net value', () => {
    expect(contributionText({ ...EUR, kind: 'money', id: 'net3' }, { part: 123_400, base: null })).toBe(
      '+1.23 k'.replace(' ', '\u00a0'),
    );
    expect(contributionText({ ...EUR, kind: 'money', id: 'killSpend' }, { part: 50_000, base: null })).toBe(
      '500',
    );
  });
  it('writes a part of its base for a ratio, and a word for a count', () => {
    expect(
      contributionText({ ...EUR, kind: 'percent', id: 'measuredShare' }, { part: 0, base: 50_000 }),
    ).toBe('0 of 500');
    expect(contributionText({ ...EUR, kind: 'percent', id: 'inProduction' }, { part: 1, base: 1 })).toBe(
      'counts',
    );
  });
});

describe('inputTab()', () => {
  it('is where the inputs are entered', () => {
    expect([inputTab('inProduction'), inputTab('net12'), inputTab('fixSpend')]).toEqual([
      'details',
      'value',
      'decisions',
    ]);
  });
});
