import { describe, expect, it } from 'vitest';
import { decide } from '#shared/decision/decide.ts';
import { decisionResultSchema } from '#shared/decision/schema.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { AS_OF, losingFacts, soundFacts } from './example-facts.ts';

const result = decide(losingFacts('pilot'), DEFAULT_POLICY, AS_OF);

describe('decisionResultSchema', () => {
  it('accepts results as they come back from JSON', () => {
    for (const facts of [soundFacts('idea'), losingFacts('pilot'), soundFacts('retired')]) {
      const made = decide(facts, DEFAULT_POLICY, AS_OF);
      expect(decisionResultSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
    }
  });

  it.each([
    ['a verdict outside the list', { verdict: 'pause' }],
    ['a figure that is not a number', { value: { status: 'known', value: Number.NaN } }],
    ['a figure without its reason', { readiness: { status: 'unknown' } }],
    ['a day that does not exist', { asOf: '2026-02-30' }],
    ['half a month complete', { fullMonths: 1.5 }],
    ['a sum with a fraction', { last3: { ...result.last3, net: 0.5 } }],
  ])('refuses %s', (_, over) => {
    expect(decisionResultSchema.safeParse({ ...result, ...over }).success).toBe(false);
  });
});
