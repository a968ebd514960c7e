import type { Output } from '#shared/api/contract.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { ScopeStage } from '#shared/domain/forward-model.ts';
import type { IsoDate } from '#shared/domain/units.ts';

/** A shared asset as one initiative has to do with it. */
export interface AssetLine {
  readonly id: string;
  readonly name: string;
  readonly isBuiltHere: boolean;
  /** null: built here or reused, and no stage waits for it. */
  readonly neededFrom: ScopeStage | null;
  readonly usedSince: IsoDate | null;
  /** Effort with it as a share of the effort without: what was seen here, else what is stated for the asset. */
  readonly reuseFactor: number | null;
  /** Minor units. */
  readonly costAlone: number | null;
  readonly upkeep: number | null;
  /** Initiatives that need it; null while not known. */
  readonly users: number | null;
}

type Given = Pick<InitiativeDetail, 'initiative' | 'assetUses' | 'assetTerms'>;

/** Every asset it needs, reuses or built, by name. */
export function assetLines(
  { initiative, assetUses, assetTerms }: Given,
  known: Output<'listAssets'>['assets'],
): readonly AssetLine[] {
  const ids = new Set([...assetUses.map((use) => use.asset.id), ...assetTerms.map((one) => one.assetId)]);
  const lines = Array.from(ids, (id): AssetLine => {
    const use = assetUses.find((one) => one.asset.id === id);
    const listed = known.find((one) => one.asset.id === id);
    const { terms = null, reuse = null } = assetTerms.find((one) => one.assetId === id) ?? {};
    return {
      id,
      name: use?.asset.name ?? listed?.asset.name ?? 'an asset',
      isBuiltHere: terms?.builtBy === initiative.id,
      neededFrom: use?.neededFrom ?? null,
      usedSince: reuse?.usedSince ?? null,
      reuseFactor: reuse?.reuseCostShare ?? terms?.reuseCostShare ?? null,
      costAlone: terms?.costAlone ?? null,
      upkeep: terms?.upkeepPerMonth ?? null,
      users: listed?.users ?? null,
    };
  });
  return lines.sort((a, b) => a.name.localeCompare(b.name));
}
