import type { DriverEffect } from '#shared/decision/explanation.ts';
import { driverPoint } from './driver-point.ts';

/** Bars a chart shows before the table has to serve. */
const MOST_BARS = 8;

/** One bar: the range of the value as one driver goes from its P10 to its P90. */
export interface TornadoRow {
  readonly id: string;
  readonly name: string;
  readonly effect: DriverEffect;
  /** Ends of the bar, the all-P50 value between or at them. */
  readonly low: number;
  readonly high: number;
  /** What stands at the ends: the driver's P10 or P90, whichever leads there. */
  readonly lowText: string;
  readonly highText: string;
}

/** The bars of the tornado, in the order given (widest first), those that move nothing left out; at most eight. */
export function tornadoRows(
  drivers: readonly DriverEffect[],
  base: number,
): { readonly rows: readonly TornadoRow[]; readonly more: number; readonly still: number } {
  const moving = drivers.filter((one) => one.deltaAtP10 !== one.deltaAtP90);
  const rows = moving.slice(0, MOST_BARS).map((effect): TornadoRow => {
    const { deltaAtP10, deltaAtP90 } = effect;
    const rises = deltaAtP90 > deltaAtP10;
    const [p10, p90] = [driverPoint(effect.p10, effect.unit), driverPoint(effect.p90, effect.unit)];
    return {
      id: effect.driverId,
      name: effect.name,
      effect,
      low: Math.min(deltaAtP10, deltaAtP90, base),
      high: Math.max(deltaAtP10, deltaAtP90, base),
      lowText: rises ? p10 : p90,
      highText: rises ? p90 : p10,
    };
  });
  return { rows, more: moving.length - rows.length, still: drivers.length - moving.length };
}

/** A rank correlation with its sign, two decimals: "+0.62"; '' for a known driver, which has none. */
export function correlationText(correlation: number | null): string {
  if (correlation === null) return '';
  const rounded = Math.round(correlation * 100) / 100;
  return `${rounded > 0 ? '+' : rounded < 0 ? '\u2212' : ''}${Math.abs(rounded).toFixed(2)}`;
}

/** As much of a name as fits the width, with an ellipsis where it was cut. */
export function fitted(name: string, width: number, letter: number): string {
  const room = Math.max(1, Math.floor(width / letter));
  return name.length <= room ? name : `${name.slice(0, room - 1).trimEnd()}…`;
}
