import type { Driver, DriverBound } from '#shared/domain/forward-model.ts';
import { formatNumber } from '#shared/report/format.ts';
import { exp, ln } from '#shared/uncertainty/elementary.ts';
import { checkThreePoint, type ThreePointProblem } from '#shared/uncertainty/three-point.ts';
import { readNumber } from './read-number.ts';

export const POINTS = ['p10', 'p50', 'p90'] as const;
export type Point = (typeof POINTS)[number];
export const POINT_NAMES: Readonly<Record<Point, string>> = { p10: 'P10', p50: 'P50', p90: 'P90' };

/** The three numbers of a driver as their fields hold them. */
export type TripleText = Readonly<Record<Point, string>>;
/** The same as stored; null = not entered. */
export type Triple = Readonly<Record<Point, number | null>>;

export const NO_TRIPLE: TripleText = { p10: '', p50: '', p90: '' };

/** All digits, thousands grouped: what is read back is what was stored. */
function fieldText(value: number | null): string {
  if (value === null) return '';
  const text = String(value);
  if (text.includes('e')) return text;
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** What is stored, as its fields show it. */
export function tripleText(driver: Pick<Driver, Point>): TripleText {
  return { p10: fieldText(driver.p10), p50: fieldText(driver.p50), p90: fieldText(driver.p90) };
}

export type ReadTriple =
  | { readonly ok: true; readonly triple: Triple; readonly isHeavyTailed: boolean }
  /** `fields`: which of the three the sentence is about. */
  | { readonly ok: false; readonly fields: readonly Point[]; readonly text: string };

/**
 * Reads the three fields. Blank ones stay not entered; a complete triple must describe a distribution of the bound,
 * else the sentence says why and what would do.
 */
export function readTriple(text: TripleText, bound: DriverBound): ReadTriple {
  const triple: Record<Point, number | null> = { p10: null, p50: null, p90: null };
  for (const point of POINTS) {
    const read = readNumber(text[point], bound);
    if (!read.ok) return { ok: false, fields: [point], text: read.problem.text };
    triple[point] = read.value;
  }
  const { p10, p50, p90 } = triple;
  if (p10 === null || p50 === null || p90 === null) return { ok: true, triple, isHeavyTailed: false };
  const check = checkThreePoint(bound, p10, p50, p90);
  if (check.status === 'ok') return { ok: true, triple, isHeavyTailed: check.isHeavyTailed };
  return {
    ok: false,
    fields: check.reason === 'metalog_infeasible' ? ['p50'] : POINTS,
    text: problemText(check.reason, bound, p10, p90),
  };
}

/** Why three points describe nothing, and what to write instead. */
function problemText(reason: ThreePointProblem, bound: DriverBound, p10: number, p90: number): string {
  switch (reason) {
    case 'not_finite':
      return 'These numbers are too far apart to work with.';
    case 'not_ascending':
      return 'P10 must be below P50 and P50 below P90; or write the same number three times when it is known.';
    case 'not_positive':
      return 'This driver is above 0: P10 must be more than 0.';
    case 'not_share':
      return 'This driver is a share: the numbers must lie between 0 and 1.';
    case 'metalog_infeasible':
      return middleText(bound, p10, p90);
  }
}

/** The share of the way from P10 to P90 at which P50 may lie; a little inside the limits of the family. */
const LOW = 0.167;
const HIGH = 0.833;

function middleText(bound: DriverBound, p10: number, p90: number): string {
  const [low, high] = [pointAt(bound, p10, p90, LOW), pointAt(bound, p10, p90, HIGH)];
  const decimals = 2 - Math.floor(Math.log10(high - low));
  return `With this P10 and P90, P50 must lie between ${shownInside(low, decimals, Math.ceil)} and ${shownInside(high, decimals, Math.floor)}. Move it, or widen the other side.`;
}

/** The value that lies `share` of the way from `low` to `high` on the scale of the bound. */
function pointAt(bound: DriverBound, low: number, high: number, share: number): number {
  const between = (a: number, b: number) => a + share * (b - a);
  if (bound === 'positive') return exp(between(ln(low), ln(high)));
  if (bound === 'free') return between(low, high);
  const odds = exp(between(ln(low / (1 - low)), ln(high / (1 - high))));
  return odds / (1 + odds);
}

/** As many decimals as the range is fine, rounded towards its inside, so that the number named is accepted. */
function shownInside(value: number, decimals: number, round: (x: number) => number): string {
  const scale = 10 ** decimals;
  const rounded = Number((round(value * scale) / scale).toPrecision(12));
  return Number(rounded.toPrecision(6)) === rounded ? formatNumber(rounded) : String(rounded);
}

export const HEAVY_TAIL =
  'The upper tail is very heavy: a few draws will carry the mean. Narrow it or give an upper bound.';
