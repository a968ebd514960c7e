import { describe, expect, test } from 'vitest';
import { readRange } from '#renderer/features/register/range-filter-menu.tsx';

describe('readRange()', () => {
  test.each([
    ['', '', null],
    ['1,000.50', '', { min: 100_050, max: null }],
    ['', '-2000', { min: null, max: -200_000 }],
    ['(500)', '0', { min: -50_000, max: 0 }],
    ['20', '10', { min: 1000, max: 2000 }],
    ['500k', '1.2 M', { min: 50_000_000, max: 120_000_000 }],
    ['-2 k', '3bn', { min: -200_000, max: 300_000_000_000 }],
  ] as const)('of %j to %j', (min, max, range) => {
    expect(readRange(min, max, 'EUR')).toEqual({ ok: true, range });
  });

  test.each([
    ['many', '5', 'min'],
    ['5', '1.234', 'max'],
    ['5 USD', '', 'min'],
    ['1.234k', '', 'min'],
    ['', '900 bn', 'max'],
    ['k', '', 'min'],
  ] as const)('of %j to %j says which side cannot be read', (min, max, side) => {
    const read = readRange(min, max, 'EUR');
    expect(read).toMatchObject({ ok: false, side });
    expect(read.ok ? '' : read.message).not.toBe('');
  });
});
