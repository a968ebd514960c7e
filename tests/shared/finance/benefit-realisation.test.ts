import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import {
  type BenefitMonth,
  benefitRealisation,
  forwardHaircut,
} from '#shared/finance/benefit-realisation.ts';
import { month } from '../decision/example-facts.ts';
import { amountOf, undefinedFor } from './computed.ts';

const PRIOR = DEFAULT_POLICY.realisationPrior;
const closed = (
  text: string,
  ...lines: readonly (readonly [actual: number | null, plan: number])[]
): BenefitMonth => ({
  month: month(text),
  lines: lines.map(([actual, plan], i) => ({ lineId: `l${i}`, actual, plan })),
});

describe('benefitRealisation()', () => {
  it('divides actual by plan over the last 3 closed months and pulls it towards .8', () => {
    const months = [
      closed('2026-01', [900, 100]),
      closed('2026-02', [50, 100]),
      closed('2026-03', [80, 100]),
      closed('2026-04', [110, 100]),
    ];
    // BRI (50 + 80 + 110)/300 = .8; BRI* (4 x .8 + 3 x .8)/7 = .8
    expect(benefitRealisation(months, PRIOR)).toEqual({
      bri: { status: 'known', value: 0.8 },
      haircut: { status: 'known', value: expect.closeTo(0.8, 12) },
      months: 4,
      window: [month('2026-02'), month('2026-03'), month('2026-04')],
      measured: 3,
      expected: 3,
    });
  });

  it('gives an unmeasured line nothing above and its plan below: 90/200, 1 of 2 measured', () => {
    const result = benefitRealisation([closed('2026-01', [90, 100], [null, 100])], PRIOR);
    expect(result).toMatchObject({ bri: { value: 0.45 }, measured: 1, expected: 2, months: 1 });
    // (1 x .45 + 3 x .8)/4
    expect(amountOf(result.haircut)).toBeCloseTo(0.7125, 12);
  });

  it('does not depend on the order of months and lines', () => {
    const months = [
      closed('2026-01', [0.1, 1], [0.2, 1]),
      closed('2026-02', [0.3, 1], [1e9, 1]),
      closed('2026-03', [0.7, 1], [-1e9, 1]),
      closed('2026-04', [5, 7], [6, 9]),
    ];
    const turned = months.toReversed().map((m) => ({ ...m, lines: m.lines.toReversed() }));
    expect(benefitRealisation(turned, PRIOR)).toEqual(benefitRealisation(months, PRIOR));
  });

  it('is the prior alone before the first closed month with a plan', () => {
    expect(benefitRealisation([], PRIOR)).toMatchObject({
      bri: undefinedFor({ code: 'too_few_months', have: 0, need: 1 }),
      haircut: { status: 'known', value: 0.8 },
      months: 0,
    });
    expect(benefitRealisation([closed('2026-01', [500, 0])], PRIOR)).toMatchObject({
      bri: undefinedFor({ code: 'plan_zero' }),
      haircut: { status: 'known', value: 0.8 },
    });
  });

  it('is unknown when older months had a plan but the last three have none', () => {
    const months = ['2026-02', '2026-03', '2026-04'].map((text) => closed(text, [10, 0]));
    const result = benefitRealisation([closed('2026-01', [10, 100]), ...months], PRIOR);
    expect(result.months).toBe(1);
    expect(result.bri).toEqual(undefinedFor({ code: 'plan_zero' }));
    expect(result.haircut).toEqual(undefinedFor({ code: 'plan_zero' }));
  });
});

describe('forwardHaircut()', () => {
  it.each([
    // methodology 2.7: n = 9, BRI .97: (9 x .97 + 2.4)/12
    [0.97, 9, 0.9275],
    [0, 3, 0.4],
    // (30 x 1.2 + 2.4)/33 = 1.16 is capped: more than promised is not promised again
    [1.2, 30, 1],
  ])('of BRI %d over %d months is %d', (bri, months, expected) => {
    expect(amountOf(forwardHaircut({ status: 'known', value: bri }, months, PRIOR))).toBeCloseTo(
      expected,
      12,
    );
  });

  it('takes another prior from the policy', () => {
    const bri = { status: 'known', value: 1 } as const;
    // (2 x 1 + 2 x .5)/4
    expect(amountOf(forwardHaircut(bri, 2, { value: 0.5, months: 2 }))).toBe(0.75);
  });
});
