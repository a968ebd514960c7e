import { describe, expect, it } from 'vitest';
import { valueLookup } from '#shared/intake/value-map.ts';

const choices = [{ value: 'pilot', name: 'Pilot' }];

describe('valueLookup()', () => {
  const lookup = valueLookup(
    [
      { text: 'Deployed', value: 'limited' },
      { text: 'deployed', value: 'scaled' },
      { text: 'Unknown', value: null },
    ],
    choices,
  );

  it('compares loosely and lets the first rule win', () => {
    expect(lookup(' DEPLOYED\n')).toBe('limited');
  });

  it('knows the choices themselves by value and name', () => {
    expect(lookup('PILOT')).toBe('pilot');
  });

  it('tries the text before an explanation', () => {
    expect(lookup('Pilot - a limited test')).toBe('pilot');
    expect(lookup('Deployed: everywhere')).toBe('limited');
    expect(lookup('Deployed (2024)')).toBe('limited');
  });

  it('tells "leave unmeasured" from "not mapped"', () => {
    expect(lookup('unknown')).toBeNull();
    expect(lookup('something')).toBeUndefined();
    expect(lookup('__proto__')).toBeUndefined();
  });
});
