import type { ValueLine } from '#shared/domain/initiative.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { formatRatio } from '#shared/report/format-ratio.ts';
import { formatMonthSpan } from '../../../components/dates.ts';
import type { ExplainedInput, FigureExplanation } from '../../../components/explained.tsx';
import { formatMoney } from '../../../components/money-words.ts';
import { type CellValues, type ClaimShare, TOTAL_KINDS, type TotalKind, totalOf } from './grid-model.ts';
import type { GridWords } from './layers.ts';

/** The names of the computed rows. */
export const TOTAL_NAMES: Readonly<Record<TotalKind, string>> = {
  cost: 'Cost',
  benefit: 'Claimed benefit',
  net: 'Net value',
};

const FORMULAS: Readonly<Record<TotalKind, string>> = {
  cost: 'sum of the cost lines',
  benefit: 'sum over the outcome lines of amount × realisation × attribution',
  net: 'claimed benefit − cost, where every cost is there',
};

/** Entries of the formula catalogue. */
const FORMULA_IDS: Readonly<Record<TotalKind, string | undefined>> = {
  cost: undefined,
  benefit: 'claimed-share',
  net: 'net-value',
};

/** A computed figure of the grid. */
export interface TotalPlace {
  readonly kind: TotalKind;
  /** Of one month, or of all months shown. */
  readonly months: readonly MonthIndex[];
}

export function isTotalKind(text: string | undefined): text is TotalKind {
  return (TOTAL_KINDS as readonly (string | undefined)[]).includes(text);
}

/** How a computed figure of the grid came about: from its lines, or net from the two figures above it. */
export function totalExplanation(
  { kind, months }: TotalPlace,
  sheet: {
    readonly lines: readonly ValueLine[];
    readonly values: CellValues;
    readonly share: ClaimShare;
    readonly currency: string;
    readonly words: GridWords;
  },
): FigureExplanation {
  const { lines, values, share, currency, words } = sheet;
  const of = (which: TotalKind, some = lines) => totalOf(some, values, months, which, share);
  const money = (value: number | null) => (value === null ? words.blank : formatMoney(value, currency));
  const own = of(kind);
  const inputs: ExplainedInput[] =
    kind === 'net'
      ? (['benefit', 'cost'] as const).map((which) => ({
          name: TOTAL_NAMES[which],
          value: money(of(which).value),
        }))
      : lines
          .filter((line) => (line.kind === 'cost') === (kind === 'cost'))
          .map((line) => ({
            name: line.kind === 'cost' ? line.name : `${line.name}, share ${formatRatio(share(line))}`,
            value: money(of(kind, [line]).value),
          }));
  return {
    name: `${TOTAL_NAMES[kind]}, ${formatMonthSpan(months)}`,
    label: `${words.layer}, undiscounted; ${own.measured} of ${own.expected} values ${words.filled}`,
    formula: FORMULAS[kind],
    inputs: [...inputs, { name: TOTAL_NAMES[kind], value: money(own.value) }],
    note:
      own.value === null && kind === 'net'
        ? 'A cost that is not there would flatter it, so there is none.'
        : own.measured < own.expected
          ? 'What is not there is left out, never zero.'
          : null,
    places: [{ name: 'The policy', href: '/policy' }],
    formulaId: FORMULA_IDS[kind],
  };
}
