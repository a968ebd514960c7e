import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { readTrace } from '#db/read/trace-facts.ts';
import type { Parsed } from '#shared/api/contract.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { COST, type Desk, desk, MARCH, OUTCOME, refusal } from '#tests/support/desk.ts';

const APRIL = (MARCH + 1) as MonthIndex;
const cents = (amount: number) => amount as MinorUnits;

/** A desk with two lines, March closed with an amount of the first line, a reading and counts. */
function closedMarch() {
  const portfolio = desk();
  const { run, id, addLine, setAmount, close } = portfolio;
  const [cost, outcome] = [addLine(), addLine(OUTCOME)];
  setAmount(cost, 500);
  run('r', (tx) => commands.setReadings(tx, { initiativeId: id, readings: [{ month: MARCH, value: 0.5 }] }));
  const counts = [{ month: MARCH, attempts: 100, successes: 80 }];
  run('c', (tx) => commands.setUnitCounts(tx, { initiativeId: id, counts }));
  close(MARCH);
  return { ...portfolio, cost, outcome };
}

type Correction = Partial<Omit<Parsed<'restateMonth'>, 'initiativeId'>>;

function restate({ run, id, newId }: Desk, given: Correction) {
  const input = { initiativeId: id, month: MARCH, reason: 'Invoice came late', amounts: [], figures: [] };
  return run('restateMonth', (tx) => commands.restateMonth(tx, { ...input, ...given }, newId)).value.id;
}

const stateOf = ({ db }: Desk) => db().prepare('SELECT month, state, at FROM month_state').all();

describe('restateMonth()', () => {
  it('sets the right figures, keeps the old ones with the reason, and leaves the month closed for the engine', () => {
    const portfolio = closedMarch();
    const { cost, outcome, id, facts, db } = portfolio;
    const [before] = stateOf(portfolio) as [{ at: string }];
    const restatement = restate(portfolio, {
      amounts: [
        { lineId: cost, amount: cents(700) },
        { lineId: outcome, amount: cents(0) },
      ],
      figures: [
        { figure: 'reading', value: null },
        { figure: 'successes', value: 90 },
        { figure: 'attempts', value: 100 },
      ],
    });
    expect(facts()).toMatchObject({
      values: [
        { lineId: cost, month: MARCH, amount: 700 },
        { lineId: outcome, month: MARCH, amount: 0 },
      ],
      readings: [],
      unitCounts: [{ month: MARCH, attempts: 100, successes: 90 }],
      closedMonths: [MARCH],
    });
    expect(readTrace(db(), id).restatements).toEqual([
      {
        id: restatement,
        initiativeId: id,
        month: MARCH,
        reason: 'Invoice came late',
        restatedAt: expect.stringMatching(/^2026-10-01T/),
        actor: 'Tester',
        amounts: [
          { lineId: cost, before: 500, after: 700 },
          { lineId: outcome, before: null, after: 0 },
        ],
        figures: [
          { figure: 'reading', before: 0.5, after: null },
          { figure: 'successes', before: 80, after: 90 },
        ],
      },
    ]);
    // Who closed it and when stays; who restated it and when is in the restatement.
    expect(stateOf(portfolio)).toEqual([{ month: MARCH, state: 'restated', at: before.at }]);
  });

  it('can be done again, each time on top of the last, and keeps the month from being edited', () => {
    const portfolio = closedMarch();
    const { cost, id, db, setAmount } = portfolio;
    for (const amount of [700, null, 600])
      restate(portfolio, { amounts: [{ lineId: cost, amount: amount as MinorUnits | null }] });
    const steps = readTrace(db(), id).restatements.flatMap((one) => one.amounts);
    expect(steps.map(({ before, after }) => [before, after])).toEqual([
      [500, 700],
      [700, null],
      [null, 600],
    ]);
    expect(refusal(portfolio, () => setAmount(cost, 1)).message).toContain('March 2026 is closed');
  });

  it('sets and takes away task counts one by one', () => {
    const portfolio = closedMarch();
    restate(portfolio, { figures: [{ figure: 'successes', value: null }] });
    expect(portfolio.facts().unitCounts).toEqual([{ month: MARCH, attempts: 100, successes: null }]);
    restate(portfolio, { figures: [{ figure: 'attempts', value: null }] });
    expect(portfolio.facts().unitCounts).toEqual([]);
    restate(portfolio, { figures: [{ figure: 'successes', value: 3 }] });
    expect(portfolio.facts().unitCounts).toEqual([{ month: MARCH, attempts: null, successes: 3 }]);
  });

  it.each<[string, string, (made: ReturnType<typeof closedMarch>) => Correction, RegExp]>([
    ['an open month', 'conflict', () => ({ month: APRIL }), /^April 2026 is open.*month grid/],
    [
      'figures that stand there already',
      'conflict',
      ({ cost }) => ({
        amounts: [{ lineId: cost, amount: cents(500) }],
        figures: [{ figure: 'reading', value: 0.5 }],
      }),
      /figures that March 2026 .* has already/,
    ],
    ['nothing at all', 'conflict', () => ({}), /has already/],
    [
      'more tasks done than attempted',
      'invalid_input',
      () => ({ figures: [{ figure: 'attempts', value: 79 }] }),
      /March 2026 would have more tasks done than attempted/,
    ],
    [
      'counts below 0',
      'invalid_input',
      () => ({ figures: [{ figure: 'attempts', value: -1 }] }),
      /fewer than 0 tasks/,
    ],
    [
      'a line given twice',
      'invalid_input',
      ({ cost }) => ({
        amounts: [
          { lineId: cost, amount: cents(1) },
          { lineId: cost, amount: cents(2) },
        ],
      }),
      /given twice/,
    ],
    [
      'a figure given twice',
      'invalid_input',
      () => ({
        figures: [
          { figure: 'reading', value: 1 },
          { figure: 'reading', value: 2 },
        ],
      }),
      /given twice/,
    ],
    [
      'the line of another initiative',
      'invalid_input',
      ({ cost, run, newId }) => {
        const other = run('c', (tx) => {
          const { id } = commands.createInitiative(tx, { name: 'B', stage: 'pilot' }, newId);
          return commands.addLine(tx, { initiativeId: id, line: COST }, newId);
        }).value.id;
        return {
          amounts: [
            { lineId: cost, amount: cents(1) },
            { lineId: other, amount: cents(2) },
          ],
        };
      },
      /does not belong/,
    ],
  ])('refuses %s and changes nothing', (_what, code, correction, words) => {
    const made = closedMarch();
    const given = correction(made);
    const refused = refusal(made, () => restate(made, given));
    expect(refused).toMatchObject({ code, message: expect.stringMatching(words) });
  });

  it('keeps its line: neither removed nor turned into the other kind', () => {
    const portfolio = closedMarch();
    const { cost, run } = portfolio;
    restate(portfolio, { amounts: [{ lineId: cost, amount: null }] });
    const remove = () => run('r', (tx) => commands.removeLine(tx, { id: cost }));
    expect(refusal(portfolio, remove)).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('were restated (March 2026)'),
    });
    const turn = () => run('u', (tx) => commands.updateLine(tx, { id: cost, line: OUTCOME }));
    expect(refusal(portfolio, turn).code).toBe('conflict');
  });
});
