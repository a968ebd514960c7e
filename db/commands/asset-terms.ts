import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { getRows, type ReadDb } from '../handles.ts';
import { toAssetTermsColumns } from '../rows/asset-terms-row.ts';
import type { RowOf } from '../tables.ts';
import type { Tx } from '../tx.ts';
import { DONE, type Done } from './command.ts';
import { mustFind } from './find.ts';
import { initiativeName, rowName, shortName } from './words.ts';

/** "Change costs and owner of shared asset Policy connector". */
export function setAssetTermsLabel(db: ReadDb, input: Parsed<'setAssetTerms'>): string {
  return `Change costs and owner of shared asset ${rowName(db, 'shared_asset', input.id)}`;
}

/** Says who built and owns a shared asset and what it costs and saves; with nothing stated there is no record. */
export function setAssetTerms(tx: Tx, input: Parsed<'setAssetTerms'>): Done {
  mustFind(tx, 'shared_asset', input.id);
  if (input.terms.builtBy !== null) mustFind(tx, 'initiative', input.terms.builtBy);
  putTerms(tx, { asset_id: input.id, ...toAssetTermsColumns(input.terms) });
  return DONE;
}

/** Takes an initiative that goes out of the terms of every asset it built. */
export function forgetBuilder(tx: Tx, initiativeId: string): void {
  for (const row of getRows<RowOf<'asset_terms'>>(
    tx.db,
    'SELECT * FROM asset_terms WHERE built_by = ?',
    initiativeId,
  ))
    putTerms(tx, { ...row, built_by: null });
}

/** Stores terms; terms that say nothing are no row. */
function putTerms(tx: Tx, row: RowOf<'asset_terms'>): void {
  const { asset_id, owner, ...figures } = row;
  const isStated = owner.trim() !== '' || Object.values(figures).some((value) => value !== null);
  if (isStated) tx.upsert('asset_terms', row);
  else if (tx.find('asset_terms', { asset_id })) tx.remove('asset_terms', { asset_id });
}

/** "Reuse Policy connector in Claims triage since 2026-03-01". */
export function setAssetReuseLabel(db: ReadDb, input: Parsed<'setAssetReuse'>): string {
  const asset = rowName(db, 'shared_asset', input.assetId);
  const initiative = initiativeName(db, input.initiativeId);
  if (input.reuse === null) return `Take back the reuse of ${asset} in ${initiative}`;
  return `Reuse ${asset} in ${initiative} since ${input.reuse.usedSince}`;
}

/**
 * Says since when an initiative reuses an asset and what share of the effort is left; null = it does not reuse it.
 * @throws AppError conflict when it does not use the asset at all.
 */
export function setAssetReuse(tx: Tx, input: Parsed<'setAssetReuse'>): Done {
  const initiative = mustFind(tx, 'initiative', input.initiativeId);
  const asset = mustFind(tx, 'shared_asset', input.assetId);
  const key = { initiative_id: initiative.id, asset_id: asset.id };
  if (input.reuse === null) {
    if (tx.find('asset_reuse', key)) tx.remove('asset_reuse', key);
    return DONE;
  }
  if (!tx.find('asset_use', key))
    throw new AppError(
      'conflict',
      `“${shortName(initiative.name)}” does not use “${shortName(asset.name)}”. Nothing was changed. Say first from which stage on it needs it, then since when it reuses it.`,
    );
  const { usedSince, reuseCostShare } = input.reuse;
  tx.upsert('asset_reuse', { ...key, used_since: usedSince, reuse_cost_share: reuseCostShare });
  return DONE;
}
