import { describe, expect, it } from 'vitest';
import { blocksOf, fieldId, focusTarget } from '#renderer/features/policy/field-rows.ts';
import { POLICY_FIELDS } from '#shared/policy/fields.ts';
import { POLICY_GROUPS } from '#shared/policy/policy-field.ts';

describe('blocksOf()', () => {
  it('shows every field once, in order', () => {
    const shown = POLICY_GROUPS.flatMap((group) => blocksOf(group)).flatMap((block) => block.fields);
    expect(shown).toEqual(POLICY_FIELDS);
  });

  it('puts the members of a family into one block, under the path their common problem has', () => {
    const weights = blocksOf('readiness').find((block) => block.path === 'gapWeights');
    expect(weights?.family?.name).toBe('Weights of the gaps');
    expect(weights?.fields.map(({ label }) => label)).toEqual([
      'Data readiness',
      'Integration',
      'Evaluation',
      'Governance',
      'Organizational change',
    ]);
  });

  it('leaves a field without a family alone', () => {
    expect(blocksOf('money').map((block) => [block.path, block.family, block.fields.length])).toEqual([
      ['discountRate', null, 1],
      ['timing', null, 1],
      ['horizonMonths', null, 1],
    ]);
  });
});

describe('focusTarget()', () => {
  it('is the control of the field, or the first of a family', () => {
    expect(focusTarget('strikes')).toBe(fieldId('strikes'));
    expect(focusTarget('gapWeights')).toBe('policy-gapWeights-data');
    expect(focusTarget('draws')).toBe('policy-draws');
  });

  it('gives every field an id of its own', () => {
    expect(new Set(POLICY_FIELDS.map(({ path }) => fieldId(path))).size).toBe(POLICY_FIELDS.length);
  });
});
