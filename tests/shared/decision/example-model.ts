import type { Simulated } from '#shared/decision/result.ts';
import type {
  AssetUse,
  Driver,
  Scope,
  ScopeLine,
  ScopeStage,
  SharedAsset,
  StopTerms,
} from '#shared/domain/forward-model.ts';
import type { Stage } from '#shared/domain/stage.ts';
import type { IsoDate, MinorUnits } from '#shared/domain/units.ts';

/** A driver that is known: three equal numbers. */
export function driver(id: string, value: number, over: Partial<Driver> = {}): Driver {
  return {
    id,
    initiativeId: 'i1',
    name: id,
    unit: '',
    bound: 'positive',
    p10: value,
    p50: value,
    p90: value,
    datedOn: '2026-09-01' as IsoDate,
    grade: 'document',
    isVolume: false,
    loadings: [],
    measureCost: null,
    measureDays: null,
    sortOrder: 0,
    ...over,
  };
}

export function scopeLine(
  id: string,
  kind: ScopeLine['kind'],
  driverIds: readonly string[],
  over: Partial<ScopeLine> = {},
): ScopeLine {
  return { id, scopeId: 's', name: id, kind, constant: 1, driverIds, role: null, sortOrder: 0, ...over };
}

export function scope(stage: ScopeStage, lines: readonly ScopeLine[], over: Partial<Scope> = {}): Scope {
  return {
    id: `scope-${stage}`,
    initiativeId: 'i1',
    stage,
    basis: 'plan',
    decisionMonth: 1,
    buildMonths: 1,
    rampMonths: 1,
    lines,
    ...over,
  };
}

export const NO_STOP_TERMS: StopTerms = {
  salvage: 0 as MinorUnits,
  exitCost: 0 as MinorUnits,
  upkeepPerMonth: 0 as MinorUnits,
  upkeepMonths: 0,
};

export function asset(over: Partial<SharedAsset> = {}): SharedAsset {
  return {
    id: 'x1',
    name: 'Claims connector',
    kind: 'connector',
    liveOn: '2026-01-01' as IsoDate,
    plannedLiveMonth: null,
    lateProbability: null,
    monthsLate: null,
    ...over,
  };
}

export function assetUse(neededFrom: ScopeStage, over: Partial<SharedAsset> = {}): AssetUse {
  return { asset: asset(over), neededFrom };
}

export interface ExampleModel {
  readonly drivers: readonly Driver[];
  readonly scopes: readonly Scope[];
  readonly stopTerms: StopTerms;
}

/**
 * A complete forward model of round numbers. In production 1,000 tasks a month bring `perTask` EUR and cost 0.50 each,
 * 500 a month are fixed; a pilot costs 100 a month; scaling (with `withNext`) is three times as large and costs 500
 * once. At 2 EUR a task and BRI* .8 a month of production brings 1,600 - 500 - 500 = 600.
 */
export function exampleModel(stage: Stage, perTask = 2, withNext = false): ExampleModel {
  const drivers = [
    driver('tasks', 1000, { p10: 900, p90: 1100, isVolume: true }),
    driver('value', perTask),
    driver('cost', 0.5),
    driver('platform', 500),
    driver('pilot', 100),
    driver('rollout', 500),
  ];
  const running = (k: number, name: string) => [
    scopeLine(`${name}-b`, 'benefit', ['tasks', 'value'], { constant: k }),
    scopeLine(`${name}-v`, 'variable', ['tasks', 'cost'], { constant: k }),
    scopeLine(`${name}-f`, 'fixed', ['platform'], { constant: k }),
  ];
  const pilot = scope('pilot', [scopeLine('p-f', 'fixed', ['pilot'])]);
  const limited = scope('limited', running(1, 'l'));
  const scaled = scope('scaled', [...running(3, 's'), scopeLine('s-o', 'once', ['rollout'])]);
  const expansion = scope('expansion', running(5, 'e'));
  const scopes: Readonly<Record<Stage, readonly Scope[]>> = {
    idea: [pilot, limited],
    pilot: [pilot, limited],
    limited: withNext ? [limited, scaled] : [limited],
    scaled: withNext ? [scaled, expansion] : [scaled],
    retired: [],
  };
  return { drivers, scopes: scopes[stage], stopTerms: NO_STOP_TERMS };
}

/** A simulation result with the stated figures; the rest is of a sound initiative. */
export function simulatedAs(
  over: {
    readonly E?: number;
    readonly P?: number;
    readonly UE?: number | null;
    readonly PB?: number | null;
    readonly BCR50?: number | null;
    readonly onTheLine?: Simulated['onTheLine'];
  } = {},
): Simulated {
  const { E = 1000, P = 0.7, UE = 0.95, PB = 0.6, BCR50 = 1.3, onTheLine = [] } = over;
  const share = (value: number | null) => (value === null ? null : { value, se: 0.005 });
  const interval = (value: number) => ({ value, low: value, high: value });
  return {
    draws: 10_000,
    isExtended: false,
    onTheLine,
    expected: { value: E, se: 1 },
    deviation: 100,
    probability: { value: P, se: 0.005 },
    bcr50: BCR50 === null ? null : interval(BCR50),
    unitEconomics: share(UE),
    payback: share(PB),
    delta: { p10: interval(E - 1), p50: interval(E), p90: interval(E + 1) },
    optionValue: 0,
  };
}
