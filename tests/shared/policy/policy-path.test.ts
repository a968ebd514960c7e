import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { valueAt, withValue } from '#shared/policy/policy-path.ts';

describe('valueAt()', () => {
  it('reads through objects and arrays', () => {
    expect(valueAt(DEFAULT_POLICY, 'floors.limited.data')).toBe(3);
    expect(valueAt(DEFAULT_POLICY, 'probabilityCuts.2')).toBe(0.8);
    expect(valueAt(DEFAULT_POLICY, 'timing')).toBe('end');
  });

  it.each(['floors', 'floors.limited.nothing', 'probabilityCuts.3', 'constructor.name', ''])(
    'refuses %j, where there is no value',
    (path) => {
      expect(() => valueAt(DEFAULT_POLICY, path)).toThrow(RangeError);
    },
  );
});

describe('withValue()', () => {
  it('changes one value of a copy and leaves the policy alone', () => {
    const changed = withValue(DEFAULT_POLICY, 'floors.pilot.change', 4);
    expect(changed).toEqual({
      ...DEFAULT_POLICY,
      floors: { ...DEFAULT_POLICY.floors, pilot: { ...DEFAULT_POLICY.floors.pilot, change: 4 } },
    });
    expect(DEFAULT_POLICY.floors.pilot.change).toBe(1);
  });

  it('keeps a tuple a tuple', () => {
    expect(withValue(DEFAULT_POLICY, 'probabilityCuts.1', 0.65).probabilityCuts).toEqual([0.3, 0.65, 0.8]);
  });

  it('refuses a path the policy does not have', () => {
    expect(() => withValue(DEFAULT_POLICY, 'probabilityCuts.3', 1)).toThrow(RangeError);
  });
});
