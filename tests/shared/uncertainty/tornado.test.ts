import { describe, expect, it } from 'vitest';
import { tornado } from '#shared/uncertainty/tornado.ts';

const inputs = [
  { id: 'price', low: 1, base: 2, high: 4 },
  { id: 'volume', low: 50, base: 100, high: 120 },
  { id: 'cost', low: 20, base: 100, high: 260 },
];
/** Net = price x volume - cost; all at base: 2 x 100 - 100 = 100. */
const net = ([price = 0, volume = 0, cost = 0]: readonly number[]) => price * volume - cost;

describe('tornado()', () => {
  it('moves one input at a time, longest bar first, and marks the bars that cross the cut', () => {
    expect(tornado(inputs, net, [0])).toEqual({
      base: 100,
      bars: [
        { id: 'price', atLow: 0, atHigh: 300, range: 300, crossesCut: true },
        { id: 'cost', atLow: 180, atHigh: -60, range: 240, crossesCut: true },
        { id: 'volume', atLow: 0, atHigh: 140, range: 140, crossesCut: true },
      ],
    });
  });

  it('counts a value on the cut as the lower side', () => {
    const crosses = (cuts: number[]) =>
      Object.fromEntries(tornado(inputs, net, cuts).bars.map((bar) => [bar.id, bar.crossesCut]));
    expect(crosses([-1])).toEqual({ price: false, volume: false, cost: true });
    expect(crosses([140])).toEqual({ price: true, volume: false, cost: true });
    expect(crosses([])).toEqual({ price: false, volume: false, cost: false });
    expect(crosses([-1, 139])).toEqual({ price: true, volume: true, cost: true });
  });

  it('sees a cut between the base and an end even when both ends lie on one side', () => {
    const hill = ([x = 0]: readonly number[]) => 10 - x * x;
    const [bar] = tornado([{ id: 'x', low: -4, base: 0, high: 4 }], hill, [0]).bars;
    expect(bar).toEqual({ id: 'x', atLow: -6, atHigh: -6, range: 0, crossesCut: true });
  });

  it('keeps the order of the inputs for equal ranges', () => {
    const same = ['b', 'a', 'c'].map((id) => ({ id, low: 0, base: 1, high: 2 }));
    const sum = (values: readonly number[]) => values.reduce((total, x) => total + x, 0);
    expect(tornado(same, sum, [0]).bars.map((bar) => bar.id)).toEqual(['b', 'a', 'c']);
  });
});
