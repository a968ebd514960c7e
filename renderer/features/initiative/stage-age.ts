import type { DecisionResult } from '#shared/decision/result.ts';

/** How long it has been in its stage, with the time-box where there is one: "month 5 of 9". Blank when not known. */
export function stageAge(
  decision: Pick<DecisionResult, 'monthsInStage' | 'timeBoxMonths' | 'stage'>,
): string {
  const { monthsInStage, timeBoxMonths, stage } = decision;
  if (monthsInStage === null || stage === 'retired') return '';
  // Five whole months behind it: it is in its sixth.
  const month = `month ${monthsInStage + 1}`;
  return timeBoxMonths === null ? month : `${month}, time-box ${timeBoxMonths}`;
}
