import { type AssetUse, SCOPE_STAGE_NAMES, SCOPE_STAGE_RANK } from '../../domain/forward-model.ts';
import type { ActiveStage } from '../../domain/stage.ts';
import { NO_MISSING } from '../missing.ts';
import { type Judged, NO_TERMS, textTerm } from './judged.ts';

const NONE_NEEDED: Judged = { truth: false, terms: NO_TERMS, missing: NO_MISSING };

/**
 * Whether a shared asset needed in this stage or an earlier one is not live, for H2. One needed later enters the
 * forward model as a delay.
 * @param uses as known on the as-of date: an asset that goes live later is not live
 */
export function judgeAssets(uses: readonly AssetUse[], stage: ActiveStage): Judged {
  const needed = uses.filter(({ neededFrom }) => SCOPE_STAGE_RANK[neededFrom] <= SCOPE_STAGE_RANK[stage]);
  if (needed.length === 0) return NONE_NEEDED;
  const terms = [...needed]
    .sort((a, b) => (a.asset.id < b.asset.id ? -1 : 1))
    .map(({ asset, neededFrom }) => {
      const isMissing = asset.liveOn === null;
      const name = `shared asset "${asset.name}", needed from ${SCOPE_STAGE_NAMES[neededFrom]}`;
      return textTerm(name, isMissing ? 'not live' : 'live', 'not live', isMissing);
    });
  return { truth: terms.some((term) => term.holds === true), terms, missing: NO_MISSING };
}
