import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { benefitMonths } from '#shared/finance/benefit-months.ts';
import { date, month, monthly, outcomeLine, planVersion } from '../decision/example-facts.ts';

const jan = month('2026-01');
const feb = month('2026-02');
const hours = outcomeLine('h', { outcomeKind: 'hours_saved' });
const invoice = outcomeLine('i', { startsOn: feb });

describe('benefitMonths()', () => {
  it('gives actual and plan the same share, and leaves what is unmeasured blank', () => {
    const plan = planVersion(0, { values: [...monthly('h', [jan, feb], 90), ...monthly('i', [feb], 40)] });
    const values = [...monthly('h', [jan], 60), ...monthly('i', [feb], 30)];
    expect(benefitMonths([hours, invoice], values, [plan], [jan, feb], DEFAULT_POLICY)).toEqual([
      { month: jan, lines: [{ lineId: 'h', actual: 30, plan: 45 }] },
      {
        month: feb,
        lines: [
          { lineId: 'h', actual: null, plan: 45 },
          { lineId: 'i', actual: 30, plan: 40 },
        ],
      },
    ]);
  });

  it('lists a line outside its span where it has an amount or a plan', () => {
    const values = monthly('i', [jan], 30);
    expect(benefitMonths([invoice], values, [], [jan], DEFAULT_POLICY)[0]?.lines).toHaveLength(1);
    const plan = planVersion(0, { values: monthly('i', [jan], 5) });
    expect(benefitMonths([invoice], [], [plan], [jan], DEFAULT_POLICY)[0]?.lines).toHaveLength(1);
    expect(benefitMonths([invoice], [], [], [jan], DEFAULT_POLICY)[0]?.lines).toHaveLength(0);
  });

  it('reads each month from the version in force when it began', () => {
    const plans = [
      planVersion(0, { values: monthly('h', [jan, feb], 100) }),
      planVersion(0, {
        id: 'p2',
        version: 2,
        inForceFrom: feb,
        approvedOn: date('2026-01-20'),
        values: monthly('h', [jan, feb], 20),
      }),
    ];
    const months = benefitMonths([hours], [], plans, [jan, feb], DEFAULT_POLICY);
    expect(months.map(({ lines }) => lines[0]?.plan)).toEqual([50, 10]);
  });
});
