import { describe, expect, test } from 'vitest';
import { nextRowIndex } from '#renderer/features/register/register-keys.ts';

describe('nextRowIndex()', () => {
  test.each([
    ['ArrowDown', -1, 100, 0],
    ['ArrowDown', 99, 100, 99],
    ['ArrowUp', 0, 100, 0],
    ['ArrowUp', -1, 100, 0],
    ['PageDown', 0, 100, 20],
    ['PageDown', -1, 100, 20],
    ['PageDown', 95, 100, 99],
    ['PageUp', 5, 100, 0],
    ['Home', 50, 100, 0],
    ['End', 50, 100, 99],
    ['End', 0, 0, undefined],
    ['a', 3, 100, undefined],
    ['toString', 3, 100, undefined],
  ] as const)('for %s at %d of %d is %j', (key, index, count, expected) => {
    expect(nextRowIndex(key, index, count, 20)).toBe(expected);
  });
});
