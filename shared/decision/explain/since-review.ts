import type { InputChange, SinceReview } from '../explanation.ts';
import type { GapScore } from '../result.ts';
import { ageDifference } from './differences/age-difference.ts';
import { contextDifferences } from './differences/context-differences.ts';
import type { Compared, Difference } from './differences/difference.ts';
import { evidenceDifferences } from './differences/evidence-differences.ts';
import { fieldDifferences } from './differences/field-differences.ts';
import { modelDifferences } from './differences/model-differences.ts';
import { moneyDifferences } from './differences/money-differences.ts';
import type { Recommend, Recommendation } from './engine-inputs.ts';
import type { PreviousInputs } from './explain.ts';

/**
 * Every input that is not what it was at the last closed review, each put back alone, the others staying as they are
 * now (methodology 8.7). It mattered when the verdict would then be another one. Changes that matter come first.
 * Changes that only matter together are not found: each alone may leave the verdict as it is.
 */
export function sinceReview(
  previous: Pick<PreviousInputs, 'reviewName' | 'endsOn' | 'verdict' | 'rule'>,
  compared: Compared,
  scores: { readonly old: readonly GapScore[]; readonly now: readonly GapScore[] },
  base: Recommendation,
  recommend: Recommend,
): SinceReview {
  const changes = differencesOf(compared, scores).map((difference): InputChange => {
    const { input, name, was, is, withOld } = difference;
    const { verdict, rule } = recommend(withOld());
    const mattered = verdict !== base.verdict;
    return { input, name, was, is, verdictWithOld: verdict, ruleWithOld: rule, mattered };
  });
  return {
    reviewName: previous.reviewName,
    endsOn: previous.endsOn,
    verdictThen: previous.verdict,
    ruleThen: previous.rule,
    changes: [...changes.filter(({ mattered }) => mattered), ...changes.filter(({ mattered }) => !mattered)],
  };
}

function differencesOf(compared: Compared, scores: Parameters<typeof sinceReview>[2]): readonly Difference[] {
  return [
    ...fieldDifferences(compared),
    ...evidenceDifferences(compared, scores),
    ...moneyDifferences(compared),
    ...modelDifferences(compared),
    ...contextDifferences(compared),
    ...ageDifference(compared),
  ];
}
