/** Where an initiative stands; `retired` is the end of the road, not a place on it. */
export const STAGES = ['idea', 'pilot', 'limited', 'scaled', 'retired'] as const;
export type Stage = (typeof STAGES)[number];

/** Stages that get a verdict. */
export type ActiveStage = Exclude<Stage, 'retired'>;

export const STAGE_NAMES: Readonly<Record<Stage, string>> = {
  idea: 'Idea',
  pilot: 'Pilot',
  limited: 'Limited production',
  scaled: 'Scaled',
  retired: 'Retired',
};

/** Position on the road: idea 0 to scaled 3; retired is undefined, it can be reached from anywhere. */
export const STAGE_RANK: Readonly<Record<ActiveStage, number>> = { idea: 0, pilot: 1, limited: 2, scaled: 3 };

/** The stage after `stage`, or undefined from scaled on. */
export function nextStage(stage: ActiveStage): ActiveStage | undefined {
  return (['pilot', 'limited', 'scaled', undefined] as const)[STAGE_RANK[stage]];
}
