import type { CSSProperties } from 'react';
import type { ValueLine } from '#shared/domain/initiative.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { cellAmount } from './grid-format.ts';
import { type CellValues, type ClaimShare, TOTAL_KINDS, type TotalKind, totalOf } from './grid-model.ts';

/** rem: a tabular digit of body text, and the padding of a cell with its mark. */
const DIGIT = 0.48;
const PADDING = 1.25;
const NARROWEST = 3.875;
const NAME = 11;
/** The sums stand at the panel's edge and keep its margin. */
const SUM_EXTRA = 0.5;

/** Room for an amount of this many characters, in rem. */
const widthOf = (characters: number) => Math.max(NARROWEST, characters * DIGIT + PADDING);

/**
 * Widths of the grid as CSS variables: a month is as wide as its longest total asks, so that twelve usual months fit
 * a small screen and large amounts are never cut.
 */
export function columnWidths(
  lines: readonly ValueLine[],
  values: CellValues,
  months: readonly MonthIndex[],
  showsMinor: boolean,
  currency: string,
  share: ClaimShare,
): CSSProperties {
  const length = (shown: readonly MonthIndex[], kind: TotalKind) => {
    const { value } = totalOf(lines, values, shown, kind, share);
    return value === null ? 0 : cellAmount(value, currency, showsMinor).length;
  };
  const cells = lines.flatMap((line) =>
    months.flatMap((month) =>
      [
        values.amount(line.id, month),
        values.bound(line.id, month, 'p10'),
        values.bound(line.id, month, 'p90'),
      ].map((amount) => (amount === null ? 0 : cellAmount(amount, currency, showsMinor).length)),
    ),
  );
  const month = widthOf(
    Math.max(0, ...cells, ...months.flatMap((one) => TOTAL_KINDS.map((kind) => length([one], kind)))),
  );
  const sum = SUM_EXTRA + widthOf(Math.max(0, ...TOTAL_KINDS.map((kind) => length(months, kind))));
  return {
    '--month-width': `${month}rem`,
    '--sum-width': `${sum}rem`,
    '--grid-width': `${NAME + sum + month * months.length}rem`,
  } as CSSProperties;
}
