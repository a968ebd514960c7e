import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { undoLast } from '#db/undo.ts';
import type { MinorUnits } from '#shared/domain/units.ts';
import { type Desk, desk, MARCH, refusal } from '#tests/support/desk.ts';

const cents = (amount: number) => amount as MinorUnits;
type Actuals = Parameters<typeof commands.setActuals>[1];

const enter = (portfolio: Desk, what: Partial<Actuals>) => {
  const input = { initiativeId: portfolio.id, cells: [], readings: [], counts: [], ...what };
  return portfolio.run('setActuals', (tx) => commands.setActuals(tx, input));
};

describe('setActuals()', () => {
  it('sets amounts, readings and tasks of one block in one step, and undo takes all of it back', () => {
    const portfolio = desk();
    const lineId = portfolio.addLine();
    const before = contentDigest(portfolio.db());
    enter(portfolio, {
      cells: [{ lineId, month: MARCH, amount: cents(120_000) }],
      readings: [{ month: MARCH, value: 0.42 }],
      counts: [{ month: MARCH, attempts: 900, successes: 810 }],
    });
    const { values, readings, unitCounts } = portfolio.facts();
    expect(values).toMatchObject([{ lineId, month: MARCH, amount: 120_000 }]);
    expect(readings).toEqual([{ month: MARCH, value: 0.42 }]);
    expect(unitCounts).toEqual([{ month: MARCH, attempts: 900, successes: 810 }]);
    undoLast(portfolio.db(), portfolio.meta());
    expect(contentDigest(portfolio.db())).toBe(before);
  });

  it('keeps nothing of a block whose last part is refused', () => {
    const portfolio = desk();
    const lineId = portfolio.addLine();
    const problem = refusal(portfolio, () =>
      enter(portfolio, {
        cells: [{ lineId, month: MARCH, amount: cents(120_000) }],
        readings: [{ month: MARCH, value: 0.42 }],
        counts: [{ month: MARCH, attempts: 1, successes: 2 }],
      }),
    );
    expect(problem.message).toContain('March 2026 has more tasks done than attempted');
  });

  it('refuses all of a block that reaches into a closed month', () => {
    const portfolio = desk();
    const lineId = portfolio.addLine();
    portfolio.close(MARCH);
    const problem = refusal(portfolio, () =>
      enter(portfolio, {
        cells: [
          { lineId, month: (MARCH + 1) as typeof MARCH, amount: cents(5) },
          { lineId, month: MARCH, amount: cents(5) },
        ],
      }),
    );
    expect(problem.code).toBe('conflict');
  });
});
