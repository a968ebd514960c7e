import { describe, expect, it } from 'vitest';
import { formatAmount } from '#renderer/components/money-words.ts';

const NBSP = '\u00a0';

describe('formatAmount()', () => {
  it.each([
    [41_200_000, 'EUR', { isCompact: true, isSigned: true }, `+412${NBSP}k`],
    [-41_200_000, 'EUR', { isCompact: true, isSigned: true }, `\u2212412${NBSP}k`],
    [0, 'EUR', { isSigned: true }, '0.00'],
    [123_456, 'EUR', {}, '1,234.56'],
    [123_456, 'JPY', {}, '123,456'],
  ])('writes %d minor units of %s with %j as %j, without the code', (minor, currency, options, expected) => {
    expect(formatAmount(minor, currency, options)).toBe(expected);
  });
});
