import type { InitiativeFacts } from '../decision/facts.ts';
import type { MinorUnits, MonthIndex } from '../domain/units.ts';
import { minorUnits } from '../domain/units.ts';
import { type ClaimPolicy, claimedShare } from '../finance/claimed-share.ts';
import { roundHalfEven } from '../finance/round.ts';

/** Sums over a set of calendar months, closed initiative-months only; outcomes count with their claimed share. */
export interface PortfolioWindow {
  /** Calendar months summed, oldest first. */
  readonly months: readonly MonthIndex[];
  readonly cost: MinorUnits;
  readonly benefit: MinorUnits;
  readonly net: MinorUnits;
  /** Initiatives that closed at least one of the months. */
  readonly measuredInitiatives: number;
  /** Initiative-months of the window with a line under way that are not closed. */
  readonly openInitiativeMonths: number;
}

/**
 * The latest `count` calendar months that at least one initiative has closed, up to and including `until`; oldest first.
 * Fewer are returned when fewer exist. Methodology 1.6.
 */
export function latestClosedMonths(
  facts: readonly InitiativeFacts[],
  count: number,
  until: MonthIndex,
): readonly MonthIndex[] {
  const seen = new Set<MonthIndex>();
  for (const { closedMonths } of facts) for (const month of closedMonths) if (month <= until) seen.add(month);
  return [...seen].sort((a, b) => a - b).slice(-count);
}

/**
 * Adds up cost and benefit of the given months over all initiatives, each initiative only in the months it has closed:
 * an open month is unmeasured, it adds nothing and is counted beside the figure.
 */
export function sumWindow(
  facts: readonly InitiativeFacts[],
  months: readonly MonthIndex[],
  policy: ClaimPolicy,
): PortfolioWindow {
  const wanted = new Set(months);
  let cost = 0;
  let benefit = 0;
  let measuredInitiatives = 0;
  let openInitiativeMonths = 0;
  for (const one of facts) {
    const closed = new Set(one.closedMonths.filter((month) => wanted.has(month)));
    if (closed.size > 0) measuredInitiatives += 1;
    if (one.lines.length === 0) continue;
    for (const month of months) {
      if (!closed.has(month) && one.lines.some((line) => isUnderWay(line, month))) openInitiativeMonths += 1;
    }
    if (closed.size === 0) continue;
    // Rounded once an initiative: the sum is then that of the net values printed beside it.
    let claimed = 0;
    const lines = new Map(one.lines.map((line) => [line.id, line]));
    for (const value of one.values) {
      const line = lines.get(value.lineId);
      if (line === undefined || !closed.has(value.month)) continue;
      if (line.kind === 'cost') cost += value.amount;
      else claimed += value.amount * claimedShare(line, policy);
    }
    benefit += roundHalfEven(claimed);
  }
  return {
    months,
    cost: minorUnits(cost),
    benefit: minorUnits(benefit),
    net: minorUnits(benefit - cost),
    measuredInitiatives,
    openInitiativeMonths,
  };
}

function isUnderWay(
  line: { startsOn: MonthIndex | null; endsOn: MonthIndex | null },
  month: MonthIndex,
): boolean {
  return (line.startsOn === null || line.startsOn <= month) && (line.endsOn === null || month <= line.endsOn);
}
