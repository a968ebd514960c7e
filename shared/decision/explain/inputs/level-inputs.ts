import { GAP_NAMES, type Gap, LEVELS, type Level } from '../../../domain/gap.ts';
import type { Assessment } from '../../../domain/initiative.ts';
import type { IsoDate } from '../../../domain/units.ts';
import type { GapScore } from '../../result.ts';
import { type EngineInputs, withFacts } from '../engine-inputs.ts';
import { type SteppedInput, wholeSteps } from './changeable-input.ts';

const LOWEST: Level = LEVELS[0];
const HIGHEST: Level = LEVELS[LEVELS.length - 1] ?? 4;
/** Before any rating anyone entered. */
const LONG_AGO = '1900-01-01' as IsoDate;

/** The level of every assessed gap, from 0 to 4; one level counts as one standard deviation. */
export function levelInputs(inputs: EngineInputs, gaps: readonly GapScore[]): readonly SteppedInput[] {
  return gaps.flatMap(({ gap, level }) => {
    if (level === null) return [];
    const bounds = { lowest: LOWEST, highest: HIGHEST, reach: HIGHEST - LOWEST };
    const make = (to: number): EngineInputs => withLevel(inputs, gap, level, to as Level);
    const steps = wholeSteps(level, bounds, make);
    return [
      {
        input: `level:${gap}`,
        kind: 'level',
        name: GAP_NAMES[gap],
        unit: 'level',
        now: level,
        deviation: 1,
        steps,
      },
    ];
  });
}

/**
 * All raters agree on another level, resting on the evidence the present one rests on. The ratings that differed stay
 * as older ones, so that a plan attached to them is still a plan.
 */
function withLevel(inputs: EngineInputs, gap: Gap, from: Level, to: Level): EngineInputs {
  const { asOf } = inputs.context;
  const assessments = inputs.facts.assessments.flatMap((one): readonly Assessment[] => {
    if (one.gap !== gap || one.ratedOn > asOf) return [one];
    if (one.level === from) return [{ ...one, level: to }];
    return [
      { ...one, ratedOn: LONG_AGO },
      { ...one, level: to, evidence: [] },
    ];
  });
  return withFacts(inputs, { assessments });
}
