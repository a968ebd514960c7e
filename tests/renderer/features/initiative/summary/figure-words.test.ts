import { describe, expect, it, test } from 'vitest';
import {
  coverNote,
  missingWord,
  monthsNote,
  probabilityNote,
  realisationNote,
  riseNote,
  shareNote,
  spreadNote,
  whyUnknown,
  windowNote,
} from '#renderer/features/initiative/summary/figure-words.ts';
import { standingFacts } from '#renderer/features/initiative/summary/standing-words.ts';
import type { WindowSum } from '#shared/decision/result.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { firing, known, result, simulated } from '#tests/shared/report/example-result.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');
const one = (over: Parameters<typeof result>[1]) => result(firing('C1'), over);

describe('windowNote()', () => {
  const sum = (change: Partial<WindowSum>): WindowSum => ({
    months: [24_318, 24_319, 24_320] as MonthIndex[],
    isContiguous: true,
    cost: 0 as MinorUnits,
    benefit: 0 as MinorUnits,
    net: 0 as MinorUnits,
    measured: 9,
    expected: 9,
    ...change,
  });
  test.each([
    [{}, 'actual, undiscounted, Jul to Sep 2026'],
    [
      { isContiguous: false, measured: 8 },
      'actual, undiscounted, Jul to Sep 2026, not adjacent, 8 of 9 measured',
    ],
  ])('of %j is %j', (change, expected) => {
    expect(windowNote(sum(change))).toBe(expected);
  });
});

describe('whyUnknown() and missingWord()', () => {
  const missing = (count: number) =>
    Array.from({ length: count }, (_, i) => ({ code: `${i}`, text: `item ${i}` }));
  test.each([
    [{ status: 'known', value: 1 }, null, 'unknown'],
    [{ status: 'unknown', missing: missing(1) }, 'missing item 0', 'unknown'],
    [{ status: 'unknown', missing: missing(3) }, 'missing item 0, item 1, item 2', 'unknown'],
    [{ status: 'not_evaluated', missing: missing(5) }, 'missing item 0, item 1 and 3 more', 'unknown'],
    [{ status: 'not_applicable', reason: 'retired' }, 'retired', 'not applicable'],
    [{ status: 'computing' }, 'the simulation is running', 'computing'],
  ] as const)('of %j is %j', (figure, why, word) => {
    expect(whyUnknown(figure)).toBe(why);
    expect(missingWord(figure)).toBe(word);
  });
});

describe('the notes under the figures', () => {
  const sim = simulated();

  it('say how sure P is and in which band it counts', () => {
    const band = { band: 2, pending: 0, rawBand: 3, isHeld: true } as const;
    expect(probabilityNote(one({ simulated: sim, band }))).toBe('SE 0.004, 10,000 draws; band 2 of 3, held');
    expect(probabilityNote(one({}))).toBe('');
  });
  it('say the spread behind E, from currency units of any currency', () => {
    expect(plain(spreadNote(one({ simulated: sim }), 'EUR'))).toBe(
      'P10 +259 k, P50 +474 k, P90 -1.5 k; SE 1.88 k',
    );
    // No minor unit: a factor of 100 left in would show.
    expect(plain(spreadNote(one({ simulated: sim }), 'JPY'))).toBe(
      'P10 +259 k, P50 +474 k, P90 -1.5 k; SE 1.88 k',
    );
  });
  it('say the interval of BCR50 where there is one', () => {
    expect(plain(coverNote(one({ simulated: sim })))).toContain('95 % interval 1.58 to 1.58');
    expect(coverNote(one({}))).toBe('median of benefit to cost, PV');
  });
  it('say the haircut beside BRI', () => {
    expect(realisationNote(one({ benefitHaircut: known(0.9275) }))).toContain('promises count × 0.92 (BRI*)');
    expect(realisationNote(one({}))).not.toContain('×');
  });
  it('say the standard error of a share only where there is one', () => {
    expect(shareNote(0.0041, 'paid')).toBe('SE 0.004; paid');
    expect(shareNote(undefined, 'paid')).toBe('paid');
  });
  it.each([
    [known(0.241), 'up 24.1 % on the 3 months before'],
    [known(-0.007), 'down 0.7 % on the 3 months before'],
    [known(0), 'unchanged on the 3 months before'],
  ])('say how the cost per success moved: %j', (rise, expected) => {
    expect(plain(riseNote(rise))).toContain(expected);
  });
  it('say how many complete months are needed', () => {
    expect(monthsNote(one({ fullMonths: 1 }))).toMatch(/^3 needed: /);
    expect(monthsNote(one({ fullMonths: 3 }))).toMatch(/; 3 needed$/);
    expect(monthsNote(one({ neededMonths: 0 }))).not.toContain('needed');
  });
});

describe('standingFacts()', () => {
  const facts = (over: Parameters<typeof result>[1]) =>
    standingFacts(one(over), 'EUR').map(({ name, text }) => plain(`${name} ${text}`));

  it('say the value class, the reach of each later stage, the right to stop, and strikes', () => {
    expect(
      facts({
        valueClass: 'positive',
        reach: [{ stage: 'scaled', probability: 7 / 12 }],
        simulated: simulated({ optionValue: 12_000 }),
        strikes: 2,
        plan: { isAdopted: true, isFunded: true },
      }),
    ).toEqual([
      'Value is positive',
      'Reaches Scaled 58 %',
      'Option to stop later worth 12 k EUR, not in E',
      'Funded yes, by the adopted plan',
      'FIX decisions in a row 2',
    ]);
  });
  it('leave out what there is no answer to', () => {
    expect(facts({ simulated: simulated() })).toEqual(['Funded yes, no plan adopted']);
    expect(facts({ stage: 'retired' })).toEqual([]);
  });
});
