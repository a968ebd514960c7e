import { GAPS } from '../domain/gap.ts';
import type { OutcomeLine } from '../domain/initiative.ts';
import type { Policy } from '../domain/policy.ts';
import type { BenefitMonth } from '../finance/benefit-realisation.ts';
import { isActiveIn } from '../finance/tracking.ts';
import type { GapViews } from './readiness.ts';

/** Closed months looked at. */
const WINDOW = 3;

/**
 * Data confidence C = 1/2 mean of the gaps' evidence quality q (never assessed = 0)
 * + 1/2 sum over outcome lines of share x method quality x measured months / 3 (methodology 3.2). 0 to 1, rounded to
 * 1e-9 so that .5 is .5.
 *
 * Lines active in one of the last 3 closed months take part. share = the line's part of their planned benefit (as
 * claimed); equal parts where nothing is planned. No active line: the second half is 0. Fewer than 3 closed months
 * still divide by 3: a month not closed is not measured.
 *
 * Example: five gaps on fresh test results (.8), one line by log count (.8) measured in all three months:
 * .4 + .5 x .8 = .8.
 * @param months the closed months with their outcome lines; the last three are read.
 */
export function dataConfidence(
  gaps: GapViews,
  lines: readonly OutcomeLine[],
  months: readonly BenefitMonth[],
  policy: Pick<Policy, 'methodQuality'>,
): number {
  let quality = 0;
  for (const gap of GAPS) quality += gaps[gap].score.quality;
  const sum = quality / GAPS.length / 2 + measurement(lines, months.slice(-WINDOW), policy) / 2;
  return Math.round(sum * 1e9) / 1e9;
}

function measurement(
  lines: readonly OutcomeLine[],
  window: readonly BenefitMonth[],
  policy: Pick<Policy, 'methodQuality'>,
): number {
  const active = lines
    .filter((line) => window.some(({ month }) => isActiveIn(line, month)))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map((line) => ({ line, ...measuredAndPlanned(line.id, window) }));
  let planned = 0;
  for (const { plan } of active) planned += plan;
  let sum = 0;
  for (const { line, plan, measured } of active) {
    const share = planned > 0 ? plan / planned : 1 / active.length;
    sum += share * policy.methodQuality[line.method] * (measured / WINDOW);
  }
  return sum;
}

function measuredAndPlanned(lineId: string, window: readonly BenefitMonth[]) {
  let measured = 0;
  let plan = 0;
  for (const { lines } of window) {
    const cell = lines.find((line) => line.lineId === lineId);
    if (cell === undefined) continue;
    if (cell.actual !== null) measured += 1;
    plan += Math.max(0, cell.plan);
  }
  return { measured, plan };
}
