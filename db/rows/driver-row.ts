import type { Parsed } from '#shared/api/contract.ts';
import type { Driver, DriverBound, FactorLoading } from '#shared/domain/forward-model.ts';
import type { EvidenceKind } from '#shared/domain/gap.ts';
import type { IsoDate, MinorUnits } from '#shared/domain/units.ts';
import type { RowOf } from '../tables.ts';

export type NewDriver = Parsed<'addDriver'>['driver'];

/** A driver from its row and its stated loadings. */
export function toDriver(row: RowOf<'driver'>, loadings: readonly FactorLoading[]): Driver {
  return {
    id: row.id,
    initiativeId: row.initiative_id,
    name: row.name,
    unit: row.unit,
    bound: row.bound as DriverBound,
    p10: row.p10,
    p50: row.p50,
    p90: row.p90,
    datedOn: row.dated_on as IsoDate | null,
    grade: row.grade as EvidenceKind | null,
    isVolume: row.is_volume === 1,
    loadings,
    measureCost: row.measure_cost_minor as MinorUnits | null,
    measureDays: row.measure_days,
    sortOrder: row.sort_order,
  };
}

/** A loading from its row. */
export function toLoading(row: RowOf<'driver_loading'>): FactorLoading {
  return { factor: row.factor, loading: row.loading };
}

/** The columns of a driver a person edits; its loadings are rows of their own. */
export function toDriverColumns(
  driver: NewDriver,
): Omit<RowOf<'driver'>, 'id' | 'initiative_id' | 'sort_order'> {
  return {
    name: driver.name,
    unit: driver.unit,
    bound: driver.bound,
    p10: driver.p10,
    p50: driver.p50,
    p90: driver.p90,
    dated_on: driver.datedOn,
    grade: driver.grade,
    is_volume: driver.isVolume ? 1 : 0,
    measure_cost_minor: driver.measureCost,
    measure_days: driver.measureDays,
  };
}
