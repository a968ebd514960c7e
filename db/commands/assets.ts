import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { SCOPE_STAGE_NAMES } from '#shared/domain/forward-model.ts';
import { getRows, type ReadDb } from '../handles.ts';
import { toAssetColumns } from '../rows/asset-row.ts';
import type { Tx } from '../tx.ts';
import { type Created, DONE, type Done, type NewId } from './command.ts';
import { mustFind } from './find.ts';
import { initiativeName, quotedNames, rowName, shortName } from './words.ts';

/** "Add shared asset Policy connector". */
export function addAssetLabel(input: Parsed<'addAsset'>): string {
  return `Add shared asset ${shortName(input.asset.name)}`;
}

/** Adds something that several initiatives may build on. */
export function addAsset(tx: Tx, input: Parsed<'addAsset'>, newId: NewId): Created {
  const id = newId();
  tx.insert('shared_asset', { id, ...toAssetColumns(input.asset) });
  return { id };
}

/** "Change shared asset Policy connector". */
export function updateAssetLabel(input: Parsed<'updateAsset'>): string {
  return `Change shared asset ${shortName(input.asset.name)}`;
}

/** Changes a shared asset, above all the day it went live. */
export function updateAsset(tx: Tx, input: Parsed<'updateAsset'>): Done {
  mustFind(tx, 'shared_asset', input.id);
  tx.update('shared_asset', { id: input.id }, toAssetColumns(input.asset));
  return DONE;
}

/** "Remove shared asset Policy connector". */
export function removeAssetLabel(db: ReadDb, input: Parsed<'removeAsset'>): string {
  return `Remove shared asset ${rowName(db, 'shared_asset', input.id)}`;
}

/** Removes a shared asset with its terms. @throws AppError conflict while an initiative uses it or a driver loads on it. */
export function removeAsset(tx: Tx, input: Parsed<'removeAsset'>): Done {
  const { name } = mustFind(tx, 'shared_asset', input.id);
  const users = getRows<{ name: string }>(
    tx.db,
    `SELECT name FROM initiative WHERE id IN (
       SELECT initiative_id FROM asset_use WHERE asset_id = ?
       UNION SELECT driver.initiative_id FROM driver_loading JOIN driver ON driver.id = driver_loading.driver_id
         WHERE driver_loading.factor = ?
     ) ORDER BY name, id`,
    input.id,
    input.id,
  );
  if (users.length > 0)
    throw new AppError(
      'conflict',
      `“${shortName(name)}” is used by ${quotedNames(users.map((user) => user.name))}. Nothing was changed. Take it out of their shared assets and drivers first, then remove it.`,
    );
  if (tx.find('asset_terms', { asset_id: input.id })) tx.remove('asset_terms', { asset_id: input.id });
  tx.remove('shared_asset', { id: input.id });
  return DONE;
}

/** "Use Policy connector in Claims triage from Pilot on". */
export function setAssetUseLabel(db: ReadDb, input: Parsed<'setAssetUse'>): string {
  const [asset, initiative] = [
    rowName(db, 'shared_asset', input.assetId),
    initiativeName(db, input.initiativeId),
  ];
  if (input.neededFrom === null) return `Stop using ${asset} in ${initiative}`;
  return `Use ${asset} in ${initiative} from ${SCOPE_STAGE_NAMES[input.neededFrom]} on`;
}

/**
 * Says from which stage on an initiative cannot do without an asset; null = it does not use it, and then it does not
 * reuse it either.
 */
export function setAssetUse(tx: Tx, input: Parsed<'setAssetUse'>): Done {
  mustFind(tx, 'initiative', input.initiativeId);
  mustFind(tx, 'shared_asset', input.assetId);
  const key = { initiative_id: input.initiativeId, asset_id: input.assetId };
  if (input.neededFrom !== null) {
    tx.upsert('asset_use', { ...key, needed_from: input.neededFrom });
    return DONE;
  }
  for (const table of ['asset_reuse', 'asset_use'] as const) if (tx.find(table, key)) tx.remove(table, key);
  return DONE;
}
