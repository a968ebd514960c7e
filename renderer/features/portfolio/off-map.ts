import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import { countOf } from '../../components/counts.ts';

type OffMap = PortfolioSummary['offMap'];

const REASONS: Readonly<Record<OffMap[number]['reason'], string>> = {
  computing: 'still computing: the simulation is running',
  neither: 'without a level in every gap and without a complete forward model',
  no_value: 'without a complete forward model',
  no_readiness: 'without a level in every gap',
};

/** How many initiatives cannot stand on the map. */
export function offMapCount(offMap: OffMap): number {
  return offMap.reduce((sum, one) => sum + one.count, 0);
}

/** One phrase a reason, most frequent first: "1,204 without a level in every gap". */
export function offMapReasons(offMap: OffMap): readonly string[] {
  return [...offMap]
    .sort((a, b) => b.count - a.count)
    .map((one) => `${countOf(one.count, 'initiative')} ${REASONS[one.reason]}`);
}
