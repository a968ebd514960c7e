import { describe, expect, it } from 'vitest';
import { evaluate } from '#shared/decision/evaluate.ts';
import { decisionResultSchema } from '#shared/decision/schema.ts';
import { decided, losingFacts, remembering, scalableFacts, soundFacts } from './example-facts.ts';

const result = decided(losingFacts('pilot'));

describe('decisionResultSchema', () => {
  it('accepts results as they come back from JSON', () => {
    for (const facts of [soundFacts('idea'), losingFacts('pilot'), scalableFacts(), soundFacts('retired')]) {
      for (const made of [
        decided(facts),
        evaluate(facts, remembering({ band: 3, pending: 1 })),
        evaluate(facts, remembering({}), () => 'computing'),
      ]) {
        expect(decisionResultSchema.parse(JSON.parse(JSON.stringify(made)))).toEqual(made);
      }
    }
  });

  it.each([
    ['a verdict outside the list', { verdict: 'pause' }],
    ['a figure that is not a number', { value: { status: 'known', value: Number.NaN } }],
    ['a figure without its reason', { readiness: { status: 'unknown' } }],
    ['a day that does not exist', { asOf: '2026-02-30' }],
    ['a band above the third', { band: { ...result.band, band: 4 } }],
    ['a confidence above 1', { confidence: 1.01 }],
    ['a verdict that computes without saying so', { isComputing: undefined }],
    ['half a month complete', { fullMonths: 1.5 }],
    ['a sum with a fraction', { last3: { ...result.last3, net: 0.5 } }],
  ])('refuses %s', (_, over) => {
    expect(decisionResultSchema.safeParse({ ...result, ...over }).success).toBe(false);
  });
});
