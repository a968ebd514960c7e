import { describe, expect, it } from 'vitest';
import { type ClosedMonth, monthSeries } from '#shared/finance/month-series.ts';
import { month } from '../decision/example-facts.ts';

const closed = (
  text: string,
  cost: number,
  benefit: number,
  over: Partial<ClosedMonth> = {},
): ClosedMonth => ({
  month: month(text),
  cost,
  benefit,
  costExpected: 1,
  costMeasured: 1,
  outcomeExpected: 1,
  outcomeMeasured: 1,
  ...over,
});

describe('monthSeries()', () => {
  it('runs from first spend to the last closed month, net = benefit - cost', () => {
    const months = [
      closed('2026-04', 20, 90),
      closed('2026-01', 0, 5),
      closed('2026-03', 30, 0, { outcomeMeasured: 0 }),
      closed('2026-02', 100, 0),
    ];
    expect(monthSeries(months)).toEqual({
      status: 'known',
      firstMonth: month('2026-02'),
      costs: [100, 30, 20],
      benefits: [0, 0, 90],
      nets: [-100, -30, 70],
      flagged: [month('2026-03')],
    });
  });

  it('is incomplete, with the months named, over a gap or an unmeasured cost', () => {
    const months = [
      closed('2026-01', 100, 0),
      closed('2026-04', 10, 90),
      closed('2026-05', 0, 90, { costMeasured: 0 }),
    ];
    expect(monthSeries(months)).toEqual({
      status: 'undefined',
      reason: { code: 'incomplete', months: [month('2026-02'), month('2026-03'), month('2026-05')] },
    });
  });

  it('does not mind gaps before first spend', () => {
    const months = [closed('2025-06', 0, 0, { costMeasured: 0 }), closed('2026-01', 100, 0)];
    expect(monthSeries(months)).toMatchObject({ status: 'known', nets: [-100] });
  });

  it('is empty before first spend', () => {
    const empty = { status: 'undefined', reason: { code: 'empty' } };
    expect(monthSeries([])).toEqual(empty);
    expect(monthSeries([closed('2026-01', 0, 50)])).toEqual(empty);
  });
});
