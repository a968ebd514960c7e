import { describe, expect, it } from 'vitest';
import type { InitiativeFacts, PastDecision } from '#shared/decision/facts.ts';
import type { RuleId } from '#shared/domain/verdict.ts';
import { undecidedSpend } from '#shared/portfolio/undecided.ts';
import { AS_OF, date, lastMonths, month, monthly, soundFacts } from '#tests/shared/decision/example-facts.ts';

const QUARTERS = ['2026-03-31', '2026-06-30', '2026-09-30'] as const;

/** Reviews at the ends of quarters, the last ones if fewer are given. */
function reviewed(rules: readonly (RuleId | null)[], over: Partial<InitiativeFacts> = {}): InitiativeFacts {
  const ends = QUARTERS.slice(QUARTERS.length - rules.length);
  const pastDecisions = rules.map(
    (rule, index): PastDecision => ({
      reviewId: `r${index}`,
      endsOn: date(ends[index] ?? ''),
      recommendedRule: rule,
      decision: 'continue',
      causes: [],
    }),
  );
  // 1,000.00 a month, the last six of them closed: April to September.
  return { ...soundFacts(), pastDecisions, ...over };
}

describe('undecidedSpend()', () => {
  it.each([
    ['no review', [], null],
    ['a last review that says something else', ['K3', 'K3', 'C1'], null],
    ['a last review in which no rule decided', ['K3', 'K3', null], null],
    // From the review of March: April to September. From June: July to September.
    ['a run of three', ['K3', 'K6', 'K2'], 6],
    ['a run of two', ['C1', 'K6', 'K2'], 3],
    ['a run broken and begun again', ['K3', 'F1', 'K2'], 0],
  ] as const)('of %s', (_what, rules, months) => {
    const spend = undecidedSpend(reviewed(rules), 'kill', AS_OF);
    expect(spend?.cost ?? null).toBe(months === null ? null : months * 100_000);
  });

  it('keeps FIX apart from KILL', () => {
    const facts = reviewed(['F1', 'F2', 'F1']);
    expect(undecidedSpend(facts, 'fix', AS_OF)).toMatchObject({ reviews: 3, cost: 600_000 });
    expect(undecidedSpend(facts, 'kill', AS_OF)).toBeNull();
  });

  it('leaves open months out and counts them', () => {
    const facts = reviewed(['C1', 'K2', 'K2'], { closedMonths: [month('2026-08')] });
    expect(undecidedSpend(facts, 'kill', AS_OF)).toMatchObject({ cost: 100_000, openMonths: 1 });
  });

  it('ends with the month before retirement', () => {
    const retired = (stageEnteredOn: string | null) => {
      const facts = reviewed(['K2', 'K2', 'K2']);
      const initiative = {
        ...facts.initiative,
        stage: 'retired' as const,
        stageEnteredOn: stageEnteredOn === null ? null : date(stageEnteredOn),
      };
      return undecidedSpend({ ...facts, initiative }, 'kill', AS_OF);
    };
    expect(retired('2026-07-15')).toMatchObject({ cost: 3 * 100_000, openMonths: 0 });
    expect(retired(null)).toMatchObject({ cost: 0, openMonths: 0 });
  });

  it('does not know reviews of days to come, nor benefits', () => {
    const facts = reviewed(['C1', 'K2', 'K2'], { values: monthly('o1', lastMonths(6), 500) });
    expect(undecidedSpend(facts, 'kill', date('2026-08-31'))).toMatchObject({ cost: 0, reviews: 1 });
    expect(undecidedSpend(facts, 'kill', date('2026-05-31'))).toBeNull();
  });
});
