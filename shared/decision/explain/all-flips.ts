import type { Explanation } from '../explanation.ts';
import type { DecisionResult } from '../result.ts';
import { readinessMark } from '../rules/conditions.ts';
import type { RuleState } from '../rules/rule-state.ts';
import type { EngineInputs, Recommend, Recommendation } from './engine-inputs.ts';
import { nearestFirst, scaledFlips, stabilityOf, steppedFlips } from './flips.ts';
import type { ScaledInput, SteppedInput } from './inputs/changeable-input.ts';
import { dateInputs } from './inputs/date-inputs.ts';
import { driverInputs } from './inputs/driver-inputs.ts';
import { passRateInputs, scaledFigures, weightInputs } from './inputs/figure-inputs.ts';
import { levelInputs } from './inputs/level-inputs.ts';
import { monthInputs } from './inputs/month-inputs.ts';
import { yesNoInputs } from './inputs/yes-no-inputs.ts';

/**
 * For every input the nearest change, each way, that changes the verdict, nearest first, and how stable that makes the
 * verdict (methodology 3.4).
 */
export function allFlips(
  inputs: EngineInputs,
  { gaps }: Pick<DecisionResult, 'gaps'>,
  state: RuleState,
  base: Recommendation,
  recommend: Recommend,
): Pick<Explanation, 'flips' | 'stability'> {
  const scaled: readonly ScaledInput[] = [...driverInputs(inputs), ...scaledFigures(inputs)];
  const stepped: readonly SteppedInput[] = [
    ...levelInputs(inputs, gaps),
    ...monthInputs(inputs),
    ...dateInputs(inputs, gaps),
    ...yesNoInputs(inputs),
    ...passRateInputs(inputs),
    ...weights(inputs, gaps, state),
  ];
  const flips = [
    ...scaled.flatMap((input) => scaledFlips(input, base, recommend)),
    ...stepped.flatMap((input) => steppedFlips(input, base, recommend)),
  ];
  return { flips: nearestFirst(flips), stability: stabilityOf(flips, [...scaled, ...stepped]) };
}

function weights(
  inputs: EngineInputs,
  gaps: DecisionResult['gaps'],
  state: RuleState,
): readonly SteppedInput[] {
  if (state.readiness === null) return [];
  return weightInputs(inputs, gaps, {
    now: state.readiness,
    mark: readinessMark(state, inputs.context.policy),
  });
}
