import type { Input } from '#shared/api/contract.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { RESTATED_FIGURES, type RestatedFigure } from '#shared/domain/restatement.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { isActiveIn } from '#shared/finance/tracking.ts';
import { amountText, parseAmount, parseReading } from '#shared/report/parse-amount.ts';

/** One figure of the month: a line's amount, or a count. */
export interface RestateRow {
  readonly key: string;
  readonly name: string;
  /** As one would type it; '' = unmeasured. */
  readonly stands: string;
  readonly of: { readonly lineId: string } | { readonly figure: RestatedFigure };
}

export const FIGURE_NAMES: Readonly<Record<RestatedFigure, string>> = {
  reading: 'Reading of the success metric',
  attempts: 'Attempts',
  successes: 'Successes',
};

/** Every figure of a closed month as it stands; of a line that did not run in the month only one that is there. */
export function restateRows(detail: InitiativeDetail, month: MonthIndex): readonly RestateRow[] {
  const { lines, values, readings, unitCounts, currency } = detail;
  const amounts = new Map(
    values.filter((one) => one.month === month).map(({ lineId, amount }) => [lineId, amount]),
  );
  const counts = unitCounts.find((one) => one.month === month);
  const figures: Readonly<Record<RestatedFigure, number | null>> = {
    reading: readings.find((one) => one.month === month)?.value ?? null,
    attempts: counts?.attempts ?? null,
    successes: counts?.successes ?? null,
  };
  return [
    ...lines
      .filter((line) => isActiveIn(line, month) || amounts.has(line.id))
      .map((line) => ({
        key: line.id,
        name: line.name,
        stands: moneyText(amounts.get(line.id) ?? null, currency),
        of: { lineId: line.id },
      })),
    ...RESTATED_FIGURES.map((figure) => ({
      key: figure,
      name: FIGURE_NAMES[figure],
      stands: figures[figure] === null ? '' : String(figures[figure]),
      of: { figure },
    })),
  ];
}

function moneyText(amount: MinorUnits | null, currency: string): string {
  return amount === null ? '' : amountText(amount, currency).replace(/\.0+$/, '');
}

/** A figure as one would type it, its thousands grouped as everywhere else. */
export function grouped(figure: string): string {
  return figure.replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ','));
}

/** What was typed, by row; a row that was not touched is absent. */
export interface RestateDraft {
  readonly month: MonthIndex;
  readonly typed: Readonly<Record<string, string>>;
  readonly reason: string;
}

/**
 * The month a form begins with: the wanted one while it may be restated, else the newest.
 * @param months closed months, newest first; not empty
 */
export function firstMonth(months: readonly MonthIndex[], wanted: MonthIndex | undefined): MonthIndex {
  return wanted !== undefined && months.includes(wanted) ? wanted : (months[0] as MonthIndex);
}

export interface RestateReading {
  /** What is wrong, by row key; and `reason`, `nothing` for the whole. */
  readonly problems: Readonly<Record<string, string>>;
  /** The correction, or null while something is wrong. */
  readonly restatement: Omit<Input<'restateMonth'>, 'initiativeId'> | null;
}

/** Reads a form: only what differs from what stands is corrected. */
export function readRestatement(
  rows: readonly RestateRow[],
  draft: RestateDraft,
  currency: string,
): RestateReading {
  const problems: Record<string, string> = {};
  const amounts: { lineId: string; amount: MinorUnits | null }[] = [];
  const figures: { figure: RestatedFigure; value: number | null }[] = [];
  for (const { key, stands, of } of rows) {
    const text = draft.typed[key];
    if (text === undefined || text.trim() === stands) continue;
    if ('lineId' in of) {
      const read = parseAmount(text, currency);
      if (!read.ok) problems[key] = read.problem.text;
      else if (moneyText(read.value, currency) !== stands) amounts.push({ ...of, amount: read.value });
    } else {
      const read = parseReading(text);
      if (!read.ok) problems[key] = read.problem.text;
      else if ((read.value === null ? '' : String(read.value)) !== stands)
        figures.push({ ...of, value: read.value });
    }
  }
  if (draft.reason.trim() === '') problems.reason = 'Say why: the reason is kept beside the month.';
  if (Object.keys(problems).length === 0 && amounts.length + figures.length === 0)
    problems.nothing = 'Every figure is as it stands. Change the ones that were wrong.';
  if (Object.keys(problems).length > 0) return { problems, restatement: null };
  return { problems, restatement: { month: draft.month, reason: draft.reason.trim(), amounts, figures } };
}
