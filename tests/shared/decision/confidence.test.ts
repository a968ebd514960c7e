import { describe, expect, it } from 'vitest';
import { dataConfidence } from '#shared/decision/confidence.ts';
import { asOfDay } from '#shared/decision/evidence.ts';
import { scoreGaps } from '#shared/decision/readiness.ts';
import { GAPS } from '#shared/domain/gap.ts';
import type { MonthValue, OutcomeLine } from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { PlanVersion } from '#shared/domain/tracking.ts';
import { benefitMonths } from '#shared/finance/benefit-months.ts';
import {
  AS_OF,
  assessment,
  evidence,
  lastMonths,
  monthly,
  outcomeLine,
  planVersion,
} from './example-facts.ts';

const months = lastMonths(6);
const fresh = scoreGaps(
  GAPS.map((gap) => assessment(gap, 3, { evidence: [evidence('test', AS_OF)] })),
  'limited',
  DEFAULT_POLICY,
  asOfDay(AS_OF, DEFAULT_POLICY),
);
const never = scoreGaps([], 'limited', DEFAULT_POLICY, asOfDay(AS_OF, DEFAULT_POLICY));

function confidence(
  lines: readonly OutcomeLine[],
  values: readonly MonthValue[],
  plans: readonly PlanVersion[] = [],
  closed = months,
  gaps = fresh,
): number {
  const record = benefitMonths(lines, values, plans, closed, DEFAULT_POLICY);
  return dataConfidence(gaps, lines, record, DEFAULT_POLICY);
}

describe('dataConfidence()', () => {
  const line = outcomeLine('o1');
  it('is .4 for five fresh test results (q = .8) and nothing measured, 0 for neither', () => {
    expect(confidence([], [])).toBe(0.4);
    expect(confidence([], [], [], months, never)).toBe(0);
  });

  it('counts a gap never assessed as 0: (.8 x 4)/5/2 = .32', () => {
    const four = scoreGaps(
      GAPS.slice(1).map((gap) => assessment(gap, 3, { evidence: [evidence('test', AS_OF)] })),
      'limited',
      DEFAULT_POLICY,
      asOfDay(AS_OF, DEFAULT_POLICY),
    );
    expect(confidence([], [], [], months, four)).toBe(0.32);
  });

  // .4 + .5 x method x measured / 3
  it.each([
    ['holdout', 3, 0.9],
    ['log_count', 3, 0.8],
    ['log_count', 2, 0.4 + (0.4 * 2) / 3],
    ['survey', 3, 0.65],
    ['estimate', 1, 0.45],
    ['estimate', 0, 0.4],
  ] as const)('adds half of a line by %s, %i months measured: %f', (method, measured, expected) => {
    const values = monthly('o1', months.slice(6 - measured), 10);
    expect(confidence([outcomeLine('o1', { method })], values)).toBeCloseTo(expected, 9);
  });

  it('looks at the last 3 closed months, and divides by 3 though fewer are closed', () => {
    const early = monthly('o1', months.slice(0, 3), 10);
    expect(confidence([line], early)).toBe(0.4);
    expect(confidence([line], monthly('o1', months, 10), [], lastMonths(2))).toBeCloseTo(
      0.4 + (0.4 * 2) / 3,
      9,
    );
  });

  it('leaves a line outside its span out', () => {
    const ended = outcomeLine('o2', { endsOn: months[2] ?? null });
    expect(confidence([line, ended], monthly('o1', months, 10))).toBe(0.8);
  });

  it('weighs lines by their planned benefit as claimed, equally without a plan', () => {
    const lines = [line, outcomeLine('o2', { outcomeKind: 'hours_saved', method: 'estimate' })];
    const values = [...monthly('o1', months, 10), ...monthly('o2', months, 10)];
    // equal parts: .4 + .5 x (.8 + .3)/2
    expect(confidence(lines, values)).toBeCloseTo(0.675, 9);
    // planned 100 and 200 x .5 claimed: equal parts again; 300 and 200 x .5: .75 and .25
    const plan = (amount: number) =>
      planVersion(0, { values: [...monthly('o1', months, amount), ...monthly('o2', months, 200)] });
    expect(confidence(lines, values, [plan(100)])).toBeCloseTo(0.675, 9);
    expect(confidence(lines, values, [plan(300)])).toBeCloseTo(0.4 + 0.5 * (0.75 * 0.8 + 0.25 * 0.3), 9);
  });

  it('does not depend on the order of lines', () => {
    const lines = [line, outcomeLine('o2', { method: 'survey' }), outcomeLine('o3', { method: 'estimate' })];
    const values = lines.flatMap(({ id }) => monthly(id, months, 10));
    expect(confidence([...lines].reverse(), values)).toBe(confidence(lines, values));
  });
});
