import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { getRows } from '#db/handles.ts';
import { listAssets } from '#db/read/engine-inputs.ts';
import type { NewDriver } from '#db/rows/driver-row.ts';
import { undoLast } from '#db/undo.ts';
import type { Tx } from '#db/write.ts';
import type { IsoDate, MinorUnits } from '#shared/domain/units.ts';
import { ASSET, DRIVER, desk, refusal } from '#tests/support/desk.ts';

const SCOPE = {
  stage: 'pilot',
  basis: 'plan',
  decisionMonth: null,
  buildMonths: null,
  rampMonths: null,
} as const;
const LINE = { name: 'Oversight', kind: 'variable', constant: 1 / 60, role: null } as const;

/** A pilot with words for building its model. */
function modelDesk() {
  const portfolio = desk();
  const { run, id, newId } = portfolio;
  const addDriver = (over: Partial<NewDriver> = {}, initiativeId = id) =>
    run('d', (tx) => commands.addDriver(tx, { initiativeId, driver: { ...DRIVER, ...over } }, newId)).value
      .id;
  const addScope = (stage: 'pilot' | 'limited' = 'pilot') =>
    run('s', (tx) => commands.addScope(tx, { initiativeId: id, scope: { ...SCOPE, stage } }, newId)).value.id;
  const addScopeLine = (scopeId: string, driverIds: string[], name: string = LINE.name) =>
    run('l', (tx) => commands.addScopeLine(tx, { scopeId, line: { ...LINE, name, driverIds } }, newId)).value
      .id;
  const addAsset = () => run('a', (tx) => commands.addAsset(tx, { asset: ASSET }, newId)).value.id;
  const addOther = () =>
    run('c', (tx) => commands.createInitiative(tx, { name: 'Other', stage: 'pilot' }, newId)).value.id;
  return { ...portfolio, addDriver, addScope, addScopeLine, addAsset, addOther };
}

describe('addDriver() and updateDriver()', () => {
  it('keep what is given, in the order it was added', () => {
    const { addDriver, addAsset, facts, id, run } = modelDesk();
    const asset = addAsset();
    const full: NewDriver = {
      ...DRIVER,
      p10: 100,
      p50: 150,
      p90: 210,
      datedOn: '2026-03-01' as IsoDate,
      grade: 'telemetry',
      loadings: [
        { factor: asset, loading: -0.5 },
        { factor: 'wage_rate', loading: 0.25 },
      ],
      measureCost: 5000 as MinorUnits,
      measureDays: 20,
    };
    const first = addDriver(full);
    const second = addDriver({ name: 'Rate', bound: 'share' });
    expect(facts().drivers).toEqual([
      { ...full, id: first, initiativeId: id, sortOrder: 1 },
      { ...DRIVER, name: 'Rate', bound: 'share', id: second, initiativeId: id, sortOrder: 2 },
    ]);
    const loadings = [{ factor: 'token_price', loading: 0.1 }];
    run('u', (tx) => commands.updateDriver(tx, { id: first, driver: { ...full, loadings } }));
    expect(facts().drivers[0]?.loadings).toEqual(loadings);
  });

  it.each<[string, Partial<NewDriver>, string]>([
    ['points that do not rise', { p10: 3, p50: 2, p90: 4 }, 'P10 must be below P50'],
    ['a positive value from 0', { p10: 0, p50: 1, p90: 2 }, 'P10 above 0'],
    ['a share of 1', { bound: 'share', p10: 0.5, p50: 0.9, p90: 1 }, 'P90 below 1'],
    ['a middle at the edge', { bound: 'free', p10: 0, p50: 1, p90: 100 }, 'too near P10 or P90'],
    ['an unknown factor', { loadings: [{ factor: 'weather', loading: 0.1 }] }, 'neither a common factor'],
    [
      'a factor twice',
      {
        loadings: [
          { factor: 'wage_rate', loading: 0.1 },
          { factor: 'wage_rate', loading: 0.2 },
        ],
      },
      'named twice',
    ],
    [
      'loadings that leave nothing of its own',
      {
        loadings: [
          { factor: 'wage_rate', loading: 0.7 },
          { factor: 'token_price', loading: -0.7 },
        ],
      },
      'add up to 0.98',
    ],
  ])('refuse %s and say what to change', (_what, over, words) => {
    const portfolio = modelDesk();
    const id = portfolio.addDriver();
    for (const work of [
      () => portfolio.addDriver(over),
      () => portfolio.run('u', (tx) => commands.updateDriver(tx, { id, driver: { ...DRIVER, ...over } })),
    ])
      expect(refusal(portfolio, work)).toMatchObject({
        code: 'invalid_input',
        message: expect.stringMatching(new RegExp(`^“Tasks” was not saved: .*${words}`)),
      });
  });

  it('accept an incomplete triple, a known value, and loadings that add up to exactly .95', () => {
    const { addDriver, facts } = modelDesk();
    addDriver({ p10: 9, p50: 2, p90: null });
    addDriver({ p10: 0, p50: 0, p90: 0 });
    const squares = [0.5, 0.45].map((variance) => Math.sqrt(variance));
    addDriver({
      loadings: squares.map((loading, at) => ({ factor: at === 0 ? 'wage_rate' : 'token_price', loading })),
    });
    expect(facts().drivers).toHaveLength(3);
  });
});

describe('removeDriver()', () => {
  it('is refused while lines multiply it, which it names', () => {
    const portfolio = modelDesk();
    const { addDriver, addScope, addScopeLine, run, facts } = portfolio;
    const [id, scope] = [addDriver({ loadings: [{ factor: 'wage_rate', loading: 0.1 }] }), addScope()];
    const lines = ['Benefit', 'Oversight', 'Team'].map((name) => addScopeLine(scope, [id, id], name));
    const remove = () => run('r', (tx) => commands.removeDriver(tx, { id }));
    expect(refusal(portfolio, remove)).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('“Benefit”, “Oversight” and 1 other'),
    });
    for (const line of lines) run('x', (tx) => commands.removeScopeLine(tx, { id: line }));
    remove();
    expect(facts()).toMatchObject({ drivers: [], scopes: [{ lines: [] }] });
  });
});

describe('scopes and their lines', () => {
  it('are read in the order of the road, lines in the order they were added', () => {
    const { addScope, addScopeLine, addDriver, facts, id, run } = modelDesk();
    const limited = addScope('limited');
    const pilot = addScope();
    const [a, b] = [addDriver(), addDriver({ name: 'Minutes' })];
    const first = addScopeLine(pilot, [b, a, b]);
    const second = addScopeLine(pilot, [a], 'Team');
    expect(facts().scopes).toEqual([
      {
        ...SCOPE,
        id: pilot,
        initiativeId: id,
        lines: [
          { ...LINE, id: first, scopeId: pilot, driverIds: [b, a, b], sortOrder: 1 },
          { ...LINE, name: 'Team', id: second, scopeId: pilot, driverIds: [a], sortOrder: 2 },
        ],
      },
      { ...SCOPE, stage: 'limited', id: limited, initiativeId: id, lines: [] },
    ]);
    const line = { ...LINE, role: 'Engineer', driverIds: [a, b] };
    run('u', (tx) => commands.updateScopeLine(tx, { id: first, line }));
    run('u', (tx) =>
      commands.updateScope(tx, { id: pilot, scope: { ...SCOPE, basis: 'measured', decisionMonth: 6 } }),
    );
    expect(facts().scopes[0]).toMatchObject({
      basis: 'measured',
      decisionMonth: 6,
      lines: [{ role: 'Engineer', driverIds: [a, b] }, { id: second }],
    });
  });

  it('one a stage: a second is refused when it is added and when it is changed to', () => {
    const portfolio = modelDesk();
    const { addScope, run } = portfolio;
    addScope();
    const limited = addScope('limited');
    const words = { code: 'conflict', message: expect.stringContaining('has a scope for Pilot already') };
    expect(refusal(portfolio, () => addScope())).toMatchObject(words);
    const change = () => run('u', (tx) => commands.updateScope(tx, { id: limited, scope: SCOPE }));
    expect(refusal(portfolio, change)).toMatchObject(words);
    run('u', (tx) =>
      commands.updateScope(tx, { id: limited, scope: { ...SCOPE, stage: 'limited', rampMonths: 4 } }),
    );
  });

  it('refuse a driver of another initiative, and one that is gone', () => {
    const portfolio = modelDesk();
    const { addScope, addScopeLine, addDriver, addOther, run } = portfolio;
    const scope = addScope();
    const own = addDriver();
    const foreign = addDriver({}, addOther());
    const id = addScopeLine(scope, [own]);
    for (const driver of [foreign, 'gone']) {
      const line = { ...LINE, driverIds: [own, driver] };
      for (const work of [
        () => addScopeLine(scope, [own, driver]),
        () => run('u', (tx) => commands.updateScopeLine(tx, { id, line })),
      ])
        expect(refusal(portfolio, work)).toMatchObject({
          code: 'invalid_input',
          message: expect.stringContaining('not a driver of this initiative'),
        });
    }
  });

  it('removing a scope takes its lines along and leaves the drivers', () => {
    const { addScope, addScopeLine, addDriver, run, facts, db } = modelDesk();
    const scope = addScope();
    addScopeLine(scope, [addDriver()]);
    run('r', (tx) => commands.removeScope(tx, { id: scope }));
    expect(facts()).toMatchObject({ scopes: [], drivers: [{ name: 'Tasks' }] });
    expect(getRows(db(), 'SELECT * FROM scope_line_driver')).toEqual([]);
  });
});

describe('setStopTerms()', () => {
  it('sets, changes and takes back', () => {
    const { run, id, facts } = modelDesk();
    const cents = (amount: number) => amount as MinorUnits;
    const terms = { salvage: cents(1), exitCost: cents(2), upkeepPerMonth: cents(-3), upkeepMonths: 4 };
    const set = (value: typeof terms | null) =>
      run('s', (tx) => commands.setStopTerms(tx, { initiativeId: id, terms: value }));
    expect(facts().stopTerms).toBeNull();
    set(terms);
    expect(facts().stopTerms).toEqual(terms);
    set(null);
    set(null);
    expect(facts().stopTerms).toBeNull();
  });
});

describe('shared assets', () => {
  it('are used from a stage on, changed for all users, and listed with their number', () => {
    const { addAsset, addOther, run, id, facts, db } = modelDesk();
    const assetId = addAsset();
    const use = (initiativeId: string, neededFrom: 'pilot' | 'scaled' | null) =>
      run('u', (tx) => commands.setAssetUse(tx, { initiativeId, assetId, neededFrom }));
    use(id, 'pilot');
    use(addOther(), 'scaled');
    expect(listAssets(db())).toEqual([{ asset: { ...ASSET, id: assetId }, users: 2 }]);
    const live = { ...ASSET, liveOn: '2026-09-01' as IsoDate, plannedLiveMonth: null };
    run('c', (tx) => commands.updateAsset(tx, { id: assetId, asset: live }));
    expect(facts().assetUses).toEqual([{ asset: { ...live, id: assetId }, neededFrom: 'pilot' }]);
    use(id, 'scaled');
    expect(facts().assetUses[0]?.neededFrom).toBe('scaled');
    use(id, null);
    use(id, null);
    expect([facts().assetUses, listAssets(db())[0]?.users]).toEqual([[], 1]);
  });

  it('cannot be removed while an initiative uses them or a driver loads on them', () => {
    const portfolio = modelDesk();
    const { addAsset, addDriver, addOther, run, id } = portfolio;
    const assetId = addAsset();
    run('u', (tx) => commands.setAssetUse(tx, { initiativeId: id, assetId, neededFrom: 'pilot' }));
    const other = addOther();
    addDriver({ loadings: [{ factor: assetId, loading: 0.5 }] }, other);
    const remove = () => run('r', (tx) => commands.removeAsset(tx, { id: assetId }));
    expect(refusal(portfolio, remove)).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('“Policy connector” is used by “Claims triage” and “Other”'),
    });
    run('u', (tx) => commands.setAssetUse(tx, { initiativeId: id, assetId, neededFrom: null }));
    expect(refusal(portfolio, remove).message).toContain('used by “Other”.');
    run('d', (tx) => commands.deleteInitiative(tx, { id: other }));
    remove();
    expect(listAssets(portfolio.db())).toEqual([]);
  });
});

describe('deleteInitiative()', () => {
  it('takes the whole model along, and leaves shared assets', () => {
    const portfolio = modelDesk();
    const { addAsset, run, newId, db } = portfolio;
    const assetId = addAsset();
    const before = contentDigest(db());
    const { seq, value } = run('fill and delete', (tx) => {
      const initiativeId = commands.createInitiative(tx, { name: 'B', stage: 'idea' }, newId).id;
      const driver = { ...DRIVER, loadings: [{ factor: assetId, loading: 0.5 }] };
      const driverId = commands.addDriver(tx, { initiativeId, driver }, newId).id;
      const scopeId = commands.addScope(tx, { initiativeId, scope: SCOPE }, newId).id;
      commands.addScopeLine(tx, { scopeId, line: { ...LINE, driverIds: [driverId] } }, newId);
      commands.setAssetUse(tx, { initiativeId, assetId, neededFrom: 'pilot' });
      const zero = 0 as MinorUnits;
      const terms = { salvage: zero, exitCost: zero, upkeepPerMonth: zero, upkeepMonths: 0 };
      commands.setStopTerms(tx, { initiativeId, terms });
      commands.deleteInitiative(tx, { id: initiativeId });
      return initiativeId;
    });
    expect(contentDigest(db())).toBe(before);
    const named = 'SELECT DISTINCT initiative_id FROM history_change WHERE seq = ?';
    expect(getRows(db(), named, seq)).toEqual([{ initiative_id: value }]);
  });
});

describe('what is gone', () => {
  // biome-ignore lint/suspicious/noExplicitAny: one input with every field, for commands of many kinds
  type Loose = (tx: Tx, input: any, newId: () => string) => unknown;

  it.each<[string, string, Loose]>([
    ['addDriver', 'initiative', commands.addDriver],
    ['updateDriver', 'driver', commands.updateDriver],
    ['removeDriver', 'driver', commands.removeDriver],
    ['addScope', 'initiative', commands.addScope],
    ['updateScope', 'scope', commands.updateScope],
    ['removeScope', 'scope', commands.removeScope],
    ['addScopeLine', 'scope', commands.addScopeLine],
    ['updateScopeLine', 'line of a scope', commands.updateScopeLine],
    ['removeScopeLine', 'line of a scope', commands.removeScopeLine],
    ['setStopTerms', 'initiative', commands.setStopTerms],
    ['updateAsset', 'shared asset', commands.updateAsset],
    ['removeAsset', 'shared asset', commands.removeAsset],
    ['setAssetUse', 'initiative', commands.setAssetUse],
  ])('is refused by %s: this %s', (name, what, command) => {
    const portfolio = modelDesk();
    const input = {
      id: 'gone',
      initiativeId: 'gone',
      scopeId: 'gone',
      assetId: 'gone',
      driver: DRIVER,
      scope: SCOPE,
      line: { ...LINE, driverIds: [] },
      asset: ASSET,
      terms: null,
      neededFrom: null,
    };
    const work = () => portfolio.run(name, (tx) => command(tx, input, portfolio.newId));
    expect(refusal(portfolio, work)).toMatchObject({
      code: 'not_found',
      message: expect.stringContaining(`This ${what} is not in the portfolio`),
    });
  });
});

describe('startForwardModel()', () => {
  const model = {
    drivers: [
      { ...DRIVER, name: 'Tasks' },
      { ...DRIVER, name: 'Cost per task' },
    ],
    scopes: [
      {
        stage: 'pilot',
        scope: SCOPE,
        lines: [{ ...LINE, drivers: ['Tasks', 'Cost per task'] }],
      },
    ],
  } as const;
  const input = (id: string, over: object = {}) =>
    ({ initiativeId: id, model: structuredClone({ ...model, ...over }) }) as never;

  it('is one step, whatever it adds, and one undo takes all of it back', () => {
    const portfolio = modelDesk();
    const before = contentDigest(portfolio.db());
    const { seq } = portfolio.run('startForwardModel', (tx) =>
      commands.startForwardModel(tx, input(portfolio.id), portfolio.newId),
    );
    const { drivers, scopes } = portfolio.facts();
    const idOf = (name: string) => drivers.find((one) => one.name === name)?.id;
    expect(scopes[0]?.lines[0]?.driverIds).toEqual([idOf('Tasks'), idOf('Cost per task')]);
    expect(undoLast(portfolio.db(), portfolio.meta())?.step.seq).toBe(seq);
    expect(contentDigest(portfolio.db())).toBe(before);
  });

  it('uses the drivers and the scope that are there', () => {
    const portfolio = modelDesk();
    const driverId = portfolio.addDriver({ name: 'Tasks' });
    const scopeId = portfolio.addScope();
    const lines = [{ ...LINE, drivers: ['Tasks'] }];
    portfolio.run('startForwardModel', (tx) =>
      commands.startForwardModel(
        tx,
        input(portfolio.id, { drivers: [], scopes: [{ stage: 'pilot', scope: null, lines }] }),
        portfolio.newId,
      ),
    );
    const { drivers, scopes } = portfolio.facts();
    expect([drivers.length, scopes[0]?.id, scopes[0]?.lines[0]?.driverIds]).toEqual([1, scopeId, [driverId]]);
  });

  it('refuses a line that multiplies a driver nobody has, and changes nothing', () => {
    const portfolio = modelDesk();
    const { code } = refusal(portfolio, () =>
      portfolio.run('startForwardModel', (tx) =>
        commands.startForwardModel(tx, input(portfolio.id, { drivers: [] }), portfolio.newId),
      ),
    );
    expect(code).toBe('invalid_input');
  });
});
