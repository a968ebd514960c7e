import type { StatementFigure } from '#shared/api/schemas/views.ts';
import { formatNumber } from '#shared/report/format.ts';
import { formatCount } from '../../../components/counts.ts';
import { formatMoney } from '../../../components/money-words.ts';

export const STATEMENT_GROUPS = ['net_value', 'return', 'payback', 'unit', 'tracking'] as const;

export const STATEMENT_GROUP_NAMES: Readonly<Record<StatementFigure['group'], string>> = {
  net_value: 'Net value',
  return: 'Return',
  payback: 'Payback',
  unit: 'Per unit',
  tracking: 'Against plan and forecast',
};

const SPACE = '\u00a0';

/** One number of a statement in its kind, with its unit. */
export function statementNumber(value: number, kind: StatementFigure['kind'], currency: string): string {
  switch (kind) {
    case 'money':
      return formatMoney(value, currency);
    case 'ratio':
      return formatNumber(Math.round(value * 1000) / 1000);
    case 'percent':
      return `${formatNumber(Math.round(value * 1000) / 10)}${SPACE}%`;
    case 'months': {
      const months = Math.round(value * 10) / 10;
      return `${formatNumber(months)}${SPACE}${months === 1 ? 'month' : 'months'}`;
    }
    case 'count':
      return Number.isInteger(value) ? formatCount(value) : formatNumber(value);
  }
}

/** Every number of a figure: the one it has, and all others it might be read as. Empty when there is none. */
export function statementNumbers(figure: StatementFigure, currency: string): readonly string[] {
  const others = figure.also.filter((value) => value !== figure.value);
  const all = figure.value === null ? others : [figure.value, ...others];
  return all.map((value) => statementNumber(value, figure.kind, currency));
}

/** Figures by group, in the order of the groups; empty groups are left out. */
export function statementGroups(
  figures: readonly StatementFigure[],
): readonly { readonly group: StatementFigure['group']; readonly figures: readonly StatementFigure[] }[] {
  return STATEMENT_GROUPS.map((group) => ({
    group,
    figures: figures.filter((figure) => figure.group === group),
  })).filter((one) => one.figures.length > 0);
}
