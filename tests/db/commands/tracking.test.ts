import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { getRows } from '#db/handles.ts';
import { readTrace } from '#db/read/trace-facts.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { ASSET, COST, type Desk, DRIVER, desk, MARCH, OUTCOME, refusal } from '#tests/support/desk.ts';

const APRIL = (MARCH + 1) as MonthIndex;
const cents = (amount: number) => amount as MinorUnits;
const TERMS = {
  unit: 'hours',
  valuePerUnit: 41.5,
  agreedBy: 'Controller',
  baselineValue: 12,
  baselineOn: '2026-01-01' as IsoDate,
  attribution: 0.5,
  realisation: null,
};

const cell = (lineId: string, month: MonthIndex, amount: number) => ({
  lineId,
  month,
  amount: cents(amount),
});

function lock(portfolio: Desk, inForceFrom: MonthIndex, cells: ReturnType<typeof cell>[]) {
  const input = {
    initiativeId: portfolio.id,
    inForceFrom,
    approvedOn: '2026-01-10' as IsoDate,
    approvedBy: 'Board',
    cells,
  };
  return portfolio.run('lockPlan', (tx) => commands.lockPlan(tx, input, portfolio.newId)).value.id;
}

function forecast(portfolio: Desk, lineId: string, amount: number | null, month = MARCH) {
  const cells = [{ lineId, month, amount: amount as MinorUnits | null }];
  portfolio.run('setForecastValues', (tx) =>
    commands.setForecastValues(tx, { initiativeId: portfolio.id, cells }),
  );
}

describe('terms of lines', () => {
  it('are kept as given: absent, stated, changed and taken back', () => {
    const { run, id, newId, facts } = desk();
    const add = (line: Parameters<typeof commands.addLine>[1]['line']) =>
      run('a', (tx) => commands.addLine(tx, { initiativeId: id, line }, newId)).value.id;
    const [cost, outcome] = [add({ ...COST, isOnce: true }), add({ ...OUTCOME, terms: TERMS })];
    add(COST);
    const own = { initiativeId: id };
    expect(facts().lines).toEqual([
      { ...COST, ...own, id: cost, sortOrder: 1, isOnce: true },
      { ...OUTCOME, ...own, id: outcome, sortOrder: 2, terms: TERMS },
      { ...COST, ...own, id: expect.any(String), sortOrder: 3 },
    ]);
    run('u', (tx) => commands.updateLine(tx, { id: cost, line: { ...COST, isOnce: false } }));
    const terms = { ...TERMS, realisation: 0.8, baselineOn: null };
    run('u', (tx) => commands.updateLine(tx, { id: outcome, line: { ...OUTCOME, terms } }));
    expect(facts().lines).toMatchObject([{ isOnce: false }, { terms }, {}]);
    run('u', (tx) => commands.updateLine(tx, { id: cost, line: COST }));
    run('u', (tx) => commands.updateLine(tx, { id: outcome, line: OUTCOME }));
    expect(facts().lines.map((line) => 'isOnce' in line || 'terms' in line)).toEqual([false, false, false]);
  });

  it('go when a line changes its kind', () => {
    const { run, id, newId, facts, db } = desk();
    const line = run('a', (tx) =>
      commands.addLine(tx, { initiativeId: id, line: { ...COST, isOnce: true } }, newId),
    ).value.id;
    run('u', (tx) => commands.updateLine(tx, { id: line, line: { ...OUTCOME, terms: TERMS } }));
    expect(facts().lines[0]).toMatchObject({ kind: 'outcome', terms: TERMS });
    expect(db().prepare('SELECT count(*) FROM cost_terms').pluck().get()).toBe(0);
  });

  it.each(['forecast', 'plan'] as const)('a line with a %s keeps its kind', (what) => {
    const portfolio = desk();
    const line = portfolio.addLine();
    if (what === 'forecast') forecast(portfolio, line, 5);
    else lock(portfolio, MARCH, [cell(line, MARCH, 5)]);
    const change = () => portfolio.run('u', (tx) => commands.updateLine(tx, { id: line, line: OUTCOME }));
    expect(refusal(portfolio, change).code).toBe('conflict');
  });
});

describe('removeLine()', () => {
  it('takes terms and forecast along', () => {
    const portfolio = desk();
    const before = contentDigest(portfolio.db());
    const { run, id, newId } = portfolio;
    const line = run('a', (tx) =>
      commands.addLine(tx, { initiativeId: id, line: { ...OUTCOME, terms: TERMS } }, newId),
    ).value.id;
    forecast(portfolio, line, 5);
    run('r', (tx) => commands.removeLine(tx, { id: line }));
    expect(contentDigest(portfolio.db())).toBe(before);
  });

  it('is refused while a locked plan has amounts for the line, and names the version', () => {
    const portfolio = desk();
    const [line, other] = [portfolio.addLine(), portfolio.addLine()];
    lock(portfolio, MARCH, [cell(line, MARCH, 5)]);
    lock(portfolio, APRIL, [cell(line, APRIL, 6)]);
    const remove = (id: string) => portfolio.run('r', (tx) => commands.removeLine(tx, { id }));
    expect(refusal(portfolio, () => remove(line))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('locked plan version 2'),
    });
    remove(other);
  });
});

describe('lockPlan()', () => {
  it('numbers versions and keeps the amounts of each', () => {
    const portfolio = desk();
    const line = portfolio.addLine();
    const [first, second] = [
      lock(portfolio, MARCH, [cell(line, APRIL, 7), cell(line, MARCH, 5)]),
      lock(portfolio, APRIL, []),
    ];
    const common = { approvedOn: '2026-01-10', approvedBy: 'Board' };
    expect(portfolio.facts().planVersions).toEqual([
      {
        ...common,
        id: first,
        version: 1,
        inForceFrom: MARCH,
        values: [cell(line, MARCH, 5), cell(line, APRIL, 7)],
      },
      { ...common, id: second, version: 2, inForceFrom: APRIL, values: [] },
    ]);
  });

  it.each([MARCH, (MARCH - 1) as MonthIndex])('refuses a version that does not come later', (month) => {
    const portfolio = desk();
    lock(portfolio, MARCH, []);
    expect(refusal(portfolio, () => lock(portfolio, month, []))).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('version 1 of “Claims triage” is in force from March 2026'),
    });
  });

  it('refuses the line of another initiative, and a month twice', () => {
    const portfolio = desk();
    const line = portfolio.addLine();
    for (const cells of [[cell('foreign', MARCH, 1)], [cell(line, MARCH, 1), cell(line, MARCH, 2)]])
      expect(refusal(portfolio, () => lock(portfolio, MARCH, cells)).code).toBe('invalid_input');
  });
});

describe('setForecastValues()', () => {
  it('sets, changes and takes away', () => {
    const portfolio = desk();
    const line = portfolio.addLine();
    forecast(portfolio, line, 5);
    forecast(portfolio, line, -6);
    forecast(portfolio, line, 0, APRIL);
    expect(portfolio.facts().forecasts).toEqual([cell(line, MARCH, -6), cell(line, APRIL, 0)]);
    forecast(portfolio, line, null);
    forecast(portfolio, line, null);
    expect(portfolio.facts()).toMatchObject({ forecasts: [cell(line, APRIL, 0)], values: [] });
  });

  it('is refused for a closed month and for a foreign line', () => {
    const portfolio = desk();
    const line = portfolio.addLine();
    portfolio.close(MARCH);
    expect(refusal(portfolio, () => forecast(portfolio, line, 1))).toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/^March 2026 is closed.*its forecasts stay as they are/),
    });
    expect(refusal(portfolio, () => forecast(portfolio, 'foreign', 1)).code).toBe('invalid_input');
  });
});

describe('setForecastValues() with ranges', () => {
  const RANGE = { p10: cents(4), p90: cents(9) };
  type Given = { amount: MinorUnits | null; range?: typeof RANGE | null };

  function forecaster() {
    const portfolio = desk();
    const lineId = portfolio.addLine();
    const set = (given: Given) =>
      portfolio.run('f', (tx) =>
        commands.setForecastValues(tx, {
          initiativeId: portfolio.id,
          cells: [{ lineId, month: MARCH, ...given }],
        }),
      );
    const read = () => [
      portfolio.facts().forecasts.map(({ amount }) => amount),
      readTrace(portfolio.db(), portfolio.id).forecastRanges.map(({ p10, p90 }) => [p10, p90]),
    ];
    return { ...portfolio, lineId, set, read };
  }

  it('are set with the amount, stay when nothing is said, and go with null or with the amount', () => {
    const { set, read, lineId, db, id } = forecaster();
    set({ amount: cents(5), range: RANGE });
    expect(read()).toEqual([[5], [[4, 9]]]);
    expect(readTrace(db(), id).forecastRanges).toEqual([{ lineId, month: MARCH, ...RANGE }]);
    set({ amount: cents(9) });
    expect(read()).toEqual([[9], [[4, 9]]]);
    set({ amount: cents(20), range: { p10: cents(20), p90: cents(20) } });
    expect(read()).toEqual([[20], [[20, 20]]]);
    set({ amount: cents(30), range: null });
    expect(read()).toEqual([[30], []]);
    set({ amount: cents(5), range: RANGE });
    set({ amount: null });
    expect(read()).toEqual([[], []]);
  });

  it.each([
    [3, 'below its P10'],
    [10, 'above its P90'],
  ])('refuse an amount of %i outside a range that stays', (amount, words) => {
    const portfolio = forecaster();
    portfolio.set({ amount: cents(5), range: RANGE });
    const refused = refusal(portfolio, () => portfolio.set({ amount: cents(amount) }));
    expect(refused.code).toBe('invalid_input');
    expect(refused.message).toContain(`“Inference” for March 2026 would lie ${words}`);
  });

  it('go with their line', () => {
    const portfolio = forecaster();
    portfolio.set({ amount: cents(5), range: RANGE });
    portfolio.run('r', (tx) => commands.removeLine(tx, { id: portfolio.lineId }));
    expect(portfolio.db().prepare('SELECT count(*) FROM forecast_range').pluck().get()).toBe(0);
  });
});

describe('setUnitCounts()', () => {
  const set = (portfolio: Desk, attempts: number | null, successes: number | null, month = MARCH) =>
    portfolio.run('setUnitCounts', (tx) =>
      commands.setUnitCounts(tx, {
        initiativeId: portfolio.id,
        counts: [{ month, attempts, successes }],
      }),
    );

  it('sets one or both, and forgets a month with neither', () => {
    const portfolio = desk();
    set(portfolio, 100, null);
    set(portfolio, null, 40.5, APRIL);
    set(portfolio, 100, 100);
    expect(portfolio.facts().unitCounts).toEqual([
      { month: MARCH, attempts: 100, successes: 100 },
      { month: APRIL, attempts: null, successes: 40.5 },
    ]);
    set(portfolio, null, null);
    set(portfolio, null, null);
    expect(portfolio.facts().unitCounts).toHaveLength(1);
  });

  it('refuses more successes than attempts, and closed months', () => {
    const portfolio = desk();
    expect(refusal(portfolio, () => set(portfolio, 1, 2))).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('March 2026 has more tasks done than attempted'),
    });
    portfolio.close(MARCH);
    expect(refusal(portfolio, () => set(portfolio, 2, 1)).code).toBe('conflict');
  });
});

describe('setChecklistRow()', () => {
  const proof = { kind: 'audit', datedOn: '2026-02-01' as IsoDate, link: '', note: 'Report 7' } as const;
  const claims = [
    { dimension: 'data', state: 'production_ready', proof },
    { dimension: 'data', state: 'pilot_grade', proof: null },
    { dimension: 'data', state: 'unsaid', proof: null },
  ] as const;

  it('sets a claim with its proof, changes it and takes it back', () => {
    const { run, id, facts } = desk();
    const seen = claims.map((row) => {
      run('c', (tx) => commands.setChecklistRow(tx, { initiativeId: id, row }));
      return facts().checklist;
    });
    expect(seen).toEqual([[claims[0]], [claims[1]], []]);
  });
});

describe('updateSettings()', () => {
  it.each<[string, (portfolio: Desk) => void]>([
    ['a forecast', (portfolio) => forecast(portfolio, portfolio.addLine(), 1)],
    [
      'a locked plan',
      (portfolio) => {
        const line = portfolio.addLine();
        lock(portfolio, MARCH, [cell(line, MARCH, 1)]);
      },
    ],
    [
      'stop terms',
      ({ run, id }) => {
        const zero = cents(0);
        const terms = { salvage: zero, exitCost: zero, upkeepPerMonth: zero, upkeepMonths: 0 };
        run('s', (tx) => commands.setStopTerms(tx, { initiativeId: id, terms }));
      },
    ],
    [
      'the price of a measurement',
      ({ run, id, newId }) => {
        const driver = { ...DRIVER, measureCost: cents(1) };
        run('d', (tx) => commands.addDriver(tx, { initiativeId: id, driver }, newId));
      },
    ],
    [
      'a restated amount',
      ({ run, id, newId, addLine, close }) => {
        const lineId = addLine();
        close(MARCH);
        const restate = (amount: number | null) => {
          const amounts = [{ lineId, amount: amount as MinorUnits | null }];
          const input = { initiativeId: id, month: MARCH, reason: 'r', amounts, figures: [] };
          run('m', (tx) => commands.restateMonth(tx, input, newId));
        };
        restate(5);
        restate(null);
      },
    ],
    [
      'the cost of an asset',
      ({ run, newId }) => {
        const blank = {
          builtBy: null,
          owner: '',
          costAlone: null,
          reuseCostShare: null,
          writeForReuse: null,
        };
        run('t', (tx) => {
          const asset = commands.addAsset(tx, { asset: ASSET }, newId);
          commands.setAssetTerms(tx, { id: asset.id, terms: { ...blank, upkeepPerMonth: cents(1) } });
        });
      },
    ],
  ])('refuses a currency of other decimals once there is %s', (_what, fill) => {
    const portfolio = desk();
    const set = (currency: string) => portfolio.run('s', (tx) => commands.updateSettings(tx, { currency }));
    set('JPY');
    set('EUR');
    fill(portfolio);
    expect(refusal(portfolio, () => set('JPY')).code).toBe('conflict');
    set('USD');
  });
});

describe('deleteInitiative()', () => {
  it('takes plans, forecasts, counts and claims along', () => {
    const portfolio = desk();
    const { run, newId, db } = portfolio;
    const before = contentDigest(db());
    const { seq, value } = run('fill and delete', (tx) => {
      const initiativeId = commands.createInitiative(tx, { name: 'B', stage: 'idea' }, newId).id;
      const line = { ...OUTCOME, terms: TERMS };
      const lineId = commands.addLine(tx, { initiativeId, line }, newId).id;
      const cells = [cell(lineId, MARCH, 1)];
      commands.setForecastValues(tx, { initiativeId, cells });
      const approved = { approvedOn: '2026-01-01' as IsoDate, approvedBy: '' };
      commands.lockPlan(tx, { initiativeId, inForceFrom: MARCH, ...approved, cells }, newId);
      commands.setUnitCounts(tx, { initiativeId, counts: [{ month: MARCH, attempts: 1, successes: null }] });
      const row = { dimension: 'data', state: 'pilot_grade', proof: null } as const;
      commands.setChecklistRow(tx, { initiativeId, row });
      commands.updateInitiative(tx, { id: initiativeId, patch: { stage: 'pilot' } });
      commands.deleteInitiative(tx, { id: initiativeId });
      return initiativeId;
    });
    expect(contentDigest(db())).toBe(before);
    const named = 'SELECT DISTINCT initiative_id FROM history_change WHERE seq = ?';
    expect(getRows(db(), named, seq)).toEqual([{ initiative_id: value }]);
  });
});
