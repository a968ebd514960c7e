import { describe, expect, it } from 'vitest';
import { planInForce } from '#shared/finance/plan-in-force.ts';
import { date, month, planVersion } from '../decision/example-facts.ts';

const version = (v: number, from: string, approved: string) =>
  planVersion(1, { id: `p${v}`, version: v, inForceFrom: month(from), approvedOn: date(approved) });
const inForce = (versions: readonly ReturnType<typeof version>[], m: string) =>
  planInForce(versions, month(m))?.version;

describe('planInForce()', () => {
  const versions = [version(1, '2026-01', '2025-12-15'), version(2, '2026-04', '2026-03-20')];
  it.each([
    ['2025-12', undefined],
    ['2026-01', 1],
    ['2026-03', 1],
    ['2026-04', 2],
    ['2026-12', 2],
  ])('of %s is version %s', (m, expected) => {
    expect(inForce(versions, m)).toBe(expected);
    expect(inForce([...versions].reverse(), m)).toBe(expected);
  });

  it('holds no month against a plan approved after it began', () => {
    const backdated = [versions[0] as (typeof versions)[0], version(2, '2026-04', '2026-06-10')];
    expect(['2026-04', '2026-06', '2026-07'].map((m) => inForce(backdated, m))).toEqual([1, 1, 2]);
  });

  it('lets a plan approved on the first day of a month count for it', () => {
    expect(inForce([version(1, '2026-04', '2026-04-01')], '2026-04')).toBe(1);
    expect(inForce([version(1, '2026-04', '2026-04-02')], '2026-04')).toBeUndefined();
  });

  it('takes the higher of two versions that apply from the same month', () => {
    expect(
      inForce([version(3, '2026-01', '2025-12-02'), version(2, '2026-01', '2025-12-01')], '2026-02'),
    ).toBe(3);
  });
});
