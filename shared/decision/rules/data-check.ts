import type { Policy } from '../../domain/policy.ts';
import type { ActiveStage } from '../../domain/stage.ts';
import { uniqueMissing } from '../missing.ts';
import type { Missing, Term } from '../result.ts';
import { type Judged, textTerm } from './judged.ts';

/** What data_ok of methodology 8.3 is made of. */
export interface DataInputs {
  readonly stage: ActiveStage;
  /** What the forward model lacks; none = its inputs are complete. */
  readonly modelMissing: readonly Missing[];
  /** C. */
  readonly confidence: number;
  /** n. */
  readonly fullMonths: number;
}

/**
 * data_ok: the inputs of the forward model are complete, n reaches the closed months the stage needs, and from pilot
 * on C reaches its mark. Always told: what is not there is not in order.
 */
export function judgeData(inputs: DataInputs, policy: Policy): Judged {
  const { stage, modelMissing, confidence, fullMonths } = inputs;
  const needed = policy.closedMonthsNeeded[stage];
  const hasMonths = fullMonths >= needed;
  const isComplete = modelMissing.length === 0;
  const isConfident = stage === 'idea' || confidence >= policy.confidenceNeeded;
  const terms: Term[] = [
    {
      quantity: 'complete closed months',
      actual: fullMonths,
      comparator: '>=',
      threshold: needed,
      unit: 'months',
      holds: hasMonths,
    },
    textTerm('forward model', isComplete ? 'complete' : 'incomplete', 'complete', isComplete),
  ];
  if (stage !== 'idea') {
    terms.push({
      quantity: 'data confidence (C)',
      actual: confidence,
      comparator: '>=',
      threshold: policy.confidenceNeeded,
      unit: 'ratio',
      holds: isConfident,
    });
  }
  const missing = uniqueMissing(
    hasMonths ? [] : [monthsMissing(fullMonths, needed)],
    isConfident ? [] : [confidenceMissing(confidence, policy.confidenceNeeded)],
    modelMissing,
  );
  return { truth: hasMonths && isComplete && isConfident, terms, missing };
}

function monthsMissing(fullMonths: number, needed: number): Missing {
  const more = needed - fullMonths;
  return {
    code: 'closedMonths',
    text: `${more} more complete closed month${more === 1 ? '' : 's'} (${fullMonths} of ${needed})`,
  };
}

/** Rounded down, so that a confidence just under the mark never reads as having reached it. */
function confidenceMissing(confidence: number, needed: number): Missing {
  const shown = Math.floor(confidence * 100 + 1e-9) / 100;
  return {
    code: 'confidence',
    text: `fresher evidence or better measured outcomes (data confidence ${shown}, needs ${needed})`,
  };
}
