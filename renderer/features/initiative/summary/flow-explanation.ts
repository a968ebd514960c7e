import type { Explanation } from '#shared/decision/explanation.ts';
import { monthOf } from '#shared/domain/calendar.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatShare } from '#shared/report/format.ts';
import { formatCount } from '../../../components/counts.ts';
import { formatMonthName } from '../../../components/dates.ts';
import type { FigureExplanation } from '../../../components/explained.tsx';
import { formatMoney } from '../../../components/money-words.ts';

/** The figures of a month in the table of the cumulative net value ahead. */
export type FlowColumn = 'p10' | 'p50' | 'p90' | 'atP50' | 'paid';

/** How a figure of the cumulative net value ahead came about. */
export function flowExplanation(
  explanation: Explanation,
  row: number,
  column: FlowColumn,
  currency: string,
): FigureExplanation {
  const { flow, paybackBy, asOf, initiativeId, draws, seed } = explanation;
  const point = flow[row] as Explanation['flow'][number];
  const start = monthOf(asOf);
  const month = (start + point.month) as MonthIndex;
  const common = {
    source: draws === null ? null : `${formatCount(draws)} draws, seed ${seed}`,
    places: [{ name: 'The forward model', href: `/initiative/${initiativeId}/forward` }],
  };
  if (column === 'paid') {
    const probability = paybackBy.find((one) => one.month === month)?.probability;
    return {
      ...common,
      name: `P(paid back), ${formatMonthName(month)}`,
      label: 'share of draws, actual and forecast, undiscounted',
      formula: 'draws in which everything since first spend is back by the month, and stays / all draws',
      inputs: [
        { name: 'P(paid back)', value: probability === undefined ? 'not told' : formatShare(probability) },
      ],
      formulaId: 'payback-probability',
    };
  }
  const money = (minor: number) => formatMoney(Math.round(minor), currency);
  const span = `${formatMonthName(start)} to ${formatMonthName(month)}`;
  const name = `Cumulative net value, ${formatMonthName(month)}`;
  if (column === 'atP50') {
    const before = flow[row - 1];
    return {
      name,
      label: 'forecast, every driver at its P50, undiscounted',
      formula: `benefit − cost + settled by stopping, summed over ${span}`,
      inputs: [
        ...(before === undefined ? [] : [{ name: 'Up to the month before', value: money(before.atP50) }]),
        { name: 'This month', value: money(point.atP50 - (before?.atP50 ?? 0)) },
        { name: 'In all', value: money(point.atP50) },
      ],
      places: common.places,
      formulaId: 'chart-band',
    };
  }
  const share = column.toUpperCase();
  return {
    ...common,
    name,
    label: `forecast, ${share} over the draws, undiscounted`,
    formula: `${share} over the draws of benefit − cost + settled by stopping, summed over ${span}`,
    inputs: [{ name: share, value: money(point[column]) }],
    formulaId: 'chart-band',
  };
}
