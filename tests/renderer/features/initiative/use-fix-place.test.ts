import { describe, expect, it } from 'vitest';
import { askedPlace } from '#renderer/features/initiative/use-fix-place.ts';

describe('askedPlace()', () => {
  it.each([
    ['focus=evidence:data', 'evidence:data'],
    ['focus=tripwire%3At_1-x', 'tripwire:t_1-x'],
    ['focus=', null],
    ['', null],
    ['focus=a:b"],body[x="', null],
    ['focus=month', null],
  ])('of %j is %j', (search, expected) => {
    expect(askedPlace(search)).toBe(expected);
  });
});
