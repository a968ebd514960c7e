import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderWindow } from '#shared/forward-model/order-window.ts';

describe('orderWindow()', () => {
  it('puts into a window what sorting would put there, and loses no value', () => {
    const values = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(0, 1, 2)), {
      minLength: 1,
      maxLength: 300,
    });
    fc.assert(
      fc.property(values, fc.nat(), fc.nat(), (list, a, b) => {
        const [low, high] = [a % list.length, b % list.length].sort((x, y) => x - y) as [number, number];
        const ordered = Float64Array.from(list);
        orderWindow(ordered, low, high);
        const sorted = Float64Array.from(list).sort();
        // -0 and 0 compare equal, so sorting may place them either way.
        expect([...ordered.subarray(low, high + 1)].map((x) => x + 0)).toEqual(
          [...sorted.subarray(low, high + 1)].map((x) => x + 0),
        );
        expect([...ordered].sort((x, y) => x - y).map((x) => x + 0)).toEqual([...sorted].map((x) => x + 0));
      }),
    );
  });

  it('still ends on values arranged against its pivots', () => {
    const n = 5_000;
    // Rising, then falling: the middle and both ends are bad pivots for long.
    const organ = Float64Array.from({ length: n }, (_, i) => Math.min(i, n - i));
    const expected = organ.slice().sort();
    orderWindow(organ, 2_400, 2_600);
    expect(organ.subarray(2_400, 2_601)).toEqual(expected.subarray(2_400, 2_601));
  });

  it.each([
    [-1, 2],
    [2, 1],
    [0, 3],
  ])('refuses the window %d to %d of three values', (low, high) => {
    expect(() => orderWindow(new Float64Array(3), low, high)).toThrow(RangeError);
  });
});
