import { describe, expect, it } from 'vitest';
import { verdictOutlines, verdictPath, verdictReach } from '#renderer/components/verdict-shape.ts';
import { VERDICTS } from '#shared/domain/verdict.ts';

/** Area of a polygon by the shoelace formula. */
function area(points: readonly (readonly [number, number])[]): number {
  const twice = points.reduce((sum, [x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length] as readonly [number, number];
    return sum + x * nextY - nextX * y;
  }, 0);
  return Math.abs(twice) / 2;
}

const POLYGONS = VERDICTS.filter((verdict) => verdict !== 'continue');

describe('verdictOutlines()', () => {
  it.each(POLYGONS)('draws %s with the area of a circle of the same radius', (verdict) => {
    const total = verdictOutlines(verdict, 10).reduce((sum, outline) => sum + area(outline), 0);
    expect(total).toBeCloseTo(Math.PI * 100, 6);
  });
});

describe('verdictPath()', () => {
  it('draws five different shapes', () => {
    expect(new Set(VERDICTS.map((verdict) => verdictPath(verdict, 8))).size).toBe(VERDICTS.length);
  });

  it.each(VERDICTS)('closes the outline of %s and holds numbers only', (verdict) => {
    expect(verdictPath(verdict, 8)).toMatch(/^[MLaZ\d.,\s-]+Z$/);
  });
});

describe('verdictReach()', () => {
  it.each(VERDICTS)('covers the whole shape of %s', (verdict) => {
    const numbers = [...verdictPath(verdict, 10).matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].flatMap((match) => [
      Math.abs(Number(match[1])),
      Math.abs(Number(match[2])),
    ]);
    expect(verdictReach(verdict, 10)).toBeGreaterThanOrEqual(Math.max(...numbers) - 0.01);
  });
});
