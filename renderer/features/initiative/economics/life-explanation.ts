import { formatMonthName } from '../../../components/dates.ts';
import type { FigureExplanation } from '../../../components/explained.tsx';
import { formatMoney } from '../../../components/money-words.ts';
import type { LifePoint } from './life-series.ts';

/** The figures of a month in the table of the cumulative net value. */
export type LifeColumn = Exclude<keyof LifePoint, 'month'>;

const LABELS: Readonly<Record<LifeColumn, string>> = {
  actual: 'actual, undiscounted, from first spend on',
  ahead: 'actual, then forecast with every driver at its P50, undiscounted',
  p10: 'actual, then forecast, P10 of the draws, undiscounted',
  p50: 'actual, then forecast, median of the draws, undiscounted',
  p90: 'actual, then forecast, P90 of the draws, undiscounted',
};

const SO_FAR = 'Closed months so far';

/**
 * How the cumulative net value of a month came about: from the month before and what this one adds, or from what was
 * reached so far and the draws' cumulative value ahead.
 */
export function lifeExplanation(
  points: readonly LifePoint[],
  row: number,
  column: LifeColumn,
  of: { readonly initiativeId: string; readonly currency: string },
): FigureExplanation {
  const { month, [column]: value } = points[row] as LifePoint;
  const money = (minor: number) => formatMoney(Math.round(minor), of.currency);
  const name = `Cumulative net value, ${formatMonthName(month)}`;
  const label = LABELS[column];
  if (value === null) return { name, label, note: 'It has none in this month.' };
  const reached = points.findLast((point) => point.actual !== null)?.actual ?? 0;
  const before = points.slice(0, row).findLast((point) => point[column] !== null);
  const model = { name: 'The forward model', href: `/initiative/${of.initiativeId}/forward` };
  const result = { name: 'In all', value: money(value) };
  if (column === 'actual') {
    const start = before?.actual ?? 0;
    return {
      name,
      label,
      formula: 'up to the month before + claimed benefit − cost of the month',
      inputs: [
        ...(before === undefined
          ? []
          : [{ name: `Up to ${formatMonthName(before.month)}`, value: money(start) }]),
        { name: `Net value of ${formatMonthName(month)}`, value: money(value - start) },
        result,
      ],
      formulaId: 'net-value',
    };
  }
  if (column === 'ahead') {
    const start = before?.ahead ?? reached;
    return {
      name,
      label,
      formula: 'up to the month before + net value of the month with every driver at its P50',
      inputs: [
        {
          name: before === undefined ? SO_FAR : `Up to ${formatMonthName(before.month)}`,
          value: money(start),
        },
        { name: `Net value of ${formatMonthName(month)}`, value: money(value - start) },
        result,
      ],
      places: [model],
      formulaId: 'monthly-amounts',
    };
  }
  const share = column.toUpperCase();
  return {
    name,
    label,
    formula: `closed months so far + ${share} of the net value from then to the month, over the draws`,
    inputs: [
      { name: SO_FAR, value: money(reached) },
      { name: `${share} from then on`, value: money(value - reached) },
      result,
    ],
    places: [model],
    formulaId: 'chart-band',
  };
}
