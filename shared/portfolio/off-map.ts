/** Why an initiative cannot stand on the verdict map. */
export const OFF_MAP_REASONS = ['computing', 'no_value', 'no_readiness', 'neither'] as const;
export type OffMapReason = (typeof OFF_MAP_REASONS)[number];

/** Each reason in words, as a list goes on after "3 initiatives". */
export const OFF_MAP_NAMES: Readonly<Record<OffMapReason, string>> = {
  computing: 'still computing: the simulation is running',
  no_value: 'without a complete forward model',
  no_readiness: 'without a level in every gap',
  neither: 'without a level in every gap and without a complete forward model',
};

interface Placed {
  readonly isComputing: boolean;
  readonly hasVerdict: boolean;
  readonly hasReadiness: boolean;
  readonly hasValue: boolean;
}

/** Why an initiative is not on the map: `on` = it is, null = it is not expected there (no verdict: retired). */
export function offMapReason({
  isComputing,
  hasVerdict,
  hasReadiness,
  hasValue,
}: Placed): OffMapReason | 'on' | null {
  if (isComputing) return 'computing';
  if (!hasVerdict) return null;
  if (hasReadiness) return hasValue ? 'on' : 'no_value';
  return hasValue ? 'no_readiness' : 'neither';
}
