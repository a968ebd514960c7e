import { type Computed, known, noValue, refuseNegatives, refuseShares } from './reason.ts';

/** Unit economics of one attempted task; money in one unit throughout. */
export interface UnitEconomics {
  /** Value of one successful task. */
  readonly valuePerSuccess: number;
  /** Share of attempted tasks that succeed, 0 to 1. */
  readonly success: number;
  /** Variable cost of one attempted task. */
  readonly variableCost: number;
}

/** Differences this small beside the two sides are rounding of the inputs, not a margin. */
const ROUNDING = 1e-12;

/**
 * Unit margin per attempted task: m = v s - c_v. May be negative. Example: 6.5 x .78 - 1.9 = 3.17.
 * Source: methodology 1.2.
 */
export function unitMargin(unit: UnitEconomics): Computed {
  const refused =
    refuseShares({ 'success rate': unit.success }) ??
    refuseNegatives({ 'value per success': unit.valuePerSuccess, 'variable cost': unit.variableCost });
  if (refused !== undefined) return noValue(refused);
  const value = unit.valuePerSuccess * unit.success;
  const margin = value - unit.variableCost;
  return known(Math.abs(margin) <= ROUNDING * value ? 0 : margin);
}

/**
 * Attempted tasks a month from which the fixed cost is covered: N* = F / m, rounded up to whole tasks.
 *
 * `fixedPerMonth` = platform + maintenance + amortised build. A margin of 0 or less has no such volume
 * (`margin_not_positive`): more tasks only lose more, the structural failure of rule K3.
 * Example: F 12000, m 3.17 -> 3785.49, so 3786. Source: methodology 1.2.
 */
export function breakEvenVolume(fixedPerMonth: number, unit: UnitEconomics): Computed {
  const refused = refuseNegatives({ 'fixed cost': fixedPerMonth });
  if (refused !== undefined) return noValue(refused);
  const margin = unitMargin(unit);
  if (margin.status !== 'known') return margin;
  if (margin.value <= 0) return noValue({ code: 'margin_not_positive', margin: margin.value });
  const volume = fixedPerMonth / margin.value;
  const whole = Math.round(volume);
  // 12 / 0.1 may come out a hair above 120: that is 120 tasks, not 121.
  return known(Math.abs(volume - whole) <= 1e-9 * Math.max(1, whole) ? whole : Math.ceil(volume));
}
