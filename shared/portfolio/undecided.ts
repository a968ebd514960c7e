import type { InitiativeFacts } from '../decision/facts.ts';
import { monthOf } from '../domain/calendar.ts';
import { type IsoDate, type MinorUnits, type MonthIndex, minorUnits } from '../domain/units.ts';
import { RULE_VERDICTS } from '../domain/verdict.ts';

/** The verdicts whose waiting costs money, each a figure of its own. */
export type WaitingVerdict = 'kill' | 'fix';

/** What one initiative has cost since its closed reviews began to recommend the same, without a break up to the last. */
export interface UndecidedSpend {
  /** Last day of the first review of the run. */
  readonly since: IsoDate;
  /** Reviews of the run. */
  readonly reviews: number;
  /** Closed months after it while the initiative was not retired, oldest first. */
  readonly months: readonly MonthIndex[];
  /** Actual cost of those months. */
  readonly cost: MinorUnits;
  /** Months after it that are over but not closed: unmeasured. */
  readonly openMonths: number;
}

/**
 * Actual cost in the months after the first closed review of an unbroken run of recommendations of `verdict` that lasts
 * to the initiative's last closed review, while it was not retired; null when the last review recommended something else.
 * Months count from the one after the review's last day to the one before retirement, and up to the last that is over
 * on `asOf`, the month of `asOf` too once it is closed. A retired initiative whose day of retirement nobody recorded has
 * no such month.
 */
export function undecidedSpend(
  facts: Pick<InitiativeFacts, 'initiative' | 'pastDecisions' | 'lines' | 'values' | 'closedMonths'>,
  verdict: WaitingVerdict,
  asOf: IsoDate,
): UndecidedSpend | null {
  const past = facts.pastDecisions.filter(({ endsOn }) => endsOn !== undefined && endsOn <= asOf);
  let reviews = 0;
  let since: IsoDate | undefined;
  for (let index = past.length - 1; index >= 0; index -= 1) {
    const rule = past[index]?.recommendedRule ?? null;
    if (rule === null || RULE_VERDICTS[rule] !== verdict) break;
    since = past[index]?.endsOn;
    reviews += 1;
  }
  if (since === undefined) return null;
  const first = monthOf(since) + 1;
  const last = lastMonth(facts.initiative, asOf);
  const months = facts.closedMonths.filter((month) => month >= first && month <= last);
  const counted = new Set(months);
  const costLines = new Set(facts.lines.flatMap((line) => (line.kind === 'cost' ? [line.id] : [])));
  let cost = 0;
  for (const { lineId, month, amount } of facts.values) {
    // Most values of a long history are out at the first look.
    if (month < first || month > last) continue;
    if (counted.has(month) && costLines.has(lineId)) cost += amount;
  }
  const over = Math.min(last, monthOf(asOf) - 1) - first + 1;
  const closedAndOver = months.filter((month) => month < monthOf(asOf)).length;
  return {
    since,
    reviews,
    months: [...months].sort((a, b) => a - b),
    cost: minorUnits(cost),
    openMonths: costLines.size === 0 ? 0 : Math.max(0, over - closedAndOver),
  };
}

function lastMonth(
  { stage, stageEnteredOn }: Pick<InitiativeFacts['initiative'], 'stage' | 'stageEnteredOn'>,
  asOf: IsoDate,
): number {
  if (stage !== 'retired') return monthOf(asOf);
  return stageEnteredOn === null ? -1 : Math.min(monthOf(asOf), monthOf(stageEnteredOn) - 1);
}
