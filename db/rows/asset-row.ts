import type { Parsed } from '#shared/api/contract.ts';
import type { AssetKind, AssetUse, ScopeStage, SharedAsset } from '#shared/domain/forward-model.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import type { RowOf } from '../tables.ts';

export type NewAsset = Parsed<'addAsset'>['asset'];
/** A use together with the asset itself. */
export type AssetUseRow = RowOf<'shared_asset'> & Pick<RowOf<'asset_use'>, 'initiative_id' | 'needed_from'>;

/** A shared asset from its row. */
export function toAsset(row: RowOf<'shared_asset'>): SharedAsset {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind as AssetKind,
    liveOn: row.live_on as IsoDate | null,
    plannedLiveMonth: row.planned_live_month as MonthIndex | null,
    lateProbability: row.late_probability,
    monthsLate: row.months_late,
  };
}

/** An initiative's use of an asset. */
export function toAssetUse(row: AssetUseRow): AssetUse {
  return { asset: toAsset(row), neededFrom: row.needed_from as ScopeStage };
}

/** The columns of an asset a person edits. */
export function toAssetColumns(asset: NewAsset): Omit<RowOf<'shared_asset'>, 'id'> {
  return {
    name: asset.name,
    kind: asset.kind,
    live_on: asset.liveOn,
    planned_live_month: asset.plannedLiveMonth,
    late_probability: asset.lateProbability,
    months_late: asset.monthsLate,
  };
}
