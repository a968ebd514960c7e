import { describe, expect, it } from 'vitest';
import { contract, dataContract, hostContract } from '#shared/api/contract.ts';

const hostile: readonly unknown[] = [
  undefined,
  null,
  0,
  '',
  'x',
  [],
  [{}],
  true,
  Number.NaN,
  { __proto__: { polluted: true }, id: {} },
  { id: '../../etc/passwd' },
  { id: 'a'.repeat(100_000) },
  { unexpected: 1 },
];

describe('contract', () => {
  it('answers no call twice: data and host calls are apart', () => {
    expect(Object.keys(dataContract).filter((name) => name in hostContract)).toEqual([]);
  });

  it('names every call as a plain method that no object has by itself', () => {
    for (const name of Object.keys(contract)) {
      expect(name).toMatch(/^[a-z][A-Za-z]+$/);
      expect(name in {}).toBe(false);
    }
  });

  it.each(Object.keys(contract))('%s refuses hostile input without throwing', (name) => {
    const { input } = contract[name as keyof typeof contract];
    for (const value of hostile) expect(input.safeParse(value).success).toBe(false);
  });

  it('refuses control characters and oversized text', () => {
    const name = (value: string) =>
      dataContract.createInitiative.input.safeParse({ name: value, stage: 'idea' }).success;
    expect(name('Claims triage')).toBe(true);
    expect(name('Claims\u0000triage')).toBe(false);
    expect(name('x'.repeat(501))).toBe(false);
    expect(name('   ')).toBe(false);
  });

  it('refuses amounts that are not whole minor units in the safe range', () => {
    const amount = (value: unknown) =>
      dataContract.setMonthValues.input.safeParse({
        initiativeId: 'i1',
        cells: [{ lineId: 'l1', month: 2026 * 12, amount: value }],
      }).success;
    expect([amount(0), amount(-5), amount(null), amount(1e13)]).toEqual([true, true, true, true]);
    expect([amount(0.5), amount(1e13 + 1), amount('5'), amount(Number.NaN), amount(undefined)]).toEqual(
      Array(5).fill(false),
    );
  });
});
