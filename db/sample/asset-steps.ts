import { minorUnits } from '#shared/domain/units.ts';
import * as commands from '../commands/index.ts';
import { ASSETS } from './assets.ts';
import type { ScriptAsset, ScriptAssetUser } from './model-script.ts';
import { day } from './script.ts';
import { type Ids, idOf, later, type Step } from './step.ts';

/** Until then nobody had written down what the shared assets cost and save, nor how large a launch was. */
export const TERMS_ON = day('2026-04-22');

/** The shared assets: adding them, the day each went live, what they cost, and who builds on them. */
export function assetSteps(ids: Ids, newId: () => string): Step[] {
  return ASSETS.flatMap((asset) => [
    ...lifeSteps(asset, ids, newId),
    termsStep(asset, ids),
    ...asset.users.flatMap((user) => useSteps(asset, user, ids)),
  ]);
}

function lifeSteps(asset: ScriptAsset, ids: Ids, newId: () => string): Step[] {
  const { key, name, kind, addedOn, liveOn, plannedLiveMonth, lateProbability, monthsLate } = asset;
  const planned = { name, kind, liveOn: null, plannedLiveMonth, lateProbability, monthsLate };
  const added: Step = {
    on: addedOn,
    name: 'addAsset',
    label: () => commands.addAssetLabel({ asset: planned }),
    run: (tx) => ids.set(assetKey(key), commands.addAsset(tx, { asset: planned }, newId).id),
  };
  if (liveOn === null) return [added];
  const input = () => ({ id: idOf(ids, assetKey(key)), asset: { ...planned, liveOn } });
  const wentLive: Step = {
    on: liveOn,
    name: 'updateAsset',
    label: () => commands.updateAssetLabel(input()),
    run: (tx) => commands.updateAsset(tx, input()),
  };
  return [added, wentLive];
}

function termsStep(asset: ScriptAsset, ids: Ids): Step {
  const { key, builtBy, owner, costAlone, upkeep, reuseCostShare, writeForReuse, addedOn } = asset;
  const input = () => ({
    id: idOf(ids, assetKey(key)),
    terms: {
      builtBy: builtBy === null ? null : idOf(ids, builtBy),
      owner,
      costAlone: minorUnits(costAlone * 100),
      reuseCostShare,
      writeForReuse,
      upkeepPerMonth: minorUnits(upkeep * 100),
    },
  });
  return {
    on: later(addedOn, TERMS_ON),
    name: 'setAssetTerms',
    label: (db) => commands.setAssetTermsLabel(db, input()),
    run: (tx) => commands.setAssetTerms(tx, input()),
  };
}

function useSteps(asset: ScriptAsset, user: ScriptAssetUser, ids: Ids): Step[] {
  const { neededFrom, enteredOn, usedSince } = user;
  const key = () => ({ initiativeId: idOf(ids, user.key), assetId: idOf(ids, assetKey(asset.key)) });
  const use = () => ({ ...key(), neededFrom });
  const planned: Step = {
    on: enteredOn,
    name: 'setAssetUse',
    label: (db) => commands.setAssetUseLabel(db, use()),
    run: (tx) => commands.setAssetUse(tx, use()),
  };
  if (usedSince === null) return [planned];
  const reuse = () => ({ ...key(), reuse: { usedSince, reuseCostShare: asset.reuseCostShare } });
  const reused: Step = {
    on: later(later(usedSince, enteredOn), TERMS_ON),
    name: 'setAssetReuse',
    label: (db) => commands.setAssetReuseLabel(db, reuse()),
    run: (tx) => commands.setAssetReuse(tx, reuse()),
  };
  return [planned, reused];
}

/** What the steps call a shared asset of the script. */
export const assetKey = (key: string): string => `asset ${key}`;
