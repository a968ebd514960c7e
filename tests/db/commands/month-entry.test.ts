import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { readFacts } from '#db/read/facts.ts';
import { undoLast } from '#db/undo.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { COST, MARCH, OUTCOME, refusal } from '#tests/support/desk.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

const cents = (amount: number | null) => amount as MinorUnits | null;

/** A portfolio of `count` pilots with a cost and an outcome line each. */
function books(count: number) {
  const portfolio = newTestPortfolio({ isFast: true });
  const { run, newId, db } = portfolio;
  const pilots = Array.from({ length: count }, (_, i) => {
    const input = { name: `Pilot ${i + 1}`, stage: 'pilot' } as const;
    const { id } = run('create', (tx) => commands.createInitiative(tx, input, newId)).value;
    const line = (what: typeof COST | typeof OUTCOME) =>
      run('addLine', (tx) => commands.addLine(tx, { initiativeId: id, line: what }, newId)).value.id;
    return { id, cost: line(COST), outcome: line(OUTCOME) };
  });
  const facts = (id: string) => readFacts(db(), id);
  const enter = (entries: Entries, month: MonthIndex = MARCH) =>
    run('enterMonth', (tx) => commands.enterMonth(tx, { month, entries }));
  return { ...portfolio, pilots, facts, enter };
}

type Entries = Parameters<typeof commands.enterMonth>[1]['entries'];

describe('enterMonth()', () => {
  it('enters and closes a month for all of them in one step, and undo takes all of it back', () => {
    const { pilots, facts, enter, db, meta } = books(3);
    const before = contentDigest(db());
    enter(
      pilots.map(({ id, cost, outcome }, i) => ({
        initiativeId: id,
        cells: [
          { lineId: cost, amount: cents(100 + i) },
          { lineId: outcome, amount: null },
        ],
        isClosing: i < 2,
      })),
    );
    expect(
      pilots.map(({ id }) => [facts(id)?.values.map((value) => value.amount), facts(id)?.closedMonths]),
    ).toEqual([
      [[100], [MARCH]],
      [[101], [MARCH]],
      [[102], []],
    ]);
    undoLast(db(), meta());
    expect(contentDigest(db())).toBe(before);
  });

  it('refuses amounts in a closed month and changes none', () => {
    const portfolio = books(2);
    const { pilots, enter } = portfolio;
    const [a, b] = pilots;
    if (!a || !b) throw new Error('two pilots are made');
    enter([{ initiativeId: b.id, cells: [], isClosing: true }]);
    const { code, message } = refusal(portfolio, () =>
      enter([
        { initiativeId: a.id, cells: [{ lineId: a.cost, amount: cents(1) }], isClosing: true },
        { initiativeId: b.id, cells: [{ lineId: b.cost, amount: cents(1) }], isClosing: true },
      ]),
    );
    expect(code).toBe('conflict');
    expect(message).toContain('March 2026 is closed for “Pilot 2”');
  });

  it('closes a closed month again without a trace', () => {
    const { pilots, enter } = books(1);
    const entry = { initiativeId: pilots[0]?.id ?? '', cells: [], isClosing: true };
    enter([entry]);
    expect(enter([entry]).tables).toEqual([]);
  });

  it.each(['line', 'initiative'])('refuses a foreign %s and changes none', (what) => {
    const portfolio = books(2);
    const [a, b] = portfolio.pilots;
    if (!a || !b) throw new Error('two pilots are made');
    const entries: Entries = [
      { initiativeId: a.id, cells: [{ lineId: a.cost, amount: cents(1) }], isClosing: false },
      what === 'line'
        ? { initiativeId: b.id, cells: [{ lineId: a.cost, amount: cents(1) }], isClosing: false }
        : { initiativeId: 'gone', cells: [], isClosing: true },
    ];
    const { code } = refusal(portfolio, () => portfolio.enter(entries));
    expect(code).toBe(what === 'line' ? 'invalid_input' : 'not_found');
  });

  it('is taken back exactly, whatever was entered over whatever was there', () => {
    const { pilots, enter, db, meta } = books(3);
    const amount = fc.option(fc.integer({ min: -1000, max: 1000 }), { nil: null });
    const some = fc.array(
      fc.record({ pick: fc.nat(2), cost: amount, outcome: amount, isClosing: fc.boolean() }),
      {
        minLength: 1,
        maxLength: 3,
      },
    );
    const month = fc.integer({ min: 0, max: 400 });
    fc.assert(
      fc.property(some, some, month, (first, second, offset) => {
        const entries = (steps: typeof first, mayClose: boolean): Entries => {
          const byPilot = new Map(steps.map((step) => [step.pick, step]));
          return [...byPilot].map(([pick, step]) => {
            const pilot = pilots[pick] as (typeof pilots)[number];
            return {
              initiativeId: pilot.id,
              cells: [
                { lineId: pilot.cost, amount: cents(step.cost) },
                { lineId: pilot.outcome, amount: cents(step.outcome) },
              ],
              isClosing: mayClose && step.isClosing,
            };
          });
        };
        const at = (MARCH + offset) as MonthIndex;
        const start = contentDigest(db());
        const { tables } = enter(entries(first, false), at);
        const before = contentDigest(db());
        const again = enter(entries(second, true), at);
        if (again.tables.length > 0) undoLast(db(), meta());
        expect(contentDigest(db())).toBe(before);
        if (tables.length > 0) undoLast(db(), meta());
        expect(contentDigest(db())).toBe(start);
      }),
      { numRuns: 40 },
    );
  });
});

describe('enterMonthLabel()', () => {
  it.each([
    [[true, true, true], 'Close March 2026 for 3 initiatives'],
    [[true], 'Close March 2026 for Pilot 1'],
    [[false, false], 'Enter March 2026 for 2 initiatives'],
    [[false], 'Enter March 2026 for Pilot 1'],
    [[true, false, false], 'Close March 2026 for Pilot 1 and enter it for 2 more'],
  ])('of %j is “%s”', (closing, label) => {
    const { pilots, db } = books(3);
    const entries = closing.map((isClosing, i) => ({
      initiativeId: pilots[i]?.id ?? '',
      cells: [],
      isClosing,
    }));
    expect(commands.enterMonthLabel(db(), { month: MARCH, entries })).toBe(label);
  });
});
