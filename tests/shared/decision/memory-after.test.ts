import { describe, expect, it } from 'vitest';
import type { EngineMemory } from '#shared/decision/facts.ts';
import { memoryAfter } from '#shared/decision/memory-after.ts';
import type { DecisionResult } from '#shared/decision/result.ts';

const result = (part: Partial<DecisionResult>) =>
  ({ stage: 'limited', rule: 'C1', band: null, ...part }) as DecisionResult;
const band = { band: 1, pending: -1, rawBand: 0, isHeld: true } as const;
const before: EngineMemory = { band: 2, pending: 1, killWatches: 1, wasScale: true };

describe('memoryAfter()', () => {
  it('keeps the band of the result and what is pending', () => {
    expect(memoryAfter(result({ band }), before)).toEqual({
      band: 1,
      pending: -1,
      killWatches: 0,
      wasScale: false,
    });
  });

  it('counts kill watches in a row', () => {
    expect(memoryAfter(result({ band, rule: 'H0' }), before)?.killWatches).toBe(2);
    expect(memoryAfter(result({ band, rule: 'H0' }), null)?.killWatches).toBe(1);
  });

  it('remembers that SCALE was recommended', () => {
    expect(memoryAfter(result({ band, rule: 'S1' }), null)?.wasScale).toBe(true);
  });

  it('lets an earlier band stand when this result has none, and is null without either', () => {
    expect(memoryAfter(result({}), before)).toMatchObject({ band: 2, pending: 1 });
    expect(memoryAfter(result({}), null)).toBeNull();
    expect(memoryAfter(result({ stage: 'retired', band }), before)).toBeNull();
  });
});
