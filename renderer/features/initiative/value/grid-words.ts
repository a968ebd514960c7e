import type { ValueLine } from '#shared/domain/initiative.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { MEASUREMENT_METHOD_NAMES } from '#shared/domain/value-lines.ts';
import { formatNumber } from '#shared/report/format.ts';
import { formatCount } from '../../../components/counts.ts';
import { cellAmount } from './grid-format.ts';
import type { EditRow } from './grid-model.ts';
import { isMoney } from './grid-model.ts';
import type { RangeStats, StatKind } from './range-stats.ts';
import { rowName } from './write-cells.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** A month in full, as a screen reader says it: "March 2026". */
export function fullMonth(month: MonthIndex): string {
  return `${MONTHS[month % 12] ?? ''} ${Math.floor(month / 12)}`;
}

/** What can be told of one cell. */
export interface CellFacts {
  readonly row: EditRow;
  readonly month: MonthIndex;
  /** "actual", "plan", "forecast". */
  readonly layer: string;
  /** What the cell shows; null = blank. */
  readonly text: string | null;
  /** What a blank is called. */
  readonly blank: string;
  readonly currency: string;
  readonly isLocked: boolean;
}

/** The name of a cell: "Run cost, March 2026, actual, 1,200 EUR". */
export function cellLabel({ row, month, layer, text, blank, currency, isLocked }: CellFacts): string {
  const unit = isMoney(row)
    ? ` ${currency}`
    : row.kind === 'reading' && row.unit !== ''
      ? ` ${row.unit}`
      : '';
  const value = text === null ? (row.kind === 'bound' ? 'no range' : blank) : `${text}${unit}`;
  return `${rowName(row)}, ${fullMonth(month)}, ${layer}, ${value}${isLocked ? ', locked' : ''}`;
}

/** How well an outcome is measured, and what that counts for under the policy; null for a cost. */
export interface EvidenceGrade {
  /** "Log count, 0.8". */
  readonly short: string;
  readonly long: string;
}

/** The evidence grade of a line: its method and the weight the policy gives that method. */
export function evidenceGrade(line: ValueLine, policy: Pick<Policy, 'methodQuality'>): EvidenceGrade | null {
  if (line.kind === 'cost') return null;
  const method = MEASUREMENT_METHOD_NAMES[line.method];
  const weight = formatNumber(policy.methodQuality[line.method]);
  return {
    short: `${method} · ${weight}`,
    long: `Measured by: ${method}. Evidence grade ${weight} of 1 in the policy in force; it weighs the line in the confidence of the value.`,
  };
}

const STAT_NAMES: Readonly<Record<StatKind, string>> = {
  cost: 'Costs',
  outcome: 'Outcomes',
  p10: 'P10',
  p90: 'P90',
  reading: 'Readings',
  attempts: 'Attempts',
  successes: 'Successful tasks',
};

const isMoneyKind = (kind: StatKind) =>
  kind === 'cost' || kind === 'outcome' || kind === 'p10' || kind === 'p90';

/** What a range comes to, in a line: "12 cells, 9 measured, 3 unmeasured. Sum 3,600.00 EUR, average 400.00 EUR". */
export interface RangeWords {
  readonly counts: string;
  readonly sums: readonly string[];
}

/** A range in words. Readings have an average and no sum; kinds are told apart where there are several. */
export function rangeWords(
  stats: RangeStats,
  currency: string,
  words: { readonly blank: string; readonly filled: string },
): RangeWords {
  const blank =
    stats.unmeasured === 0 ? `none ${words.blank}` : `${formatCount(stats.unmeasured)} ${words.blank}`;
  const text = (kind: StatKind, value: number) =>
    isMoneyKind(kind)
      ? `${cellAmount(Math.round(value), currency, true)} ${currency}`
      : formatNumber(Math.round(value * 1e6) / 1e6);
  const sums = stats.kinds.map(({ kind, count, sum }) => {
    const name = stats.kinds.length > 1 ? `${STAT_NAMES[kind]}: ` : '';
    const average = `average ${text(kind, sum / count)}`;
    const said = kind === 'reading' ? average : `sum ${text(kind, sum)}, ${average}`;
    return name === '' ? `${said[0]?.toUpperCase()}${said.slice(1)}` : `${name}${said}`;
  });
  return {
    counts: `${formatCount(stats.cells)} cells, ${formatCount(stats.filled)} ${words.filled}, ${blank}`,
    sums,
  };
}
