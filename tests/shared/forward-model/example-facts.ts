import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import type {
  AssetUse,
  Driver,
  DriverBound,
  Scope,
  ScopeLine,
  ScopeLineKind,
  ScopeStage,
  SharedAsset,
} from '#shared/domain/forward-model.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { Stage } from '#shared/domain/stage.ts';
import { NO_STAGE_RECORD } from '#shared/domain/stage-record.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { buildForwardModel } from '#shared/forward-model/build.ts';
import type { ForwardModel, SimulationRequest } from '#shared/forward-model/model.ts';
import { AS_OF, initiative, LAST_MONTH } from '#tests/shared/decision/example-facts.ts';

/*
 * The worked examples A and B of methodology 2.7, retyped, as facts a person could have entered.
 */

export const SEED = '2026';
export const NO_CUTS: SimulationRequest['cuts'] = { E: [], P: [], UE: [], PB: [], BCR50: [] };

export function context(over: Partial<EngineContext> = {}): EngineContext {
  return {
    policy: DEFAULT_POLICY,
    plan: null,
    stageRecord: NO_STAGE_RECORD,
    memory: new Map(),
    asOf: AS_OF,
    seed: SEED,
    minorPerUnit: 100,
    ...over,
  };
}

export function driver(
  id: string,
  bound: DriverBound,
  points: readonly [number, number, number] | number,
  over: Partial<Driver> = {},
): Driver {
  const [p10, p50, p90] = typeof points === 'number' ? [points, points, points] : points;
  return {
    id,
    initiativeId: 'example',
    name: id,
    unit: '',
    bound,
    p10,
    p50,
    p90,
    datedOn: null,
    grade: null,
    isVolume: false,
    loadings: [],
    measureCost: null,
    measureDays: null,
    sortOrder: 0,
    ...over,
  };
}

export function line(
  id: string,
  kind: ScopeLineKind,
  constant: number,
  driverIds: readonly string[],
  over: Partial<ScopeLine> = {},
): ScopeLine {
  return { id, scopeId: '', name: id, kind, constant, driverIds, role: null, sortOrder: 0, ...over };
}

export function scope(stage: ScopeStage, lines: readonly ScopeLine[], over: Partial<Scope> = {}): Scope {
  return {
    id: stage,
    initiativeId: 'example',
    stage,
    basis: 'plan',
    decisionMonth: 0,
    buildMonths: 0,
    rampMonths: 3,
    lines,
    ...over,
  };
}

export function asset(id: string, over: Partial<SharedAsset> = {}): SharedAsset {
  return {
    id,
    name: `Connector ${id}`,
    kind: 'connector',
    liveOn: null,
    plannedLiveMonth: (LAST_MONTH + 2) as MonthIndex,
    lateProbability: 0.25,
    monthsLate: 3,
    ...over,
  };
}

export function use(shared: SharedAsset, neededFrom: ScopeStage): AssetUse {
  return { asset: shared, neededFrom };
}

export function facts(stage: Stage, over: Partial<InitiativeFacts>): InitiativeFacts {
  return {
    initiative: { ...initiative({ stage }), id: 'example' },
    assessments: [],
    lines: [],
    values: [],
    closedMonths: [],
    readings: [],
    tripwires: [],
    incidents: [],
    pastDecisions: [],
    planVersions: [],
    forecasts: [],
    unitCounts: [],
    drivers: [],
    scopes: [],
    stopTerms: null,
    assetUses: [],
    checklist: [],
    ...over,
  };
}

const minor = (amount: number) => amount as MinorUnits;

/** Lines of A in one stage; the two scopes differ in tasks, platform and team. */
function linesOfA(suffix: string): ScopeLine[] {
  const tasks = `tasks ${suffix}`;
  return [
    line(`benefit ${suffix}`, 'benefit', 0.8, [tasks, 'success', 'value']),
    line(`inference ${suffix}`, 'variable', 1, [tasks, 'inference']),
    line(`oversight ${suffix}`, 'variable', 1 / 60, [tasks, 'review share', 'minutes', 'hourly rate']),
    line(`errors ${suffix}`, 'variable', 1, [tasks, 'cost of errors']),
    line(`platform ${suffix}`, 'fixed', 1, [`platform ${suffix}`]),
    line(`team ${suffix}`, 'fixed', 9000, [`team ${suffix}`], { role: 'engineer' }),
  ];
}

/** A: limited production, to be scaled. */
export function factsOfA(over: Partial<InitiativeFacts> = {}): InitiativeFacts {
  return facts('limited', {
    drivers: [
      driver('tasks limited', 'positive', [4000, 5000, 5800]),
      driver('tasks scaled', 'positive', [14000, 18000, 22000], { isVolume: true }),
      driver('success', 'share', [0.74, 0.84, 0.9]),
      driver('value', 'positive', [4.1, 5.4, 7]),
      driver('inference', 'positive', [0.12, 0.18, 0.3]),
      driver('review share', 'share', [0.14, 0.2, 0.32]),
      driver('minutes', 'positive', [1.9, 2.6, 3.9]),
      driver('hourly rate', 'positive', 48),
      driver('cost of errors', 'positive', [0.05, 0.09, 0.18]),
      driver('platform limited', 'positive', [3500, 4000, 4800]),
      driver('platform scaled', 'positive', [7500, 9000, 12000]),
      driver('team limited', 'positive', 0.5),
      driver('team scaled', 'positive', 0.8),
      driver('scaling', 'positive', [110000, 130000, 180000]),
    ],
    scopes: [
      scope('limited', linesOfA('limited'), { basis: 'measured' }),
      scope('scaled', [...linesOfA('scaled'), line('scaling', 'once', 1, ['scaling'])], {
        decisionMonth: 0,
        buildMonths: 2,
        rampMonths: 3,
      }),
    ],
    // X = 0 - 15,000 - 500 x 6 = -18,000.
    stopTerms: {
      salvage: minor(0),
      exitCost: minor(1_500_000),
      upkeepPerMonth: minor(50_000),
      upkeepMonths: 6,
    },
    assetUses: [use(asset('connector'), 'scaled')],
    ...over,
  });
}

/** BRI* of A: (9 x .97 + 2.4) / 12. */
export const HAIRCUT_A = 0.9275;
/** p_1 of A = (6 + 1) / (6 + 4 + 2) = 7/12. */
export const CONTEXT_A = context({
  stageRecord: { ...NO_STAGE_RECORD, limited: { trials: 2, successes: 1 } },
});

/** B: a pilot. */
export function factsOfB(over: Partial<InitiativeFacts> = {}): InitiativeFacts {
  return facts('pilot', {
    drivers: [
      driver('run cost', 'positive', [5000, 6000, 7500]),
      driver('documents', 'positive', [14000, 20000, 27000]),
      driver('success', 'share', [0.7, 0.82, 0.9]),
      driver('minutes saved', 'positive', [2.5, 4, 6]),
      driver('hourly rate', 'positive', 45),
      driver('adoption', 'share', [0.5, 0.7, 0.85]),
      driver('inference', 'positive', [0.04, 0.07, 0.12]),
      driver('review share', 'share', [0.08, 0.15, 0.3]),
      driver('minutes', 'positive', [1, 1.5, 2.5]),
      driver('platform', 'positive', [3000, 3800, 5000]),
      driver('build', 'positive', [40000, 55000, 85000]),
    ],
    scopes: [
      scope('pilot', [line('run cost', 'fixed', 1, ['run cost'])]),
      scope(
        'limited',
        [
          line('benefit', 'benefit', 0.5 / 60, [
            'documents',
            'success',
            'minutes saved',
            'hourly rate',
            'adoption',
          ]),
          line('inference', 'variable', 1, ['documents', 'inference']),
          line('oversight', 'variable', 1 / 60, ['documents', 'review share', 'minutes', 'hourly rate']),
          line('platform', 'fixed', 1, ['platform']),
          line('build', 'once', 1, ['build']),
        ],
        { decisionMonth: 3, buildMonths: 3, rampMonths: 4 },
      ),
    ],
    stopTerms: { salvage: minor(0), exitCost: minor(200_000), upkeepPerMonth: minor(0), upkeepMonths: 0 },
    ...over,
  });
}

/** BRI* without a record. */
export const HAIRCUT_B = 0.8;

/** The model of facts that are known to be complete. */
export function modelOf(
  of: InitiativeFacts,
  haircut: number | null,
  within: EngineContext = context(),
): ForwardModel {
  const built = buildForwardModel(of, haircut, within);
  if (built.status === 'incomplete') {
    throw new Error(`not complete: ${built.missing.map(({ text }) => text).join('; ')}`);
  }
  return built.model;
}

export const MODEL_A = modelOf(factsOfA(), HAIRCUT_A, CONTEXT_A);
export const MODEL_B = modelOf(factsOfB(), HAIRCUT_B);

export function request(
  model: ForwardModel,
  draws: number,
  over: Partial<SimulationRequest> = {},
): SimulationRequest {
  return { model, seed: SEED, draws, mostDraws: draws, cuts: NO_CUTS, ...over };
}

export const day = (text: string) => text as IsoDate;
