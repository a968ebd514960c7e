import { describe, expect, it } from 'vitest';
import { monthTicks } from '#renderer/charts/flow-chart.tsx';
import { lowPoint, paybackMark, spread } from '#renderer/charts/flow-marks.ts';
import type { FlowPoint } from '#shared/decision/explanation.ts';

const flow = (...values: readonly number[]): readonly FlowPoint[] =>
  values.map((p50, month) => ({ month, p50, atP50: p50, p10: p50 - 1, p90: p50 + 1 }));

describe('paybackMark()', () => {
  it('is the month from which the median stays at 0 or above, not the first crossing', () => {
    expect(paybackMark(flow(-3, 1, -1, 0, 4))).toEqual({ month: 3, value: 0 });
  });
  it('is none when it never comes back, and none when there was nothing to pay back', () => {
    expect(paybackMark(flow(-1, -2))).toBeNull();
    expect(paybackMark(flow(0, 2))).toBeNull();
    expect(paybackMark([])).toBeNull();
  });
});

describe('lowPoint()', () => {
  it('is the deepest month below 0', () => {
    expect(lowPoint(flow(0, -3, -5, -2))).toEqual({ month: 2, value: -5 });
    expect(lowPoint(flow(0, 3))).toBeNull();
  });
});

describe('spread()', () => {
  it('moves labels apart until they do not touch, keeping their order', () => {
    const places = spread([10, 11, 12], 14);
    expect(places.map((place, i) => place - (places[i - 1] ?? place - 14))).toEqual([14, 14, 14]);
  });
  it('leaves those alone that have room', () => {
    expect(spread([50, 10, 90], 14)).toEqual([50, 10, 90]);
  });
});

describe('monthTicks()', () => {
  it('names every sixth month of the horizon', () => {
    expect(monthTicks(36)).toEqual([0, 6, 12, 18, 24, 30, 36]);
    expect(monthTicks(0)).toEqual([0]);
  });
});
