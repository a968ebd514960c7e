import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import { OFF_MAP_NAMES, type OffMapReason } from '#shared/portfolio/off-map.ts';
import { countOf } from '../../components/counts.ts';

type OffMap = PortfolioSummary['offMap'];

/** How many initiatives cannot stand on the map. */
export function offMapCount(offMap: OffMap): number {
  return offMap.reduce((sum, one) => sum + one.count, 0);
}

/** The reasons, most frequent first, each with its phrase: "1,204 initiatives without a level in every gap". */
export function offMapReasons(
  offMap: OffMap,
): readonly (OffMap[number] & { readonly phrase: string; readonly route: string })[] {
  return [...offMap]
    .sort((a, b) => b.count - a.count)
    .map((one) => ({
      ...one,
      phrase: `${countOf(one.count, 'initiative')} ${OFF_MAP_NAMES[one.reason]}`,
      route: `/register?offmap=${one.reason}`,
    }));
}

/** The tab on which an initiative gets what it lacks. */
export function offMapTab(reason: OffMapReason): string {
  return reason === 'no_value' || reason === 'computing' ? 'forward' : 'gaps';
}
