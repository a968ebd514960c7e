import type { Parsed } from '#shared/api/contract.ts';
import type { IsoDate, MinorUnits } from '#shared/domain/units.ts';
import type { RowOf } from '../tables.ts';

export type AssetTerms = Parsed<'setAssetTerms'>['terms'];
export type AssetReuse = NonNullable<Parsed<'setAssetReuse'>['reuse']>;

/** What a shared asset costs and saves, from its row. */
export function toAssetTerms(row: RowOf<'asset_terms'>): AssetTerms {
  return {
    builtBy: row.built_by,
    owner: row.owner,
    costAlone: row.cost_alone_minor as MinorUnits | null,
    reuseCostShare: row.reuse_cost_share,
    writeForReuse: row.write_for_reuse,
    upkeepPerMonth: row.upkeep_minor as MinorUnits | null,
  };
}

/** The columns of an asset's terms a person edits. */
export function toAssetTermsColumns(terms: AssetTerms): Omit<RowOf<'asset_terms'>, 'asset_id'> {
  return {
    built_by: terms.builtBy,
    owner: terms.owner,
    cost_alone_minor: terms.costAlone,
    reuse_cost_share: terms.reuseCostShare,
    write_for_reuse: terms.writeForReuse,
    upkeep_minor: terms.upkeepPerMonth,
  };
}

/** Since when an initiative reuses an asset, from its row. */
export function toAssetReuse(row: RowOf<'asset_reuse'>): AssetReuse {
  return { usedSince: row.used_since as IsoDate, reuseCostShare: row.reuse_cost_share };
}
