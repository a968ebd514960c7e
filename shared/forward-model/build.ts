import type { EngineContext, InitiativeFacts } from '../decision/facts.ts';
import type { Missing } from '../decision/result.ts';
import {
  DRIVERS_PER_LINE,
  type Driver,
  SCOPE_STAGE_NAMES,
  type ScopeLine,
  type ScopeStage,
  type StopTerms,
} from '../domain/forward-model.ts';
import { stageProbability } from '../finance/staged-value.ts';
import { quantile } from '../uncertainty/three-point.ts';
import { type AwaitedAsset, awaitedAssets, modelAsset, requiredBy } from './build-assets.ts';
import { type FittedDriver, fitDriver } from './build-drivers.ts';
import { byText, MissingList, wholeMonths } from './build-missing.ts';
import { chainOf, type UsedScope } from './build-scopes.ts';
import type { ForwardModel, ModelDriver, ModelLine, ModelScope } from './model.ts';

export type BuiltModel =
  | {
      readonly status: 'complete';
      readonly model: ForwardModel;
      /** Inputs that are used as they are but should be looked at: tails too heavy. */
      readonly flags: readonly Missing[];
    }
  | { readonly status: 'incomplete'; readonly missing: readonly Missing[] };

/** Products beyond it (currency units) would end in infinities; real money never comes near. */
const LARGEST_AMOUNT = 1e100;

/**
 * The forward model of an initiative as numbers, or everything that is missing or infeasible by name: a missing number
 * is never replaced by a default. Reads drivers, scopes, stop terms, asset uses, stage and, from the context, policy,
 * plan (shadow prices), stage record and as-of date; nothing measured in the past enters but `benefitHaircut` (BRI*),
 * null when it cannot be told. Sorted by id throughout, so that the order of the inputs changes no bit.
 * Source: methodology 2.6.
 */
export function buildForwardModel(
  facts: InitiativeFacts,
  benefitHaircut: number | null,
  context: EngineContext,
): BuiltModel {
  const { initiative } = facts;
  const { policy, asOf } = context;
  if (initiative.stage === 'retired') {
    return incomplete([
      { code: 'stage:retired', text: 'a stage: a retired initiative has no future to model' },
    ]);
  }
  const missing = new MissingList();
  const flags = new MissingList();
  const chain = chainOf(facts.scopes, initiative.stage, missing);
  const awaited = awaitedAssets(facts.assetUses, asOf);
  const drivers = usedDrivers(chain, facts.drivers, awaited, missing).map(({ driver, assets }) =>
    fitDriver(driver, assets, policy.assetLoading, missing, flags),
  );
  // The current scope is live whatever its assets are, so only later ones wait.
  const waiting = awaited.filter((asset) =>
    chain.slice(1).some(({ stage }) => requiredBy(stage, [asset]).length > 0),
  );
  const assets = waiting.map((asset) => modelAsset(asset, asOf, missing));
  const fitted = drivers.filter((driver) => driver !== undefined);
  const scopes = chain.map((scope, k) => modelScope(scope, k, chain, waiting, fitted, context, missing));
  const stopValue = stopValueOf(facts.stopTerms, context.minorPerUnit, missing);
  const haircut = haircutOf(scopes, benefitHaircut, missing);
  if (missing.all.length > 0) return incomplete(missing.all);

  const factors = [...new Set(fitted.flatMap(({ loadings }) => loadings.map(({ factor }) => factor)))].sort(
    byText,
  );
  const model: ForwardModel = {
    initiativeId: initiative.id,
    horizon: policy.horizonMonths,
    discountRate: policy.discountRate,
    timing: policy.timing,
    paybackMonths: policy.paybackMonths,
    benefitHaircut: haircut,
    stopValue,
    drivers: fitted.map((driver) => modelDriver(driver, factors)),
    factors,
    assets,
    scopes,
  };
  nameOversized(model, chain, missing);
  if (missing.all.length > 0) return incomplete(missing.all);
  return { status: 'complete', model, flags: flags.all };
}

function incomplete(missing: readonly Missing[]): BuiltModel {
  return { status: 'incomplete', missing };
}

/** The drivers that lines of used scopes multiply, sorted by id, with the ids of the assets these scopes wait for. */
function usedDrivers(
  chain: readonly UsedScope[],
  drivers: readonly Driver[],
  awaited: readonly AwaitedAsset[],
  missing: MissingList,
): readonly { readonly driver: Driver; readonly assets: readonly string[] }[] {
  const stored = new Map(drivers.map((driver) => [driver.id, driver]));
  const assetsOf = new Map<string, ReadonlySet<string>>();
  for (const { stage, lines } of chain) {
    const waitsFor = requiredBy(stage, awaited).map(({ asset }) => asset.id);
    for (const line of lines) {
      checkLine(line, stage, stored, missing);
      for (const id of line.driverIds) {
        const assets = assetsOf.get(id) ?? NONE;
        assetsOf.set(id, waitsFor.length === 0 ? assets : new Set([...assets, ...waitsFor]));
      }
    }
  }
  return [...assetsOf]
    .sort(([a], [b]) => byText(a, b))
    .flatMap(([id, assets]) => {
      const driver = stored.get(id);
      return driver === undefined ? [] : [{ driver, assets: [...assets].sort(byText) }];
    });
}

/** Most drivers wait for nothing: one set for all of them. */
const NONE: ReadonlySet<string> = new Set();

function checkLine(
  { id, name, constant, driverIds }: ScopeLine,
  stage: ScopeStage,
  drivers: ReadonlyMap<string, Driver>,
  missing: MissingList,
): void {
  const place = `the line ${name} of ${SCOPE_STAGE_NAMES[stage]}`;
  if (!Number.isFinite(constant)) missing.add(`line:${id}:constant`, `the constant of ${place}`);
  const { fewest, most } = DRIVERS_PER_LINE;
  const isUnknown = driverIds.some((driver) => !drivers.has(driver));
  if (driverIds.length < fewest || driverIds.length > most) {
    missing.add(
      `line:${id}:drivers`,
      `${fewest} to ${most} drivers for ${place}: it has ${driverIds.length}`,
    );
  } else if (isUnknown) {
    missing.add(`line:${id}:drivers`, `every driver of ${place}: one of them no longer exists`);
  }
}

function modelScope(
  scope: UsedScope,
  k: number,
  chain: readonly UsedScope[],
  waiting: readonly AwaitedAsset[],
  drivers: readonly FittedDriver[],
  context: EngineContext,
  missing: MissingList,
): ModelScope {
  const { stage } = scope;
  const lines = scope.lines.map((line) => modelLine(line, drivers, context));
  const before = chain[k - 1];
  if (before === undefined) {
    return {
      stage,
      isMeasured: scope.basis === 'measured',
      decisionMonth: 0,
      buildMonths: 0,
      rampMonths: 1,
      assets: [],
      stepProbability: 1,
      lines,
    };
  }
  const name = SCOPE_STAGE_NAMES[stage];
  const months = (field: string, text: string, value: number | null, fewest: number) =>
    wholeMonths(missing, `scope:${stage}:${field}`, `${text} of ${name}`, value, fewest);
  const required = new Set(requiredBy(stage, waiting));
  return {
    stage,
    isMeasured: false,
    decisionMonth: months('decisionMonth', 'decision month', scope.decisionMonth, 0),
    buildMonths: months('buildMonths', 'build months', scope.buildMonths, 0),
    rampMonths: months('rampMonths', 'ramp months', scope.rampMonths, 1),
    assets: waiting.flatMap((asset, place) => (required.has(asset) ? [place] : [])),
    stepProbability: stepProbability(before.stage, context),
    lines,
  };
}

/** Posterior mean (a + successes) / (a + b + trials) of leaving a stage upward; 1 for growing a scaled one again. */
function stepProbability(from: ScopeStage, { policy, stageRecord }: EngineContext): number {
  if (from === 'scaled' || from === 'expansion') return 1;
  const { trials, successes } = stageRecord[from];
  const mean = stageProbability(policy.stagePriors[from], successes, trials);
  // A policy is validated when it is saved, and no step succeeds more often than it is tried.
  if (mean.status !== 'known') throw new TypeError(`no probability for the step from ${from}`);
  return mean.value;
}

/** Drivers by place and in ascending order: a product is rounded alike whatever the order they were entered in. */
function modelLine(
  { kind, constant, role, driverIds }: ScopeLine,
  drivers: readonly FittedDriver[],
  { plan }: EngineContext,
): ModelLine {
  const prices = plan?.rolePrices ?? {};
  const price = role !== null && Object.hasOwn(prices, role) ? (prices[role] as number) : 0;
  const places = driverIds.map((id) => drivers.findIndex(({ driver }) => driver.id === id));
  return { kind, constant: constant + price, drivers: places.sort((a, b) => a - b) };
}

function modelDriver(
  { driver, form, p10, p50, p90, loadings }: FittedDriver,
  factors: readonly string[],
): ModelDriver {
  return {
    id: driver.id,
    form,
    p10,
    p50,
    p90,
    loadings: loadings.map(({ factor, loading }) => ({ factor: factors.indexOf(factor), loading })),
  };
}

/** X = salvage - exit cost - upkeep x months, in currency units. */
function stopValueOf(terms: StopTerms | null, minorPerUnit: number, missing: MissingList): number {
  if (terms === null) {
    missing.add('stopTerms', 'stop terms (salvage, exit cost, upkeep after stopping)');
    return 0;
  }
  const { salvage, exitCost, upkeepPerMonth, upkeepMonths } = terms;
  return (salvage - exitCost - upkeepPerMonth * upkeepMonths) / minorPerUnit;
}

/** BRI*, asked for only if some scope's benefits are still promises. */
function haircutOf(scopes: readonly ModelScope[], haircut: number | null, missing: MissingList): number {
  const isNeeded = scopes.some(
    ({ isMeasured, lines }) => !isMeasured && lines.some(({ kind }) => kind === 'benefit'),
  );
  if (!isNeeded) return 1;
  if (haircut !== null && Number.isFinite(haircut)) return haircut;
  missing.add('benefitHaircut', 'benefit haircut: how well promised benefits were kept cannot be told');
  return 1;
}

/** Names lines whose largest possible amount is beyond all money, so that no figure can become infinite. */
function nameOversized(model: ForwardModel, chain: readonly UsedScope[], missing: MissingList): void {
  const largest = model.drivers.map(({ form }) =>
    Math.max(Math.abs(quantile(form, 0)), Math.abs(quantile(form, 1))),
  );
  chain.forEach(({ stage, lines }, k) => {
    lines.forEach(({ id, name }, place) => {
      const line = model.scopes[k]?.lines[place];
      if (line === undefined) throw new RangeError(`The model lost the line ${name}.`);
      const amount = line.drivers.reduce(
        (product, j) => product * (largest[j] as number),
        Math.abs(line.constant),
      );
      if (amount <= LARGEST_AMOUNT) return;
      missing.add(
        `line:${id}:size`,
        `smaller numbers for the line ${name} of ${SCOPE_STAGE_NAMES[stage]}: its amounts are beyond all money`,
      );
    });
  });
}
