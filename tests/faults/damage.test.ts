import { beforeAll, describe, expect, it } from 'vitest';
import { damageToll, figures, totalOf } from './damage.fault.ts';
import type { DamageToll } from './damage-toll.ts';

/** Some seconds of work; a machine that is busy otherwise may take many times as long. */
const PATIENCE_MS = 180_000;

describe('damage', () => {
  let tolls: DamageToll[];
  beforeAll(async () => {
    tolls = await damageToll(true);
  }, PATIENCE_MS);

  it('of five kinds never changes content unnoticed', () => {
    expect(tolls).toHaveLength(5);
    expect(totalOf(tolls, ({ changed }) => changed)).toBeGreaterThan(0);
    expect(tolls.filter(({ silent }) => silent > 0)).toEqual([]);
  });

  it('leads back to a portfolio that opens and passes every check, by opening and one restore', () => {
    expect(tolls.filter(({ noWayOut }) => noWayOut > 0)).toEqual([]);
    expect(totalOf(tolls, ({ rebuiltWhole }) => rebuiltWhole)).toBeGreaterThan(0);
  });

  it('is kept beside the restored file as it was', () => {
    expect(tolls.filter(({ touched }) => touched > 0)).toEqual([]);
  });

  it('is what the figures report', async () => {
    const measured = await Promise.all(figures.map(({ run }) => run({ isQuick: true, root: '' })));
    expect(measured).toMatchObject([{ value: 0 }, { value: 0 }, { value: 0 }]);
  });
});
