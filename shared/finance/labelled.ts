import type { MonthIndex } from '../domain/units.ts';
import type { FlowTiming } from './rates.ts';
import { benefitCostRatio, roi } from './ratios.ts';
import { type Computed, type LabelPart, noValue } from './reason.ts';

/** Where the risk of a figure sits: nowhere yet, in fixed factors, or in simulated draws. Never in two places. */
export type RiskTreatment = 'raw' | 'risk_adjusted' | 'simulated';

export type Discounting =
  | { readonly kind: 'undiscounted' }
  | { readonly kind: 'pv'; readonly annualRate: number; readonly timing: FlowTiming };

/** Months a figure covers, both included. `kind` says how they were chosen. */
export interface FigureWindow {
  /** `trailing` T3M and the like; `forward` after the as-of month; `life_to_date` since first spend; `span` chosen. */
  readonly kind: 'trailing' | 'forward' | 'life_to_date' | 'span';
  readonly from: MonthIndex;
  readonly to: MonthIndex;
}

/** What a money figure speaks of; printed with it. */
export interface FigureLabel<R extends RiskTreatment = RiskTreatment> {
  readonly basis: 'actual' | 'forecast';
  readonly discounting: Discounting;
  readonly risk: R;
  readonly window: FigureWindow;
}

/** Money (or a ratio of money) with its label. */
export interface Labelled<R extends RiskTreatment = RiskTreatment> {
  readonly amount: number;
  readonly label: FigureLabel<R>;
}

/**
 * The parts in which two labels differ; none = the figures may be compared or divided.
 *
 * Basis, discounting (rate and timing too) and risk must be equal. Windows: trailing and forward ones alike when of
 * the same length, so that this quarter compares with the last; life-to-date and chosen ones only when the same.
 */
export function labelDifferences(a: FigureLabel, b: FigureLabel): readonly LabelPart[] {
  const differences: LabelPart[] = [];
  if (a.basis !== b.basis) differences.push('basis');
  if (!isSameDiscounting(a.discounting, b.discounting)) differences.push('discounting');
  if (a.risk !== b.risk) differences.push('risk');
  if (!isLikeWindow(a.window, b.window)) differences.push('window');
  return differences;
}

/** True when two figures speak of the same thing. ROI over unlike windows or labels is never compared. */
export function isComparable(a: FigureLabel, b: FigureLabel): boolean {
  return labelDifferences(a, b).length === 0;
}

function isSameDiscounting(a: Discounting, b: Discounting): boolean {
  if (a.kind === 'pv' && b.kind === 'pv') return a.annualRate === b.annualRate && a.timing === b.timing;
  return a.kind === b.kind;
}

function isLikeWindow(a: FigureWindow, b: FigureWindow): boolean {
  if (a.kind !== b.kind) return false;
  if (a.kind === 'trailing' || a.kind === 'forward') return a.to - a.from === b.to - b.from;
  return a.from === b.from && a.to === b.to;
}

/** A ratio with the label it was made under, or the reason why there is none. */
export type LabelledRatio =
  | { readonly status: 'known'; readonly value: number; readonly label: FigureLabel }
  | Extract<Computed, { status: 'undefined' }>;

/** ROI of a benefit and a cost of the same months, basis, discounting and risk; otherwise `unlike_labels`. */
export function labelledRoi(benefit: Labelled, cost: Labelled): LabelledRatio {
  return ratio(benefit, cost, roi);
}

/** Benefit-cost ratio under the same condition. */
export function labelledBcr(benefit: Labelled, cost: Labelled): LabelledRatio {
  return ratio(benefit, cost, benefitCostRatio);
}

function ratio(
  benefit: Labelled,
  cost: Labelled,
  divide: (benefit: number, cost: number) => Computed,
): LabelledRatio {
  const { window } = benefit.label;
  // Within one ratio windows of the same length are not enough: both sides must be the same months.
  const isSameMonths = window.from === cost.label.window.from && window.to === cost.label.window.to;
  const differences: LabelPart[] = labelDifferences(benefit.label, cost.label).filter(
    (part) => part !== 'window',
  );
  if (!isSameMonths) differences.push('window');
  if (differences.length > 0) return noValue({ code: 'unlike_labels', differences });
  const figure = divide(benefit.amount, cost.amount);
  return figure.status === 'known' ? { ...figure, label: benefit.label } : figure;
}

/** Difference a - b of two ratios, in fractions; refused when their labels differ or one has no value. */
export function compareRatios(a: LabelledRatio, b: LabelledRatio): Computed {
  if (a.status !== 'known') return a;
  if (b.status !== 'known') return b;
  const differences = labelDifferences(a.label, b.label);
  return differences.length > 0
    ? noValue({ code: 'unlike_labels', differences })
    : { status: 'known', value: a.value - b.value };
}
