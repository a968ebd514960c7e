import type { ForwardModel } from '../forward-model/model.ts';
import { paybackQuestion } from '../forward-model/questions.ts';
import type { DecisionResult, Figure, Missing, Simulated } from './result.ts';

/** The figures that come out of the simulation. */
export type SimulatedFigures = Pick<
  DecisionResult,
  'value' | 'probability' | 'bcr50' | 'unitEconomics' | 'paybackProbability'
>;

/** What a simulation has answered: its result, that it runs, or that its inputs are not complete. */
export type Answer =
  | { readonly status: 'done'; readonly model: ForwardModel; readonly simulated: Simulated }
  | { readonly status: 'computing'; readonly model: ForwardModel }
  | { readonly status: 'incomplete'; readonly missing: readonly Missing[] }
  | { readonly status: 'retired' };

const RETIRED: Figure = { status: 'not_applicable', reason: 'retired' };
const RUNNING: Figure = { status: 'computing' };
const NO_COST: Figure = { status: 'not_applicable', reason: 'the costs are 0 in some draw' };
const NO_UNIT: Figure = {
  status: 'not_applicable',
  reason: 'no scope from limited production on is entered',
};
const EARLY: Figure = { status: 'not_applicable', reason: 'asked from limited production on' };
const NO_NEXT: Figure = { status: 'not_applicable', reason: 'no scope after the current one is entered' };

/** E, P, BCR50, UE and PB (methodology 2.6), each with its reason where it has no value. E in minor units. */
export function simulatedFigures(answer: Answer, minorPerUnit: number): SimulatedFigures {
  switch (answer.status) {
    case 'incomplete': {
      const unknown: Figure = { status: 'unknown', missing: answer.missing };
      return all(unknown, unknown);
    }
    case 'retired':
      return all(RETIRED, RETIRED);
    case 'computing':
      return all(RUNNING, paybackFigure(answer.model, null));
    case 'done': {
      const { model, simulated } = answer;
      return {
        value: known(simulated.expected.value * minorPerUnit),
        probability: known(simulated.probability.value),
        bcr50: simulated.bcr50 === null ? NO_COST : known(simulated.bcr50.value),
        unitEconomics: simulated.unitEconomics === null ? NO_UNIT : known(simulated.unitEconomics.value),
        paybackProbability: paybackFigure(model, simulated),
      };
    }
  }
}

function all(figure: Figure, paybackProbability: Figure): SimulatedFigures {
  return { value: figure, probability: figure, bcr50: figure, unitEconomics: figure, paybackProbability };
}

function known(value: number): Figure {
  return { status: 'known', value };
}

/** PB has a value only where the question can be asked: from limited production on, with a next scope, in time. */
function paybackFigure(model: ForwardModel, simulated: Simulated | null): Figure {
  switch (paybackQuestion(model)) {
    case 'before_limited':
      return EARLY;
    case 'no_next_scope':
      return NO_NEXT;
    case 'beyond_horizon':
      return { status: 'unknown', missing: [beyondHorizon(model)] };
    case 'asked':
      if (simulated === null) return RUNNING;
      return simulated.payback === null
        ? { status: 'unknown', missing: [beyondHorizon(model)] }
        : known(simulated.payback.value);
  }
}

function beyondHorizon({ paybackMonths, horizon }: ForwardModel): Missing {
  return {
    code: 'paybackHorizon',
    text: `a decision month early enough that ${paybackMonths} months after it lie within the ${horizon} looked at`,
  };
}
