import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { Instant } from '#shared/domain/units.ts';
import { reviewTrail, type StageStep, type TrailDecision } from '#shared/portfolio/review-trail.ts';
import { AS_OF, date, month, soundFacts } from '#tests/shared/decision/example-facts.ts';

const decision = (id: string, endsOn: string): TrailDecision => ({
  review: { id, name: id, endsOn: date(endsOn), closedAt: `${endsOn}T18:00:00.000Z` as Instant },
  rule: 'C1',
  decision: 'continue',
  reason: '',
  causes: [],
  override: null,
  freshStart: null,
});
const DECISIONS = [decision('Q2', '2026-06-30'), decision('Q1', '2026-03-31')];
const step: StageStep = { initiativeId: 'i1', from: 'pilot', to: 'limited', on: date('2026-06-30') };
const condition = {
  id: 'c1',
  initiativeId: 'i1',
  reviewId: 'Q1',
  what: 'Name a validator',
  owner: 'CFO',
  dueOn: date('2026-05-01'),
  metOn: null,
  note: '',
};
const trail = (facts = soundFacts()) =>
  reviewTrail(DECISIONS, facts, [step], [condition], AS_OF, DEFAULT_POLICY);

describe('reviewTrail()', () => {
  it('gives each decision the months, steps and conditions up to the next review', () => {
    const [second, first] = trail();
    // 500.00 net a month, closed April to September.
    expect(first?.followed).toMatchObject({
      until: '2026-06-30',
      months: [month('2026-04'), month('2026-05'), month('2026-06')],
      net: 150_000,
      cost: 300_000,
      openMonths: 0,
    });
    expect(first?.followed.steps).toEqual([step]);
    expect(first?.conditions).toEqual([condition]);
    expect(second?.followed).toMatchObject({ until: AS_OF, net: 150_000, steps: [] });
    expect(second?.conditions).toEqual([]);
  });

  it('counts a month that is over and open, not the one that still runs', () => {
    const facts = { ...soundFacts(), closedMonths: [month('2026-07')] };
    expect(trail(facts)[0]?.followed).toMatchObject({ months: [month('2026-07')], openMonths: 1 });
  });
});
