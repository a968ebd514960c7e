import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InitiativeFacts, PastDecision } from '#shared/decision/facts.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { STAGES } from '#shared/domain/stage.ts';
import { MEASUREMENT_METHODS } from '#shared/domain/value-lines.ts';
import { RULE_IDS } from '#shared/domain/verdict.ts';
import { explainFigure } from '#shared/portfolio/explain-figure.ts';
import { figureInputs, PORTFOLIO_FIGURES } from '#shared/portfolio/figures.ts';
import {
  AS_OF,
  costLine,
  date,
  initiative,
  lastMonths,
  money,
  outcomeLine,
  soundFacts,
} from '#tests/shared/decision/example-facts.ts';

const MONTHS = lastMonths(14);
const amounts = fc.array(fc.option(fc.integer({ min: -90_000, max: 900_000 }), { nil: null }), {
  minLength: MONTHS.length,
  maxLength: MONTHS.length,
});
const review = (rule: PastDecision['recommendedRule'], endsOn: string): PastDecision => ({
  reviewId: endsOn,
  endsOn: date(endsOn),
  recommendedRule: rule,
  decision: 'hold',
  causes: [],
});
const facts: fc.Arbitrary<InitiativeFacts> = fc
  .record({
    stage: fc.constantFrom(...STAGES),
    closed: fc.subarray(MONTHS),
    cost: amounts,
    benefit: amounts,
    method: fc.constantFrom(...MEASUREMENT_METHODS),
    rules: fc.tuple(fc.constantFrom(null, ...RULE_IDS), fc.constantFrom(...RULE_IDS)),
  })
  .map(({ stage, closed, cost, benefit, method, rules }) => {
    const values = (lineId: string, list: readonly (number | null)[]) =>
      list.flatMap((amount, index) => {
        const month = MONTHS[index];
        return amount === null || month === undefined ? [] : [{ lineId, month, amount: money(amount) }];
      });
    return {
      ...soundFacts(),
      initiative: initiative({ stage, stageEnteredOn: date('2026-08-15') }),
      lines: [costLine('c1'), outcomeLine('o1', { method, outcomeKind: 'hours_saved' })],
      values: [...values('c1', cost), ...values('o1', benefit)],
      closedMonths: closed,
      pastDecisions: [review(rules[0], '2026-03-31'), review(rules[1], '2026-06-30')],
    };
  });
const portfolio = fc
  .array(facts, { maxLength: 8 })
  .map((all) => all.map((one, index) => ({ ...one, initiative: { ...one.initiative, id: `i${index}` } })));

describe('explainFigure()', () => {
  it.each(PORTFOLIO_FIGURES)('adds up to %s, whatever the portfolio', (id) => {
    fc.assert(
      fc.property(portfolio, (all) => {
        const detail = explainFigure(id, figureInputs(all, AS_OF, DEFAULT_POLICY), 'EUR');
        if (detail.value === null) {
          expect(detail.why).not.toBeNull();
          return;
        }
        const parts = detail.contributions.reduce((sum, one) => sum + one.part, 0);
        const bases = detail.contributions.reduce((sum, one) => sum + (one.base ?? 0), 0);
        if (detail.kind === 'money') expect(parts).toBe(detail.value);
        else expect(parts / bases).toBe(detail.value);
      }),
      { numRuns: 150 },
    );
  });

  const inputs = (all: readonly InitiativeFacts[]) => figureInputs(all, AS_OF, DEFAULT_POLICY);

  it('says what went in, with the months and the label of the figure', () => {
    const detail = explainFigure('net3', inputs([soundFacts()]), 'EUR');
    expect(detail).toMatchObject({
      value: 150_000,
      label: 'actual, undiscounted, last 3 closed months',
      months: lastMonths(3),
      contributions: [{ id: 'i1', name: 'Claims triage', part: 150_000, base: null, note: null }],
    });
    expect(detail.inputs).toContainEqual({ name: 'Cost', value: '3,000.00\u00a0EUR' });
  });

  it('counts survey and estimate as claimed but not as measured', () => {
    const guessed = { ...soundFacts(), lines: [costLine('c1'), outcomeLine('o1', { method: 'estimate' })] };
    expect(explainFigure('measuredShare', inputs([soundFacts(), guessed]), 'EUR').value).toBe(0.5);
    const none = { ...soundFacts(), lines: [costLine('c1')] };
    expect(explainFigure('measuredShare', inputs([none]), 'EUR')).toMatchObject({
      value: null,
      why: expect.stringContaining('undefined'),
    });
  });

  it('has no cost of not deciding before a review is closed, and none where the reviews ask for none', () => {
    expect(explainFigure('killSpend', inputs([soundFacts()]), 'EUR')).toMatchObject({
      value: null,
      why: 'no review is closed yet',
    });
    const fine = { ...soundFacts(), pastDecisions: [review('C1', '2026-06-30')] };
    expect(explainFigure('killSpend', inputs([fine]), 'EUR').value).toBe(0);
    const killed = { ...soundFacts(), pastDecisions: [review('K2', '2026-06-30')], closedMonths: [] };
    expect(explainFigure('killSpend', inputs([killed]), 'EUR')).toMatchObject({
      value: null,
      why: '1 initiative; no month since is closed yet',
    });
  });
});
