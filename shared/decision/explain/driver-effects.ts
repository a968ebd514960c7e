import type { Driver } from '../../domain/forward-model.ts';
import type { DrawColumns } from '../../forward-model/draw-columns.ts';
import { averageRanks, rankCorrelation } from '../../uncertainty/rank-correlation.ts';
import { tornado } from '../../uncertainty/tornado.ts';
import { evppi } from '../../uncertainty/value-of-information.ts';
import type { DriverEffect } from '../explanation.ts';

/** The simulated side of the drivers: what the draws say. */
interface DrawnEffect {
  readonly rankCorrelation: number | null;
  readonly evppi: number | null;
}

/**
 * The drivers of the model, widest bar first (methodology 4.3): Delta with each at its P10 and its P90, the others at
 * P50 and no asset late; beside it the rank correlation with Delta over the draws and EVPPI, since the bars ignore
 * interactions. Money in minor units; EVPPI in whole ones, so that what is worth nothing reads 0.
 * @param deltaAt Delta in currency units with the given values of the drivers, in their order, no asset late
 */
export function driverEffects(
  drivers: readonly Driver[],
  drawn: DrawColumns,
  deltaAt: (values: readonly number[]) => number,
  minorPerUnit: number,
): { readonly deltaAtP50: number; readonly effects: readonly DriverEffect[] } {
  const { model } = drawn;
  const inputs = model.drivers.map(({ id, p10, p50, p90 }) => ({ id, low: p10, base: p50, high: p90 }));
  const { base, bars } = tornado(inputs, deltaAt, [0]);
  const byDraws = drawnEffects(drawn);
  const effects = bars.flatMap(({ id, atLow, atHigh, crossesCut }): readonly DriverEffect[] => {
    const index = model.drivers.findIndex((driver) => driver.id === id);
    const points = model.drivers[index];
    const described = drivers.find((driver) => driver.id === id);
    const simulated = byDraws[index];
    // The model is made from these drivers, so all three are there.
    if (points === undefined || described === undefined || simulated === undefined) return [];
    const { p10, p50, p90 } = points;
    return [
      {
        driverId: id,
        name: described.name,
        unit: described.unit,
        p10,
        p50,
        p90,
        deltaAtP10: atLow * minorPerUnit,
        deltaAtP90: atHigh * minorPerUnit,
        crossesZero: crossesCut,
        rankCorrelation: simulated.rankCorrelation,
        evppi: simulated.evppi === null ? null : Math.round(simulated.evppi * minorPerUnit),
      },
    ];
  });
  return { deltaAtP50: base * minorPerUnit, effects };
}

/** Known drivers have neither: nothing about them is left to learn. */
function drawnEffects({ model, values, delta: deltas }: DrawColumns): readonly DrawnEffect[] {
  const buffer = new Float64Array(deltas.length);
  const deltaRanks = averageRanks(deltas, buffer);
  return model.drivers.map(({ form }, j): DrawnEffect => {
    const column = values[j];
    if (form.kind === 'constant' || column === undefined) return { rankCorrelation: null, evppi: null };
    const ranks = rankCorrelation(averageRanks(column, buffer), deltaRanks);
    return {
      rankCorrelation: ranks.status === 'known' ? ranks.value : null,
      evppi: evppi(column, deltas, undefined, buffer),
    };
  });
}
