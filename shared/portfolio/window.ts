import type { InitiativeFacts } from '../decision/facts.ts';
import type { ValueLine } from '../domain/initiative.ts';
import type { MinorUnits, MonthIndex } from '../domain/units.ts';
import { minorUnits } from '../domain/units.ts';
import type { MeasurementMethod } from '../domain/value-lines.ts';
import { type ClaimPolicy, claimedShare } from '../finance/claimed-share.ts';
import { roundHalfEven } from '../finance/round.ts';

/** Sums over a set of calendar months, closed initiative-months only; outcomes count with their claimed share. */
export interface PortfolioWindow {
  /** Calendar months summed, oldest first. */
  readonly months: readonly MonthIndex[];
  readonly cost: MinorUnits;
  readonly benefit: MinorUnits;
  /** The part of `benefit` from lines measured by holdout, before and after, or log count. */
  readonly measuredBenefit: MinorUnits;
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

/** The part of one initiative in a {@link PortfolioWindow}. */
export interface InitiativeWindow {
  readonly cost: MinorUnits;
  /** Claimed benefit, rounded once: the portfolio's is then the sum of what is printed beside each initiative. */
  readonly benefit: MinorUnits;
  /** The part of `benefit` from lines measured by holdout, before and after, or log count. */
  readonly measuredBenefit: MinorUnits;
  /** Months of the window it has closed, and those with a line under way that it has not. */
  readonly closedMonths: number;
  readonly openMonths: number;
}

const MEASURED: ReadonlySet<MeasurementMethod> = new Set(['holdout', 'before_after', 'log_count']);
const NOTHING: InitiativeWindow = {
  cost: minorUnits(0),
  benefit: minorUnits(0),
  measuredBenefit: minorUnits(0),
  closedMonths: 0,
  openMonths: 0,
};

/**
 * Cost and claimed benefit of one initiative in the given months, oldest first, only those it has closed: an open month
 * is unmeasured, it adds nothing and is counted beside the figure.
 */
export function initiativeWindow(
  one: InitiativeFacts,
  months: readonly MonthIndex[],
  policy: ClaimPolicy,
): InitiativeWindow {
  const wanted = new Set(months);
  const closed = new Set(one.closedMonths.filter((month) => wanted.has(month)));
  if (one.lines.length === 0) return { ...NOTHING, closedMonths: closed.size };
  let openMonths = 0;
  for (const month of months) {
    if (!closed.has(month) && one.lines.some((line) => isUnderWay(line, month))) openMonths += 1;
  }
  if (closed.size === 0) return { ...NOTHING, openMonths };
  const [first, last] = [months[0] ?? 0, months.at(-1) ?? 0];
  let cost = 0;
  let claimed = 0;
  let measured = 0;
  const lines = new Map(one.lines.map((line) => [line.id, line]));
  let line: ValueLine | undefined;
  let share = 0;
  for (const { lineId, month, amount } of one.values) {
    // Most values of a long history are out at the first look: this runs for every value of the portfolio.
    if (month < first || month > last || !closed.has(month)) continue;
    if (line?.id !== lineId) {
      line = lines.get(lineId);
      share = line?.kind === 'outcome' ? claimedShare(line, policy) : 0;
    }
    if (line?.kind === 'cost') cost += amount;
    else if (line !== undefined) {
      claimed += amount * share;
      if (MEASURED.has(line.method)) measured += amount * share;
    }
  }
  return {
    cost: minorUnits(cost),
    benefit: minorUnits(roundHalfEven(claimed)),
    measuredBenefit: minorUnits(roundHalfEven(measured)),
    closedMonths: closed.size,
    openMonths,
  };
}

/** Adds up the given months over all initiatives, each as {@link initiativeWindow} has it. */
export function sumWindow(
  facts: readonly InitiativeFacts[],
  months: readonly MonthIndex[],
  policy: ClaimPolicy,
): PortfolioWindow {
  let cost = 0;
  let benefit = 0;
  let measuredBenefit = 0;
  let measuredInitiatives = 0;
  let openInitiativeMonths = 0;
  for (const one of facts) {
    const own = initiativeWindow(one, months, policy);
    cost += own.cost;
    benefit += own.benefit;
    measuredBenefit += own.measuredBenefit;
    if (own.closedMonths > 0) measuredInitiatives += 1;
    openInitiativeMonths += own.openMonths;
  }
  return {
    months,
    cost: minorUnits(cost),
    benefit: minorUnits(benefit),
    measuredBenefit: minorUnits(measuredBenefit),
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
