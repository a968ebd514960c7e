import { describe, expect, it } from 'vitest';
import {
  compareRatios,
  type FigureLabel,
  isComparable,
  type Labelled,
  labelDifferences,
  labelledBcr,
  labelledRoi,
} from '#shared/finance/labelled.ts';
import { month } from '../decision/example-facts.ts';
import { undefinedFor } from './computed.ts';

const FIRST_QUARTER = { kind: 'trailing', from: month('2026-01'), to: month('2026-03') } as const;
const SECOND_QUARTER = { kind: 'trailing', from: month('2026-04'), to: month('2026-06') } as const;
const label = (over: Partial<FigureLabel> = {}): FigureLabel => ({
  basis: 'actual',
  discounting: { kind: 'undiscounted' },
  risk: 'raw',
  window: FIRST_QUARTER,
  ...over,
});
const money = (amount: number, over: Partial<FigureLabel> = {}): Labelled => ({ amount, label: label(over) });
const PV = { kind: 'pv', annualRate: 0.1, timing: 'end' } as const;

describe('isComparable()', () => {
  it.each([
    ['basis', { basis: 'forecast' }],
    ['discounting', { discounting: PV }],
    ['risk', { risk: 'risk_adjusted' }],
    ['risk', { risk: 'simulated' }],
    ['window', { window: { ...FIRST_QUARTER, to: month('2026-04') } }],
    ['window', { window: { ...FIRST_QUARTER, kind: 'span' } }],
  ] as const)('refuses figures that differ in %s', (part, over) => {
    expect(labelDifferences(label(), label(over))).toEqual([part]);
    expect(isComparable(label(), label(over))).toBe(false);
  });

  it.each([[{ ...PV, annualRate: 0.07 }], [{ ...PV, timing: 'mid' }]] as const)(
    'refuses present values of another rate or timing: %o',
    (other) => {
      expect(labelDifferences(label({ discounting: PV }), label({ discounting: other }))).toEqual([
        'discounting',
      ]);
    },
  );

  it('lets this quarter compare with the last, but not two lives begun in different months', () => {
    expect(isComparable(label(), label({ window: SECOND_QUARTER }))).toBe(true);
    const lives = [FIRST_QUARTER, SECOND_QUARTER].map((window) =>
      label({ window: { ...window, kind: 'life_to_date' } }),
    );
    expect(isComparable(lives[0] as FigureLabel, lives[1] as FigureLabel)).toBe(false);
    expect(isComparable(lives[0] as FigureLabel, lives[0] as FigureLabel)).toBe(true);
  });
});

describe('labelledRoi()', () => {
  it('carries the label of its parts: (150 - 60)/60', () => {
    expect(labelledRoi(money(150), money(60))).toEqual({ status: 'known', value: 1.5, label: label() });
    expect(labelledBcr(money(150), money(60))).toEqual({ status: 'known', value: 2.5, label: label() });
  });

  it('never divides by nothing, nor a benefit by a cost of another kind', () => {
    expect(labelledRoi(money(150), money(0))).toEqual(undefinedFor({ code: 'no_cost' }));
    expect(labelledRoi(money(150, { discounting: PV, basis: 'forecast' }), money(60))).toEqual(
      undefinedFor({ code: 'unlike_labels', differences: ['basis', 'discounting'] }),
    );
  });

  it('asks for the same months within one ratio, not only for as many', () => {
    expect(labelledRoi(money(150), money(60, { window: SECOND_QUARTER }))).toEqual(
      undefinedFor({ code: 'unlike_labels', differences: ['window'] }),
    );
  });
});

describe('compareRatios()', () => {
  const roi = (over: Partial<FigureLabel> = {}) => labelledRoi(money(150, over), money(60, over));

  it('is the difference of two ROI under one label', () => {
    expect(compareRatios(roi(), labelledRoi(money(90), money(60)))).toEqual({ status: 'known', value: 1 });
  });

  it('is refused over unlike windows, and without a value', () => {
    expect(compareRatios(roi(), roi({ window: { ...FIRST_QUARTER, to: month('2026-12') } }))).toEqual(
      undefinedFor({ code: 'unlike_labels', differences: ['window'] }),
    );
    const none = labelledRoi(money(1), money(0));
    expect(compareRatios(roi(), none)).toEqual(none);
    expect(compareRatios(none, roi())).toEqual(none);
  });
});
