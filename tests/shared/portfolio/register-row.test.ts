import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/domain/units.ts';
import { registerRow } from '#shared/portfolio/register-row.ts';
import { initiative } from '../decision/example-facts.ts';
import { firing, known, result } from '../report/example-result.ts';

const NOW = '2026-10-01T09:00:00.000Z' as Instant;
const row = (...given: Parameters<typeof result>) => registerRow(initiative(), result(...given), 'why', NOW);

describe('registerRow()', () => {
  it('carries expected value when it is known', () => {
    expect(row(firing('C1'), { value: known(123) })).toMatchObject({
      value: 123,
      isValueComputing: false,
      isComputing: false,
    });
  });
  it('tells a value that is on its way from one that is unknown', () => {
    expect(row(firing('K1'), { value: { status: 'computing' } })).toMatchObject({
      verdict: 'kill',
      value: null,
      isValueComputing: true,
      isComputing: false,
    });
    expect(row(firing('K1'))).toMatchObject({ value: null, isValueComputing: false });
  });
  it('has no verdict while that waits for the simulation', () => {
    expect(row(null, { isComputing: true, value: { status: 'computing' } })).toMatchObject({
      verdict: null,
      rule: null,
      isComputing: true,
    });
  });
  it('gives sums of full windows only', () => {
    const sum = result(null).last3;
    const months = [24_318, 24_319, 24_320] as never;
    expect(row(null, { last3: { ...sum, months, cost: 7 as never } }).cost3).toBe(7);
    expect(row(null).cost3).toBeNull();
  });
});
