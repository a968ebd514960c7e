import { describe, expect, it } from 'vitest';
import { bubbleRadius, LARGEST, SMALLEST } from '#renderer/charts/bubble-size.ts';

describe('bubbleRadius()', () => {
  it('gives a quarter of the cost half the radius, so that the area shows the cost', () => {
    expect(bubbleRadius(100, 100)).toBe(LARGEST);
    expect(bubbleRadius(25, 100)).toBeCloseTo(LARGEST / 2, 10);
  });

  it.each([
    [null, 100],
    [0, 100],
    [-5, 100],
    [1, 1_000_000],
    [null, 0],
  ])('gives a cost of %j beside a dearest of %d the smallest bubble', (cost, dearest) => {
    expect(bubbleRadius(cost, dearest)).toBe(SMALLEST);
  });
});
