import { describe, expect, it } from 'vitest';
import { correlationText, fitted, tornadoRows } from '#renderer/charts/tornado-rows.ts';
import type { DriverEffect } from '#shared/decision/explanation.ts';

function effect(id: string, deltaAtP10: number, deltaAtP90: number): DriverEffect {
  return {
    driverId: id,
    name: id,
    unit: '',
    p10: 0.74,
    p50: 0.84,
    p90: 0.9,
    deltaAtP10,
    deltaAtP90,
    crossesZero: deltaAtP10 * deltaAtP90 < 0,
    rankCorrelation: 0.5,
    evppi: 0,
  };
}

describe('tornadoRows()', () => {
  it('puts the driver number at the end of the bar it leads to, whichever way the value moves', () => {
    const { rows } = tornadoRows([effect('up', -10, 30), effect('down', 30, -10)], 5);
    expect(rows.map(({ low, high, lowText, highText }) => [low, high, lowText, highText])).toEqual([
      [-10, 30, '0.74', '0.9'],
      [-10, 30, '0.9', '0.74'],
    ]);
  });
  it('keeps the all-P50 value inside a bar that lies beside it', () => {
    const [row] = tornadoRows([effect('odd', 10, 30)], 5).rows;
    expect([row?.low, row?.high]).toEqual([5, 30]);
  });
  it('draws eight, counts the rest, and leaves out what moves nothing', () => {
    const drivers = Array.from({ length: 11 }, (_, i) => effect(`d${i}`, -i, i));
    const { rows, more, still } = tornadoRows(drivers, 0);
    expect([rows.length, more, still]).toEqual([8, 2, 1]);
    expect(rows[0]?.id).toBe('d1');
  });
});

describe('correlationText()', () => {
  it.each([
    [0.618, '+0.62'],
    [-0.2, '\u22120.20'],
    [0.001, '0.00'],
    [null, ''],
  ])('of %s is %j', (correlation, text) => {
    expect(correlationText(correlation)).toBe(text);
  });
});

describe('fitted()', () => {
  it('cuts a name that is too long for its place, and only that', () => {
    expect(fitted('Claims', 60, 6)).toBe('Claims');
    expect(fitted('Cost of errors per task', 60, 6)).toBe('Cost of e…');
  });
});
