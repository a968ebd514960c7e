import { beforeAll, describe, expect, it } from 'vitest';
import { figures, type TamperToll, tamperToll } from './tamper.fault.ts';
import { INVISIBLE_ALONE } from './tamper-kinds.ts';

/** Some seconds of work; a machine that is busy otherwise may take many times as long. */
const PATIENCE_MS = 180_000;

describe('tampering', () => {
  let tolls: TamperToll[];
  beforeAll(() => {
    tolls = tamperToll(true);
  }, PATIENCE_MS);

  it('is found without exception when the printed head is at hand', () => {
    expect(tolls).toHaveLength(9);
    expect(tolls.filter(({ missedWithHead }) => missedWithHead > 0)).toEqual([]);
  });

  it('is missed without a head in exactly the kinds that are documented, and always there', () => {
    const missed = tolls.filter(({ missedAlone }) => missedAlone > 0);
    expect(missed.map(({ kind }) => kind)).toEqual(INVISIBLE_ALONE);
    for (const { missedAlone, tampered } of missed) expect(missedAlone).toBe(tampered);
  });

  it('is what the figures report', async () => {
    const measured = await Promise.all(figures.map(({ run }) => run({ isQuick: true, root: '' })));
    expect(measured).toMatchObject([{ value: 0 }, { value: INVISIBLE_ALONE.length }]);
  });
});
