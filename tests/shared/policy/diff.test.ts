import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { policyChanges } from '#shared/policy/diff.ts';
import { POLICY_FIELDS } from '#shared/policy/fields.ts';
import { withValue } from '#shared/policy/policy-path.ts';

describe('policyChanges()', () => {
  it('finds nothing between a policy and itself under another version', () => {
    expect(policyChanges(DEFAULT_POLICY, { ...DEFAULT_POLICY, version: 2 })).toEqual([]);
  });

  it('names what changed, from and to, in the order of the fields', () => {
    const changed = withValue(withValue(DEFAULT_POLICY, 'strikes', 3), 'discountRate', 0.08);
    expect(policyChanges(DEFAULT_POLICY, changed)).toEqual([
      { path: 'discountRate', name: 'Discount rate', from: 0.1, to: 0.08 },
      { path: 'strikes', name: 'FIX decisions in a row, the next is a kill (K5)', from: 2, to: 3 },
    ]);
  });

  it('sees a change of any single field', () => {
    for (const field of POLICY_FIELDS) {
      const other = field.type === 'number' ? field.default + field.step : `${field.default}.`;
      const changed = withValue(DEFAULT_POLICY, field.path, other);
      expect(policyChanges(DEFAULT_POLICY, changed).map(({ path }) => path)).toEqual([field.path]);
    }
  });
});
