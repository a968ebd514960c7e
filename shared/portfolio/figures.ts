import type { PortfolioSummary } from '../api/schemas/views.ts';
import type { InitiativeFacts } from '../decision/facts.ts';
import { monthOf } from '../domain/calendar.ts';
import type { IsoDate, MonthIndex } from '../domain/units.ts';
import type { ClaimPolicy } from '../finance/claimed-share.ts';
import { type UndecidedSpend, undecidedSpend, type WaitingVerdict } from './undecided.ts';
import { latestClosedMonths, type PortfolioWindow, sumWindow } from './window.ts';

/** The header figures of the home screen that have a formula, in the order they are shown. */
export const PORTFOLIO_FIGURES = [
  'inProduction',
  'net3',
  'net12',
  'runRate',
  'roi12',
  'measuredShare',
  'killSpend',
  'fixSpend',
] as const;
export type PortfolioFigureId = (typeof PORTFOLIO_FIGURES)[number];

type Figure = PortfolioSummary['net3'];

/** Cost of not deciding over the portfolio. */
export interface WaitingSpend {
  readonly cost: number;
  /** Initiatives whose closed reviews recommend it without a break up to the last, retired ones without a month left out. */
  readonly initiatives: number;
  readonly closedMonths: number;
  readonly openMonths: number;
}

/** What all figures are made from; worked out once. */
export interface FigureInputs {
  readonly facts: readonly InitiativeFacts[];
  readonly asOf: IsoDate;
  readonly policy: ClaimPolicy;
  readonly last3: PortfolioWindow;
  readonly last12: PortfolioWindow;
  readonly hasReview: boolean;
  readonly kill: WaitingSpend;
  readonly fix: WaitingSpend;
}

/** Sums the windows and the cost of waiting of all initiatives. */
export function figureInputs(
  facts: readonly InitiativeFacts[],
  asOf: IsoDate,
  policy: ClaimPolicy,
): FigureInputs {
  const months12 = latestClosedMonths(facts, 12, monthOf(asOf));
  return {
    facts,
    asOf,
    policy,
    last3: sumWindow(facts, months12.slice(-3), policy),
    last12: sumWindow(facts, months12, policy),
    hasReview: facts.some(({ pastDecisions }) =>
      pastDecisions.some(({ endsOn }) => endsOn !== undefined && endsOn <= asOf),
    ),
    kill: waitingSpend(facts, 'kill', asOf),
    fix: waitingSpend(facts, 'fix', asOf),
  };
}

function waitingSpend(
  facts: readonly InitiativeFacts[],
  verdict: WaitingVerdict,
  asOf: IsoDate,
): WaitingSpend {
  const sum = { cost: 0, initiatives: 0, closedMonths: 0, openMonths: 0 };
  for (const one of facts) {
    const own = waitingOf(one, verdict, asOf);
    if (own === null) continue;
    sum.cost += own.cost;
    sum.initiatives += 1;
    sum.closedMonths += own.months.length;
    sum.openMonths += own.openMonths;
  }
  return sum;
}

/** What one initiative adds to the cost of not deciding; null = nothing: no run, or retired before a month of it was over. */
export function waitingOf(
  one: InitiativeFacts,
  verdict: WaitingVerdict,
  asOf: IsoDate,
): UndecidedSpend | null {
  if (one.pastDecisions.length === 0) return null;
  const own = undecidedSpend(one, verdict, asOf);
  if (own === null) return null;
  return one.initiative.stage === 'retired' && own.months.length === 0 ? null : own;
}

const NO_MONTHS = 'no month is closed yet';

/** Net value of a window: actual, undiscounted; null with the reason while no month is closed. */
export function netFigure(window: PortfolioWindow, asked: number): Figure {
  const label = `actual, undiscounted, last ${asked} closed months`;
  if (window.months.length === 0) return { value: null, label, why: NO_MONTHS };
  return { value: window.net, label, why: remarks(window, asked) };
}

/** Cost of the last three closed months, times four. */
export function runRateFigure({ last3 }: FigureInputs): Figure {
  const label = 'actual cost of the last 3 closed months × 4';
  if (last3.months.length < 3)
    return { value: null, label, why: `${last3.months.length} of 3 months are closed` };
  return { value: last3.cost * 4, label, why: remarks(last3, 3) };
}

/** Net value over cost of the last twelve closed months. */
export function roiFigure({ last12 }: FigureInputs): Figure {
  const label = 'actual, undiscounted, last 12 closed months';
  if (last12.months.length === 0) return { value: null, label, why: NO_MONTHS };
  if (last12.cost === 0)
    return { value: null, label, why: 'no cost is recorded, so a return on it is undefined' };
  return { value: last12.net / last12.cost, label, why: remarks(last12, 12) };
}

/** Share of the claimed benefit of three months whose lines are measured by holdout, before and after, or log count. */
export function measuredFigure({ last3 }: FigureInputs): Figure {
  const label = 'holdout, before and after or log count, last 3 closed months';
  if (last3.months.length === 0) return { value: null, label, why: NO_MONTHS };
  if (last3.benefit <= 0)
    return {
      value: null,
      label,
      why: 'no benefit is claimed in these months, so a share of it is undefined',
    };
  return { value: last3.measuredBenefit / last3.benefit, label, why: remarks(last3, 3) };
}

/** Actual cost since closed reviews began to recommend `verdict`, up to today. 0 is a real zero: nobody waits. */
export function waitingFigure(inputs: FigureInputs, verdict: WaitingVerdict): Figure {
  const word = verdict.toUpperCase();
  const label = `actual, undiscounted, since reviews recommend ${word}`;
  if (!inputs.hasReview) return { value: null, label, why: 'no review is closed yet' };
  const { cost, initiatives, closedMonths, openMonths } = inputs[verdict];
  if (initiatives === 0)
    return { value: 0, label, why: `the last closed reviews recommend ${word} for nothing` };
  const who = initiatives === 1 ? '1 initiative' : `${initiatives} initiatives`;
  if (closedMonths === 0 && openMonths > 0)
    return { value: null, label, why: `${who}; no month since is closed yet` };
  if (closedMonths === 0) return { value: 0, label, why: `${who}; no month is over since` };
  return { value: cost, label, why: openMonths > 0 ? `${who}; ${open(openMonths)}` : who };
}

/** What a reader must know beside the figure: fewer months than asked, open initiative-months. */
function remarks(window: PortfolioWindow, asked: number): string | null {
  const parts: string[] = [];
  if (window.months.length < asked) parts.push(`${window.months.length} of ${asked} months are closed`);
  if (window.openInitiativeMonths > 0) parts.push(open(window.openInitiativeMonths));
  return parts.length > 0 ? parts.join('; ') : null;
}

function open(count: number): string {
  return count === 1 ? '1 initiative-month is open' : `${count} initiative-months are open`;
}

/** The window a figure is made from; none for those that have no window. */
export function monthsOf(id: PortfolioFigureId, inputs: FigureInputs): readonly MonthIndex[] {
  switch (id) {
    case 'net12':
    case 'roi12':
      return inputs.last12.months;
    case 'net3':
    case 'runRate':
    case 'measuredShare':
      return inputs.last3.months;
    default:
      return [];
  }
}
