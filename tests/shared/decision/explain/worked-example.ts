import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import type {
  AssetUse,
  Driver,
  DriverBound,
  Scope,
  ScopeLine,
  ScopeLineKind,
} from '#shared/domain/forward-model.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { NO_STAGE_RECORD } from '#shared/domain/stage-record.ts';
import { AS_OF, LAST_MONTH, lastMonths, money, monthly, soundFacts } from '../example-facts.ts';

// The two initiatives of methodology 2.7, as a person would have entered them.

type Points = readonly [p10: number, p50: number, p90: number];
type LineOf = readonly [kind: ScopeLineKind, constant: number, ...driverIds: string[]];

function driver(id: string, bound: DriverBound, [p10, p50, p90]: Points, over: Partial<Driver> = {}): Driver {
  return {
    id,
    initiativeId: 'i1',
    name: id,
    unit: '',
    bound,
    p10,
    p50,
    p90,
    datedOn: AS_OF,
    grade: 'test',
    isVolume: false,
    loadings: [],
    measureCost: null,
    measureDays: null,
    sortOrder: 0,
    ...over,
  };
}

const known = (id: string, value: number): Driver => driver(id, 'positive', [value, value, value]);

function scope(
  stage: Scope['stage'],
  basis: Scope['basis'],
  months: readonly [decision: number, build: number, ramp: number] | null,
  lines: readonly LineOf[],
): Scope {
  return {
    id: stage,
    initiativeId: 'i1',
    stage,
    basis,
    decisionMonth: months?.[0] ?? null,
    buildMonths: months?.[1] ?? null,
    rampMonths: months?.[2] ?? null,
    lines: lines.map(
      ([kind, constant, ...driverIds], i): ScopeLine => ({
        id: `${stage}-${i}`,
        scopeId: stage,
        name: `${kind} ${i}`,
        kind,
        constant,
        driverIds,
        role: null,
        sortOrder: i,
      }),
    ),
  };
}

export const CONNECTOR: AssetUse = {
  asset: {
    id: 'connector',
    name: 'Claims connector',
    kind: 'connector',
    liveOn: null,
    plannedLiveMonth: (LAST_MONTH + 2) as AssetUse['asset']['plannedLiveMonth'],
    lateProbability: 0.25,
    monthsLate: 3,
  },
  neededFrom: 'scaled',
};

const perTask = (tasks: string): readonly LineOf[] => [
  ['benefit', 0.8, tasks, 'success', 'value'],
  ['variable', 1, tasks, 'inference'],
  ['variable', 1 / 60, tasks, 'review', 'minutes', 'rate'],
  ['variable', 1, tasks, 'errors'],
];

/** A: limited production, to be scaled. Everything S1 asks for holds but PB. */
export function scalable(over: Partial<InitiativeFacts> = {}): InitiativeFacts {
  const months = lastMonths(9);
  const sound = soundFacts('limited', { stageEnteredOn: '2025-12-15' as typeof AS_OF });
  return {
    ...sound,
    closedMonths: months,
    values: [...monthly('c1', months, 100_000), ...monthly('o1', months, 970_000)],
    readings: months.map((month) => ({ month, value: 0.82 })),
    planVersions: [
      {
        id: 'p1',
        version: 1,
        inForceFrom: months[0] ?? LAST_MONTH,
        approvedOn: '2025-12-01' as typeof AS_OF,
        approvedBy: 'C. Finance',
        values: monthly('o1', months, 1_000_000),
      },
    ],
    forecasts: [],
    unitCounts: months.map((month) => ({ month, attempts: 5000, successes: 4200 })),
    checklist: [],
    drivers: [
      driver('tasks', 'positive', [4000, 5000, 5800], { isVolume: true }),
      driver('tasks-scaled', 'positive', [14_000, 18_000, 22_000], { isVolume: true }),
      driver('success', 'share', [0.74, 0.84, 0.9]),
      driver('value', 'positive', [4.1, 5.4, 7]),
      driver('inference', 'positive', [0.12, 0.18, 0.3]),
      driver('review', 'share', [0.14, 0.2, 0.32]),
      driver('minutes', 'positive', [1.9, 2.6, 3.9]),
      known('rate', 48),
      driver('errors', 'positive', [0.05, 0.09, 0.18]),
      driver('platform', 'positive', [3500, 4000, 4800]),
      driver('platform-scaled', 'positive', [7500, 9000, 12_000]),
      known('team', 0.5),
      known('team-scaled', 0.8),
      driver('scaling', 'positive', [110_000, 130_000, 180_000]),
    ],
    scopes: [
      scope('limited', 'measured', null, [
        ...perTask('tasks'),
        ['fixed', 1, 'platform'],
        ['fixed', 9000, 'team'],
      ]),
      scope(
        'scaled',
        'plan',
        [0, 2, 3],
        [
          ...perTask('tasks-scaled'),
          ['fixed', 1, 'platform-scaled'],
          ['fixed', 9000, 'team-scaled'],
          ['once', 1, 'scaling'],
        ],
      ),
    ],
    stopTerms: {
      salvage: money(0),
      exitCost: money(1_500_000),
      upkeepPerMonth: money(50_000),
      upkeepMonths: 6,
    },
    assetUses: [CONNECTOR],
    ...over,
  };
}

/** B: a pilot whose value is unclear. */
export function unclearPilot(over: Partial<InitiativeFacts> = {}): InitiativeFacts {
  return {
    ...soundFacts('pilot'),
    planVersions: [],
    forecasts: [],
    unitCounts: [],
    checklist: [],
    drivers: [
      driver('run-cost', 'positive', [5000, 6000, 7500]),
      driver('documents', 'positive', [14_000, 20_000, 27_000], { isVolume: true }),
      driver('success', 'share', [0.7, 0.82, 0.9]),
      driver('minutes-saved', 'positive', [2.5, 4, 6]),
      known('rate', 45),
      driver('adoption', 'share', [0.5, 0.7, 0.85]),
      driver('inference', 'positive', [0.04, 0.07, 0.12]),
      driver('review', 'share', [0.08, 0.15, 0.3]),
      driver('minutes', 'positive', [1, 1.5, 2.5]),
      driver('platform', 'positive', [3000, 3800, 5000]),
      driver('build', 'positive', [40_000, 55_000, 85_000]),
    ],
    scopes: [
      scope('pilot', 'plan', null, [['fixed', 1, 'run-cost']]),
      scope(
        'limited',
        'plan',
        [3, 3, 4],
        [
          ['benefit', 0.5 / 60, 'documents', 'success', 'minutes-saved', 'rate', 'adoption'],
          ['variable', 1, 'documents', 'inference'],
          ['variable', 1 / 60, 'documents', 'review', 'minutes', 'rate'],
          ['fixed', 1, 'platform'],
          ['once', 1, 'build'],
        ],
      ),
    ],
    stopTerms: { salvage: money(0), exitCost: money(200_000), upkeepPerMonth: money(0), upkeepMonths: 0 },
    assetUses: [],
    ...over,
  };
}

export function contextOf(over: Partial<EngineContext> = {}): EngineContext {
  return {
    policy: DEFAULT_POLICY,
    plan: null,
    stageRecord: NO_STAGE_RECORD,
    memory: new Map(),
    asOf: AS_OF,
    seed: '2026',
    minorPerUnit: 100,
    ...over,
  };
}

/** One own initiative left limited production upward and one did not: p = 7/12 (methodology 2.7 A). */
export const SCALABLE_CONTEXT = contextOf({
  stageRecord: { ...NO_STAGE_RECORD, limited: { trials: 2, successes: 1 } },
});

export { driver, known };
