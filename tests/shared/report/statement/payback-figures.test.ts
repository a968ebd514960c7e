import { describe, expect, it } from 'vitest';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { paybackFigures } from '#shared/report/statement/payback-figures.ts';
import { date } from '#tests/shared/decision/example-facts.ts';
import { baseOf, factsOf } from './flows.ts';

const figureOf = (id: string, facts: InitiativeFacts) =>
  paybackFigures(baseOf(facts)).find((figure) => figure.id === id);

describe('paybackFigures()', () => {
  it('tells the first crossing from the one after which the money stays', () => {
    // May to September 2026. Cumulated: -1,000, -400, 200, -100, 300.
    const facts = factsOf([-1000, 600, 600, -300, 400]);
    // A month and 400 of the 600 of July; three months and 100 of the 400 of September.
    expect(figureOf('payback_first', facts)).toMatchObject({
      value: 1 + 400 / 600,
      note: 'reached in 2026-07',
    });
    expect(figureOf('payback', facts)).toMatchObject({ value: 3.25, note: 'reached in 2026-09' });
  });

  it('says that the money is not back, with the months looked at', () => {
    const facts = factsOf([-1000, 200, 200]);
    for (const id of ['payback_first', 'payback', 'payback_discounted', 'payback_from_go_live']) {
      expect(figureOf(id, facts)).toMatchObject({ value: null, reason: 'not within 2 months', note: null });
    }
  });

  it.each([
    ['limited', '2026-07-15', 1.25, null],
    // Back before go-live: nothing to wait for.
    ['limited', '2026-09-30', 0, null],
    // Live before anything was spent: the clock starts with the first spend.
    ['limited', '2026-01-01', 3.25, null],
    ['limited', null, null, 'not entered: the day limited production began'],
    ['pilot', '2026-08-15', null, 'not entered: the day limited production began'],
    // The day is that of scaling; when limited production began is not known any more.
    ['scaled', '2026-08-15', null, 'not entered: the day limited production began'],
  ] as const)('from go-live, %s since %s: %j', (stage, since, value, reason) => {
    const facts = factsOf([-1000, 600, 600, -300, 400]);
    const initiative = { ...facts.initiative, stage, stageEnteredOn: since === null ? null : date(since) };
    expect(figureOf('payback_from_go_live', { ...facts, initiative })).toMatchObject({ value, reason });
  });

  it('names the lowest point and when it was, also where the money was never below 0', () => {
    const lowest = (nets: readonly number[]) => figureOf('payback', factsOf(nets))?.inputs[1]?.value;
    expect(lowest([-1000, -500, 2000, -600])).toBe('−1,500.00\u00a0EUR in 2026-07');
    // The month of first spend cost 0.01 and brought nothing; the lowest is that cent.
    expect(lowest([-0.01, 5])).toBe('−0.01\u00a0EUR in 2026-08');
  });
});
