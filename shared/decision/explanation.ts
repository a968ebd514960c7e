import type { Gap, Level } from '../domain/gap.ts';
import type { IsoDate, MonthIndex } from '../domain/units.ts';
import type { RuleId, Verdict } from '../domain/verdict.ts';

/**
 * Why an initiative has its verdict and what would change it (methodology 8.7), for one initiative on demand.
 * Money in minor units, forecast, PV unless said otherwise. Gates, rules and figures are in the DecisionResult it
 * belongs to.
 */
export interface Explanation {
  readonly initiativeId: string;
  readonly asOf: IsoDate;
  readonly engineVersion: string;
  readonly policyVersion: number;
  readonly seed: string;
  /** SHA-256 over everything the result was made from: the same inputs give the same 64 hex digits anywhere. */
  readonly inputHash: string;
  /** null without a complete forward model: then drivers, flips of drivers, shares and flows are empty too. */
  readonly draws: number | null;
  /** Delta with every driver at P50 and no asset late. */
  readonly deltaAtP50: number | null;
  /** Tornado, widest range first. */
  readonly drivers: readonly DriverEffect[];
  readonly flips: readonly Flip[];
  readonly stability: Stability;
  /** What one gap alone would have to do for readiness to reach the mark of S1, or to fall below it. */
  readonly readinessMoves: readonly ReadinessMove[];
  /** Share of draws per verdict, each draw taken as certain; largest first. */
  readonly verdictShares: readonly { readonly verdict: Verdict; readonly share: number }[];
  /** What perfect information about everything would be worth. */
  readonly evpi: number | null;
  readonly measureNext: readonly Measurement[];
  /** The cheapest measurement that is worth its cost, by its code: the test H3 asks for. null = none is. */
  readonly cheapestTest: string | null;
  /** Since the last closed review; null when there was none or it kept no inputs. */
  readonly sinceReview: SinceReview | null;
  /** Cumulative net value from the as-of month on, undiscounted, by month 0 to H: at P50 and over the draws. */
  readonly flow: readonly FlowPoint[];
  /** Chance that the cumulative net value since first spend is back at 0 by the month and stays there. */
  readonly paybackBy: readonly { readonly month: MonthIndex; readonly probability: number }[];
}

export interface DriverEffect {
  readonly driverId: string;
  readonly name: string;
  readonly unit: string;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Delta with this driver at its P10 and P90, the others at P50. */
  readonly deltaAtP10: number;
  readonly deltaAtP90: number;
  /** The bar crosses Delta = 0, where the sign of the value turns. */
  readonly crossesZero: boolean;
  /** Spearman correlation with Delta over the draws; null for a known driver. */
  readonly rankCorrelation: number | null;
  /** What measuring it perfectly is worth; null for a known driver. */
  readonly evppi: number | null;
}

/** The nearest change of one input, one way, that changes the verdict; the other inputs stay. */
export interface Flip {
  readonly input: string;
  readonly kind: 'driver' | 'level' | 'month' | 'date' | 'yes_no' | 'figure';
  /** "success rate (share)", "Data readiness". */
  readonly name: string;
  /** Of a figure: 'money' is minor units, 'share' a fraction. */
  readonly unit: string;
  readonly now: number | string;
  readonly to: number | string;
  readonly direction: 'up' | 'down' | 'other';
  /** Change divided by the present number; null where it is no number or 0. */
  readonly relative: number | null;
  /** Change in standard deviations (P90 - P10)/2.5631, one level = 1; null for yes/no, dates and known inputs. */
  readonly deviations: number | null;
  readonly verdict: Verdict;
  readonly rule: RuleId;
}

/** One gap's way across the mark of readiness, by score or by weight (methodology 3.4). */
export interface ReadinessMove {
  readonly gap: Gap;
  readonly mark: number;
  /** Change of the effective score that does it, whether or not a score can change that far. */
  readonly score: number;
  /** The same in levels, not rounded; null when the evidence is too old for any level to count. */
  readonly levels: number | null;
  /** The nearest whole level at which readiness, evaluated again, is across; null when none is. */
  readonly toLevel: Level | null;
  /** Change of the weight, the others rescaled in proportion; null when no weight from 0 to 1 does it. */
  readonly weight: number | null;
}

/** S = the smallest of all flips in standard deviations; firm without a number when nothing with a spread flips it. */
export interface Stability {
  readonly value: number | null;
  readonly label: 'fragile' | 'normal' | 'firm' | null;
  /** The input of the nearest flip. */
  readonly input: string | null;
}

export interface Measurement {
  readonly code: string;
  readonly text: string;
  /** Missing items unblock rules; known drivers are worth their EVPPI. */
  readonly kind: 'missing' | 'driver';
  readonly unblocks: readonly RuleId[];
  readonly evppi: number | null;
  readonly cost: number | null;
  readonly days: number | null;
  /** `price_it`: nobody has said what it costs to measure. */
  readonly advice: 'enter_it' | 'measure' | 'not_worth_it' | 'price_it';
}

export interface SinceReview {
  readonly reviewName: string;
  readonly endsOn: IsoDate;
  readonly verdictThen: Verdict | null;
  readonly ruleThen: RuleId | null;
  readonly changes: readonly InputChange[];
}

/** One input that is not what it was, and what the verdict would be with the old one. */
export interface InputChange {
  readonly input: string;
  readonly name: string;
  readonly was: string;
  readonly is: string;
  readonly verdictWithOld: Verdict | null;
  readonly ruleWithOld: RuleId | null;
  /** Putting the old value back changes the verdict. */
  readonly mattered: boolean;
}

export interface FlowPoint {
  /** Months after the as-of month. */
  readonly month: number;
  readonly atP50: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}
