import { assertNever } from '#shared/domain/assert-never.ts';
import type { Verdict } from '#shared/domain/verdict.ts';

type Point = readonly [x: number, y: number];

/** Corner points of a verdict's shape around the origin, as separate outlines; a circle has none. */
export function verdictOutlines(
  verdict: Exclude<Verdict, 'continue'>,
  r: number,
): readonly (readonly Point[])[] {
  switch (verdict) {
    case 'scale': {
      // Equilateral, centred on its centroid.
      const side = r * Math.sqrt((4 * Math.PI) / Math.sqrt(3));
      const height = (side * Math.sqrt(3)) / 2;
      return [
        [
          [0, (-2 * height) / 3],
          [side / 2, height / 3],
          [-side / 2, height / 3],
        ],
      ];
    }
    case 'fix': {
      const d = r * Math.sqrt(Math.PI / 2);
      return [
        [
          [0, -d],
          [d, 0],
          [0, d],
          [-d, 0],
        ],
      ];
    }
    case 'hold': {
      const half = 0.95 * r;
      const width = (Math.PI * r) / (4 * 0.95);
      const gap = 0.25 * r;
      const bar = (from: number, to: number): Point[] => [
        [from, -half],
        [to, -half],
        [to, half],
        [from, half],
      ];
      return [bar(-gap - width, -gap), bar(gap, gap + width)];
    }
    case 'kill': {
      // A plus of arm length a and half thickness t, turned by an eighth.
      const t = 0.36 * r;
      const a = ((Math.PI * r * r) / (4 * t) + t) / 2;
      const plus: Point[] = [
        [-t, -a],
        [t, -a],
        [t, -t],
        [a, -t],
        [a, t],
        [t, t],
        [t, a],
        [-t, a],
        [-t, t],
        [-a, t],
        [-a, -t],
        [-t, -t],
      ];
      const turn = Math.SQRT1_2;
      return [plus.map(([x, y]): Point => [(x - y) * turn, (x + y) * turn])];
    }
    default:
      return assertNever(verdict);
  }
}

const round = (value: number) => Math.round(value * 100) / 100;

/**
 * The SVG path of a verdict's shape around the origin. All five cover the same area as a circle of radius `r`,
 * so that a bubble chart can use them: triangle up (scale), circle (continue), bars (hold), diamond (fix), cross (kill).
 */
export function verdictPath(verdict: Verdict, r: number): string {
  if (verdict === 'continue') {
    const d = round(2 * r);
    return `M${round(-r)},0a${round(r)},${round(r)} 0 1,0 ${d},0a${round(r)},${round(r)} 0 1,0 ${-d},0Z`;
  }
  return verdictOutlines(verdict, r)
    .map((outline) => `M${outline.map(([x, y]) => `${round(x)},${round(y)}`).join('L')}Z`)
    .join('');
}

/** How far a verdict's shape reaches from its centre, across or down: what a label has to keep clear of. */
export function verdictReach(verdict: Verdict, r: number): number {
  if (verdict === 'continue') return r;
  return Math.max(...verdictOutlines(verdict, r).flatMap((outline) => outline.flat().map(Math.abs)));
}
