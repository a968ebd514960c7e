import { describe, expect, it } from 'vitest';
import { annualisedNet } from '#shared/finance/annualised-net.ts';
import { monthTotals } from '#shared/finance/tracking.ts';
import { costLine, month, monthly, outcomeLine } from '../decision/example-facts.ts';

const jan = month('2026-01');
const feb = month('2026-02');
const mar = month('2026-03');
const apr = month('2026-04');
const months = [jan, feb, mar, apr];
const lines = [costLine('c'), outcomeLine('o')];

describe('annualisedNet()', () => {
  it('is the net of the last 3 closed months x 4: (100 - 20 + 70) x 4 = 600', () => {
    const values = [
      ...monthly('c', months, 50),
      ...monthly('o', [jan], 9_999),
      ...monthly('o', [feb], 150),
      ...monthly('o', [mar], 30),
      ...monthly('o', [apr], 120),
    ];
    expect(annualisedNet(monthTotals(lines, values, months))).toEqual({ status: 'known', value: 600 });
  });

  it('is unknown with fewer than 3 closed months, and says how many there are', () => {
    const figure = annualisedNet(monthTotals(lines, monthly('c', months, 50), [jan, feb]));
    expect(figure).toEqual({
      status: 'unknown',
      missing: [{ code: 'closedMonths', text: 'three closed months (2 so far)' }],
    });
  });

  it('is unknown when a cost is unmeasured, since a missing cost taken as zero flatters', () => {
    const values = [...monthly('c', [jan, mar], 50), ...monthly('o', [jan, feb, mar], 80)];
    const figure = annualisedNet(monthTotals(lines, values, [jan, feb, mar]));
    expect(figure).toEqual({
      status: 'unknown',
      missing: [{ code: 'costs:2026-02', text: 'a cost of 2026-02' }],
    });
  });

  it('is unknown when no cost at all is measured', () => {
    const figure = annualisedNet(monthTotals([outcomeLine('o')], monthly('o', months, 80), months));
    expect(figure).toMatchObject({ status: 'unknown', missing: [{ code: 'costs' }] });
  });

  it('counts an unmeasured outcome as no claimed benefit', () => {
    const values = [...monthly('c', [jan, feb, mar], 50), ...monthly('o', [jan], 80)];
    expect(annualisedNet(monthTotals(lines, values, [jan, feb, mar]))).toEqual({
      status: 'known',
      value: -280,
    });
  });
});
