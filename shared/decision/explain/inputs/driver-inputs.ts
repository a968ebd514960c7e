import type { Driver } from '../../../domain/forward-model.ts';
import { type EngineInputs, withFacts } from '../engine-inputs.ts';
import type { ScaledInput } from './changeable-input.ts';

/** P90 - P10 of a normal distribution in standard deviations (methodology 3.4). */
const P10_TO_P90 = 2.5631;

/**
 * Every driver with all three points: one factor moves them together, shares by their odds, so that a share stays
 * one. The standard deviation is (P90 - P10) / 2.5631; a known driver has none.
 */
export function driverInputs(inputs: EngineInputs): readonly ScaledInput[] {
  const found: ScaledInput[] = [];
  for (const driver of inputs.facts.drivers) {
    const { p10, p50, p90 } = driver;
    if (p10 === null || p50 === null || p90 === null) continue;
    // 0 times anything is 0, and certainty has no odds.
    if (scaled(driver, p50, 2) === p50) continue;
    found.push({
      input: `driver:${driver.id}`,
      kind: 'driver',
      name: driver.name,
      unit: driver.unit,
      now: p50,
      deviation: p90 > p10 ? (p90 - p10) / P10_TO_P90 : null,
      at: (factor) => ({
        to: scaled(driver, p50, factor),
        inputs: withDriver(inputs, {
          ...driver,
          p10: scaled(driver, p10, factor),
          p50: scaled(driver, p50, factor),
          p90: scaled(driver, p90, factor),
        }),
      }),
    });
  }
  return found;
}

/** A point times the factor; of a share its odds p/(1-p) times the factor. */
function scaled(driver: Driver, point: number, factor: number): number {
  if (driver.bound !== 'share') return point * factor;
  return (point * factor) / (1 - point + point * factor);
}

function withDriver(inputs: EngineInputs, driver: Driver): EngineInputs {
  const drivers = inputs.facts.drivers.map((other) => (other.id === driver.id ? driver : other));
  return withFacts(inputs, { drivers });
}
