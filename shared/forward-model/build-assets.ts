import { monthOf } from '../domain/calendar.ts';
import {
  type AssetUse,
  SCOPE_STAGE_RANK,
  type ScopeStage,
  type SharedAsset,
} from '../domain/forward-model.ts';
import type { IsoDate } from '../domain/units.ts';
import { byText, type MissingList, wholeMonths } from './build-missing.ts';
import type { ModelAsset } from './model.ts';

/** The shared assets an initiative waits for: not live on the as-of day. Sorted by id. */
export interface AwaitedAsset {
  readonly asset: SharedAsset;
  /** Rank of the first stage that cannot do without it. */
  readonly neededFrom: number;
}

/** The assets among `uses` that are not live on the as-of day, each once, from the earliest stage that needs it. */
export function awaitedAssets(uses: readonly AssetUse[], asOf: IsoDate): readonly AwaitedAsset[] {
  const awaited = new Map<string, AwaitedAsset>();
  for (const { asset, neededFrom } of uses) {
    if (asset.liveOn !== null && asset.liveOn <= asOf) continue;
    const rank = SCOPE_STAGE_RANK[neededFrom];
    const known = awaited.get(asset.id);
    if (known === undefined || rank < known.neededFrom) awaited.set(asset.id, { asset, neededFrom: rank });
  }
  return [...awaited.values()].sort((a, b) => byText(a.asset.id, b.asset.id));
}

/** The awaited assets a scope of this stage requires: all needed from this stage or an earlier one. */
export function requiredBy(stage: ScopeStage, awaited: readonly AwaitedAsset[]): readonly AwaitedAsset[] {
  return awaited.filter(({ neededFrom }) => neededFrom <= SCOPE_STAGE_RANK[stage]);
}

/**
 * An awaited asset as numbers: a = planned live month after the as-of month, never below 0; names what is not entered.
 * Months late are asked for only if there is a chance of lateness.
 */
export function modelAsset({ asset }: AwaitedAsset, asOf: IsoDate, missing: MissingList): ModelAsset {
  const { id, name, plannedLiveMonth, lateProbability, monthsLate } = asset;
  if (plannedLiveMonth === null) missing.add(`asset:${id}:plannedLiveMonth`, `planned live month of ${name}`);
  if (lateProbability === null) {
    missing.add(`asset:${id}:lateProbability`, `chance of lateness of ${name}`);
  } else if (!(lateProbability >= 0 && lateProbability <= 1)) {
    missing.add(
      `asset:${id}:lateProbability`,
      `chance of lateness of ${name}: ${lateProbability} is no share`,
    );
  }
  const isSurelyOnTime = lateProbability === 0;
  return {
    id,
    liveMonth: Math.max(0, (plannedLiveMonth ?? 0) - monthOf(asOf)),
    lateProbability: lateProbability ?? 0,
    monthsLate: isSurelyOnTime
      ? 0
      : wholeMonths(missing, `asset:${id}:monthsLate`, `months late of ${name}`, monthsLate, 0),
  };
}
