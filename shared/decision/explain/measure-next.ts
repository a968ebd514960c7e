import type { Driver } from '../../domain/forward-model.ts';
import { RULE_IDS, type RuleId } from '../../domain/verdict.ts';
import type { DriverEffect, Measurement } from '../explanation.ts';
import type { Missing, RuleOutcome } from '../result.ts';

/**
 * What to find out next. First what is missing, the items that keep most rules from being told on top (equal ones by
 * the earliest such rule, then by code); then the drivers with a spread by what knowing them exactly is worth (EVPPI),
 * against what measuring costs. A measurement is worth buying only for less than its EVPPI; without a stored cost the
 * advice is to price it. Money in minor units. Source: methodology 4.3.
 */
export function measureNext(
  rules: readonly RuleOutcome[],
  drivers: readonly Driver[],
  effects: readonly DriverEffect[],
): readonly Measurement[] {
  return [...missingItems(rules), ...driverItems(drivers, effects)];
}

/**
 * The cheapest measurement worth its cost, by its code: the test rule H3 asks for. null when none is. Of equally
 * cheap ones the one that is worth more.
 */
export function cheapestTest(measurements: readonly Measurement[]): string | null {
  let best: Measurement | null = null;
  for (const one of measurements) {
    if (one.advice !== 'measure' || one.cost === null) continue;
    if (best === null || best.cost === null || one.cost < best.cost) best = one;
  }
  return best?.code ?? null;
}

function missingItems(rules: readonly RuleOutcome[]): readonly Measurement[] {
  const items = new Map<string, { readonly missing: Missing; readonly unblocks: Set<RuleId> }>();
  for (const { rule, missing } of rules) {
    for (const one of missing) {
      const item = items.get(one.code) ?? { missing: one, unblocks: new Set<RuleId>() };
      item.unblocks.add(rule);
      items.set(one.code, item);
    }
  }
  const first = (unblocks: readonly RuleId[]): number => RULE_IDS.indexOf(unblocks[0] ?? 'C1');
  return [...items.values()]
    .map(
      ({ missing, unblocks }): Measurement => ({
        code: missing.code,
        text: missing.text,
        kind: 'missing',
        unblocks: RULE_IDS.filter((rule) => unblocks.has(rule)),
        evppi: null,
        cost: null,
        days: null,
        advice: 'enter_it',
      }),
    )
    .sort(
      (a, b) =>
        b.unblocks.length - a.unblocks.length ||
        first(a.unblocks) - first(b.unblocks) ||
        (a.code < b.code ? -1 : 1),
    );
}

function driverItems(drivers: readonly Driver[], effects: readonly DriverEffect[]): readonly Measurement[] {
  return effects
    .flatMap((effect): readonly Measurement[] => {
      const driver = drivers.find(({ id }) => id === effect.driverId);
      const { evppi } = effect;
      if (driver === undefined || evppi === null) return [];
      const { measureCost: cost, measureDays: days } = driver;
      const advice = cost === null ? 'price_it' : cost < evppi ? 'measure' : 'not_worth_it';
      return [
        {
          code: `driver:${driver.id}`,
          text: driver.unit === '' ? driver.name : `${driver.name} (${driver.unit})`,
          kind: 'driver',
          unblocks: [],
          evppi,
          cost,
          days,
          advice,
        },
      ];
    })
    .sort((a, b) => (b.evppi ?? 0) - (a.evppi ?? 0));
}
