import { describe, expect, it } from 'vitest';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import type { Driver, Scope, ScopeStage, SharedAsset } from '#shared/domain/forward-model.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { buildForwardModel } from '#shared/forward-model/build.ts';
import { evaluateAt } from '#shared/forward-model/deterministic.ts';
import { simulate } from '#shared/forward-model/simulate.ts';
import { reachByStage } from '#shared/forward-model/weights.ts';
import { LAST_MONTH, lastMonths, money } from '#tests/shared/decision/example-facts.ts';
import {
  asset,
  CONTEXT_A,
  context,
  day,
  driver,
  facts,
  factsOfA,
  factsOfB,
  HAIRCUT_A,
  line,
  modelOf,
  request,
  scope,
  use,
} from './example-facts.ts';

function missingOf(of: InitiativeFacts, haircut: number | null = 0.9, within = CONTEXT_A) {
  const built = buildForwardModel(of, haircut, within);
  return built.status === 'incomplete' ? built.missing.map(({ code, text }) => `${code} = ${text}`) : [];
}

const changeDriver = (id: string, over: Partial<Driver>) =>
  factsOfA({ drivers: factsOfA().drivers.map((d) => (d.id === id ? { ...d, ...over } : d)) });
const changeScope = (stage: ScopeStage, over: Partial<Scope>) =>
  factsOfA({ scopes: factsOfA().scopes.map((s) => (s.stage === stage ? { ...s, ...over } : s)) });
const changeAsset = (over: Partial<SharedAsset>) =>
  factsOfA({ assetUses: [use(asset('connector', over), 'scaled')] });
const FIXED = [line('run', 'fixed', 1, ['run'])];
const RUN = driver('run', 'positive', [90, 100, 120]);

/** Facts of any stage with the scopes named, each with one fixed line of its own. */
const chain = (stage: 'idea' | 'pilot' | 'limited' | 'scaled', stages: readonly ScopeStage[]) =>
  facts(stage, {
    drivers: [RUN],
    scopes: stages.map((s) => scope(s, FIXED)),
    stopTerms: { salvage: money(0), exitCost: money(0), upkeepPerMonth: money(0), upkeepMonths: 0 },
  });

describe('buildForwardModel()', () => {
  it.each([
    ['driver:success:p50 = P50 of success', changeDriver('success', { p50: null })],
    ['driver:value:p10 = P10 of value', changeDriver('value', { p10: null })],
    ['driver:value:p90 = P90 of value', changeDriver('value', { p90: null })],
    [
      'driver:tasks scaled:points = tasks scaled: P10, P50, P90 are not ascending',
      changeDriver('tasks scaled', { p50: 13_000 }),
    ],
    [
      'driver:success:points = success: P10 and P90 are not between 0 and 1',
      changeDriver('success', { p90: 1 }),
    ],
    ['driver:value:points = value: P10 is not above 0', changeDriver('value', { p10: 0 })],
    [
      'driver:value:points = value: P50 lies too near P10: no distribution of this kind has these three points',
      changeDriver('value', { p50: 4.11 }),
    ],
    [
      'driver:value:loadings = value: the squares of its loadings on common factors sum to more than 0.95',
      changeDriver('value', {
        loadings: [
          { factor: 'wage_rate', loading: 0.8 },
          { factor: 'token_price', loading: -0.6 },
        ],
      }),
    ],
    [
      'driver:value:loadings = value: follows a common factor twice, say it once',
      changeDriver('value', {
        loadings: [
          { factor: 'wage_rate', loading: 0.1 },
          { factor: 'wage_rate', loading: 0.2 },
        ],
      }),
    ],
    ['scope:scaled:decisionMonth = decision month of Scaled', changeScope('scaled', { decisionMonth: null })],
    ['scope:scaled:buildMonths = build months of Scaled', changeScope('scaled', { buildMonths: null })],
    ['scope:scaled:rampMonths = ramp months of Scaled', changeScope('scaled', { rampMonths: null })],
    [
      'scope:scaled:rampMonths = ramp months of Scaled: 0 is not a whole number of months from 1 on',
      changeScope('scaled', { rampMonths: 0 }),
    ],
    ['scope:scaled:lines = lines of the scope for Scaled', changeScope('scaled', { lines: [] })],
    [
      'line:x:drivers = every driver of the line x of Scaled: one of them no longer exists',
      changeScope('scaled', { lines: [line('x', 'fixed', 1, ['gone'])] }),
    ],
    [
      'line:x:drivers = 1 to 5 drivers for the line x of Scaled: it has 0',
      changeScope('scaled', { lines: [line('x', 'fixed', 1, [])] }),
    ],
    [
      'line:x:size = smaller numbers for the line x of Scaled: its amounts are beyond all money',
      changeScope('scaled', { lines: [line('x', 'fixed', 1e99, ['value', 'value'])] }),
    ],
    [
      'asset:connector:plannedLiveMonth = planned live month of Connector connector',
      changeAsset({ plannedLiveMonth: null }),
    ],
    [
      'asset:connector:lateProbability = chance of lateness of Connector connector',
      changeAsset({ lateProbability: null }),
    ],
    ['asset:connector:monthsLate = months late of Connector connector', changeAsset({ monthsLate: null })],
    ['stopTerms = stop terms (salvage, exit cost, upkeep after stopping)', factsOfA({ stopTerms: null })],
    ['stage:retired = a stage: a retired initiative has no future to model', facts('retired', {})],
  ])('names %s', (named, of) => {
    expect(missingOf(of)).toEqual([named]);
  });

  it('names the benefit haircut, unless no benefit is a promise', () => {
    expect(missingOf(factsOfA(), null)).toEqual([
      'benefitHaircut = benefit haircut: how well promised benefits were kept cannot be told',
    ]);
    const measuredOnly = factsOfA({ scopes: factsOfA().scopes.slice(0, 1) });
    expect(missingOf(measuredOnly, null)).toEqual([]);
  });

  it.each([
    ['idea', [], ['scope:pilot', 'scope:limited']],
    ['idea', ['pilot', 'limited'], []],
    ['idea', ['idea', 'pilot', 'limited', 'scaled'], []],
    ['pilot', ['pilot'], ['scope:limited']],
    ['pilot', ['idea', 'limited'], ['scope:pilot']],
    ['limited', ['limited'], []],
    ['limited', ['limited', 'expansion'], ['scope:scaled']],
    ['limited', ['pilot', 'scaled'], ['scope:limited']],
    ['scaled', ['limited', 'scaled'], []],
    ['scaled', ['expansion'], ['scope:scaled']],
    ['pilot', ['pilot', 'limited', 'limited'], ['scope:limited:twice']],
  ] as const)('of the stage %s with scopes %j misses %j', (stage, stages, codes) => {
    const built = buildForwardModel(chain(stage, stages), 0.9, context());
    expect(built.status === 'incomplete' ? built.missing.map(({ code }) => code) : []).toEqual(codes);
  });

  it('says which later scope a missing one leads to', () => {
    expect(missingOf(chain('limited', ['limited', 'expansion']))).toEqual([
      'scope:scaled = a scope for Scaled, through which Expansion is reached',
    ]);
    expect(missingOf(chain('pilot', ['pilot']))).toEqual(['scope:limited = a scope for Limited production']);
  });

  it('starts with the current scope, an empty one for an idea without, and leaves earlier ones out', () => {
    const stagesOf = (of: InitiativeFacts) => modelOf(of, 0.9).scopes.map(({ stage }) => stage);
    expect(stagesOf(chain('idea', ['limited', 'pilot']))).toEqual(['idea', 'pilot', 'limited']);
    expect(stagesOf(chain('scaled', ['expansion', 'pilot', 'scaled', 'idea']))).toEqual([
      'scaled',
      'expansion',
    ]);
    expect(modelOf(chain('idea', ['pilot', 'limited']), 0.9).scopes[0]?.lines).toEqual([]);
  });

  it('weighs each step with prior and own record, and an expansion with 1', () => {
    const all = chain('idea', ['pilot', 'limited', 'scaled', 'expansion']);
    const record = {
      idea: { trials: 10, successes: 7 },
      pilot: { trials: 0, successes: 0 },
      limited: { trials: 2, successes: 1 },
    };
    // (5 + 7)/(10 + 10), 3/10, (6 + 1)/(10 + 2), 1.
    expect(reachByStage(modelOf(all, 0.9, context({ stageRecord: record })))).toEqual([
      { stage: 'pilot', probability: 0.6 },
      { stage: 'limited', probability: 0.6 * 0.3 },
      { stage: 'scaled', probability: 0.6 * 0.3 * (7 / 12) },
      { stage: 'expansion', probability: 0.6 * 0.3 * (7 / 12) },
    ]);
  });

  it('waits for assets from the stage that needs them on, unless they are live', () => {
    const four = chain('pilot', ['pilot', 'limited', 'scaled', 'expansion']);
    const model = modelOf(
      {
        ...four,
        assetUses: [
          use(asset('b'), 'scaled'),
          use(asset('a', { plannedLiveMonth: (LAST_MONTH - 3) as MonthIndex }), 'pilot'),
          use(asset('live', { liveOn: day('2026-09-30') }), 'pilot'),
          use(asset('soon', { liveOn: day('2026-10-01'), lateProbability: 0, monthsLate: null }), 'limited'),
        ],
      },
      0.9,
    );
    expect(model.assets).toEqual([
      { id: 'a', liveMonth: 0, lateProbability: 0.25, monthsLate: 3 },
      { id: 'b', liveMonth: 2, lateProbability: 0.25, monthsLate: 3 },
      { id: 'soon', liveMonth: 2, lateProbability: 0, monthsLate: 0 },
    ]);
    expect(model.scopes.map(({ assets }) => assets)).toEqual([[], [0, 2], [0, 1, 2], [0, 1, 2]]);
  });

  it('asks nothing about assets when there is no later scope to wait', () => {
    const alone = {
      ...chain('scaled', ['scaled']),
      assetUses: [use(asset('x', { plannedLiveMonth: null }), 'scaled')],
    };
    expect(modelOf(alone, 0.9).assets).toEqual([]);
  });

  it('lets a volume follow the assets its scopes wait for, unless loadings are stated', () => {
    const uses = [use(asset('a'), 'limited'), use(asset('b'), 'limited')];
    const loadingsOf = (over: Partial<Driver>) => {
      const of = { ...chain('pilot', ['pilot', 'limited']), assetUses: uses };
      const model = modelOf({ ...of, drivers: [{ ...RUN, ...over }] }, 0.9);
      return model.drivers[0]?.loadings.map(({ factor, loading }) => [model.factors[factor], loading]);
    };
    const each = DEFAULT_POLICY.assetLoading / Math.sqrt(2);
    expect(loadingsOf({ isVolume: true })).toEqual([
      ['a', each],
      ['b', each],
    ]);
    expect(loadingsOf({})).toEqual([]);
    expect(loadingsOf({ isVolume: true, loadings: [{ factor: 'wage_rate', loading: 0.3 }] })).toEqual([
      ['wage_rate', 0.3],
    ]);
    expect(loadingsOf({ isVolume: true, p10: 5, p50: 5, p90: 5 })).toEqual([]);
  });

  it('adds the shadow price of a role to the constant of its lines', () => {
    const plan = {
      id: 'p',
      adoptedOn: day('2026-07-01'),
      funded: [],
      notFunded: [],
      rolePrices: { engineer: 1_500, toString: 7 },
    };
    const priced = modelOf(factsOfA(), HAIRCUT_A, { ...CONTEXT_A, plan });
    // .5 and .8 person-months x 1,500 more.
    const [now, scaled] = evaluateAt(priced).amounts;
    expect(now?.fixed).toBeCloseTo(8_500 + 750, 9);
    expect(scaled?.fixed).toBeCloseTo(16_200 + 1_200, 9);
    expect(modelOf(factsOfA(), HAIRCUT_A, { ...CONTEXT_A, plan: { ...plan, rolePrices: {} } })).toEqual(
      modelOf(factsOfA(), HAIRCUT_A, CONTEXT_A),
    );
  });

  it('honours the basis measured for the current scope only', () => {
    const measured = factsOfA({
      scopes: factsOfA().scopes.map((s) => ({ ...s, basis: 'measured' as const })),
    });
    expect(modelOf(measured, 0.9).scopes.map(({ isMeasured }) => isMeasured)).toEqual([true, false]);
  });

  it('leaves out drivers that no line of a used scope multiplies, and does not check them', () => {
    const extra = driver('unused', 'share', [3, 2, 1]);
    const of = factsOfA({
      drivers: [...factsOfA().drivers, extra],
      scopes: [...factsOfA().scopes, scope('pilot', [line('old', 'fixed', 1, ['unused'])])],
    });
    expect(modelOf(of, HAIRCUT_A, CONTEXT_A)).toEqual(modelOf(factsOfA(), HAIRCUT_A, CONTEXT_A));
  });

  it('lists tails that are too heavy without refusing them', () => {
    const built = buildForwardModel(changeDriver('value', { p10: 1, p50: 5, p90: 60 }), 0.9, CONTEXT_A);
    expect(built).toMatchObject({
      status: 'complete',
      flags: [{ code: 'driver:value:tail', text: 'value: tail too heavy, narrow it or give an upper bound' }],
    });
    expect(buildForwardModel(factsOfA(), 0.9, CONTEXT_A)).toMatchObject({ status: 'complete', flags: [] });
  });

  it('takes stop terms in minor units of the currency', () => {
    expect(modelOf(factsOfA(), 0.9).stopValue).toBe(-18_000);
    expect(modelOf(factsOfA(), 0.9, context({ minorPerUnit: 1 })).stopValue).toBe(-1_800_000);
  });

  it('has no place for the past: whatever was spent, nothing changes', () => {
    const spent = (factor: number) =>
      factsOfA({
        values: lastMonths(9).map((month) => ({ lineId: 'tokens', month, amount: money(4_200_00 * factor) })),
        closedMonths: lastMonths(9),
      });
    const of = (factor: number) => simulate(request(modelOf(spent(factor), HAIRCUT_A, CONTEXT_A), 2_000));
    expect(of(1_000)).toEqual(of(1));
    expect(of(0)).toEqual(of(1));
  });

  it('is plain data: it survives being written down and read again', () => {
    for (const model of [modelOf(factsOfA(), HAIRCUT_A, CONTEXT_A), modelOf(factsOfB(), 0.8)]) {
      expect(JSON.parse(JSON.stringify(model))).toEqual(model);
    }
  });
});
