import type { Explanation } from '#shared/decision/explanation.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';

/** September 2026. */
export const START = (2026 * 12 + 8) as MonthIndex;

/** An explanation of an initiative with a forward model: two drivers, one flip, a year ahead. */
export function explanation(over: Partial<Explanation> = {}): Explanation {
  const driver = { unit: 'share', p10: 0.74, p50: 0.84, p90: 0.9, crossesZero: false };
  return {
    initiativeId: 'i1',
    asOf: '2026-09-30' as IsoDate,
    engineVersion: '1.0.0',
    policyVersion: 1,
    seed: 'seed-of-the-portfolio',
    inputHash: 'ab'.repeat(32),
    draws: 10_000,
    deltaAtP50: 55_600_000,
    drivers: [
      {
        ...driver,
        driverId: 'd1',
        name: 'Success rate',
        deltaAtP10: -1_000_000,
        deltaAtP90: 90_000_000,
        crossesZero: true,
        rankCorrelation: 0.62,
        evppi: 4_100_000,
      },
      {
        ...driver,
        driverId: 'd2',
        name: 'Hourly rate',
        deltaAtP10: 55_600_000,
        deltaAtP90: 55_600_000,
        rankCorrelation: null,
        evppi: null,
      },
    ],
    flips: [
      {
        input: 'driver:d1',
        kind: 'driver',
        name: 'Success rate',
        unit: 'share',
        now: 0.84,
        to: 0.78,
        direction: 'down',
        relative: -0.07,
        deviations: -0.42,
        verdict: 'continue',
        rule: 'C1',
      },
    ],
    stability: { value: 0.42, label: 'fragile', input: 'driver:d1' },
    readinessMoves: [],
    verdictShares: [
      { verdict: 'scale', share: 0.58 },
      { verdict: 'kill', share: 0.42 },
    ],
    evpi: 5_000_000,
    measureNext: [
      {
        code: 'plan',
        text: 'a locked plan of benefits',
        kind: 'missing',
        unblocks: ['F2'],
        evppi: null,
        cost: null,
        days: null,
        advice: 'enter_it',
      },
      {
        code: 'driver:d1',
        text: 'Success rate (share)',
        kind: 'driver',
        unblocks: [],
        evppi: 4_100_000,
        cost: 300_000,
        days: 2,
        advice: 'measure',
      },
      {
        code: 'driver:d3',
        text: 'Review time',
        kind: 'driver',
        unblocks: [],
        evppi: 0,
        cost: null,
        days: null,
        advice: 'price_it',
      },
    ],
    cheapestTest: 'driver:d1',
    sinceReview: {
      reviewName: '2026-Q2',
      endsOn: '2026-06-30' as IsoDate,
      verdictThen: 'fix',
      ruleThen: 'F1',
      changes: [
        {
          input: 'level:data',
          name: 'Data readiness',
          was: 'level 2',
          is: 'level 3',
          verdictWithOld: 'fix',
          ruleWithOld: 'F1',
          mattered: true,
        },
        {
          input: 'x',
          name: 'Purpose',
          was: 'blank',
          is: 'stated',
          verdictWithOld: 'scale',
          ruleWithOld: 'S1',
          mattered: false,
        },
      ],
    },
    flow: [
      { month: 0, atP50: 0, p10: -10_000, p50: -5_000, p90: 0 },
      { month: 1, atP50: 4_000, p10: -20_000, p50: 2_000, p90: 30_000 },
    ],
    paybackBy: [
      { month: START, probability: 0 },
      { month: (START + 1) as MonthIndex, probability: 0.41 },
    ],
    ...over,
  };
}
