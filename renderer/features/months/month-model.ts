import type { Input } from '#shared/api/contract.ts';
import type { MonthInitiative, MonthLine, MonthSheet } from '#shared/api/schemas/bulk.ts';
import { addMonths, lastDayOf, monthOf, parseMonth } from '#shared/domain/calendar.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { type AmountProblem, amountText, parseAmount } from '#shared/report/parse-amount.ts';

/** What was typed or pasted and is not kept yet, by line. */
export type Draft = ReadonlyMap<string, string>;

/** The rows from top to bottom: each initiative, then its lines. */
export type SheetRow =
  | { readonly type: 'initiative'; readonly initiative: MonthInitiative }
  | { readonly type: 'line'; readonly initiative: MonthInitiative; readonly line: MonthLine };

/** The initiatives a month is entered for: those chosen, or all in work; without lines there is nothing to enter. */
export function inScope(sheet: MonthSheet, chosen: ReadonlySet<string> | null): readonly MonthInitiative[] {
  return sheet.initiatives.filter(
    (one) => one.lines.length > 0 && (chosen === null ? one.stage !== 'retired' : chosen.has(one.id)),
  );
}

/** The rows of these initiatives. */
export function sheetRows(initiatives: readonly MonthInitiative[]): readonly SheetRow[] {
  return initiatives.flatMap((initiative): SheetRow[] => [
    { type: 'initiative', initiative },
    ...initiative.lines.map((line): SheetRow => ({ type: 'line', initiative, line })),
  ]);
}

/** An amount as one would type it: no cents where there are none; '' = unmeasured. */
export function typedText(amount: MinorUnits | null, currency: string): string {
  return amount === null ? '' : amountText(amount, currency).replace(/\.0+$/, '');
}

export type LineReading =
  | { readonly ok: true; readonly amount: MinorUnits | null; readonly isChanged: boolean }
  | { readonly ok: false; readonly problem: AmountProblem };

/** What a line would hold once the draft is kept. In a closed month what stands, whatever was typed. */
export function readLine(line: MonthLine, isClosed: boolean, draft: Draft, currency: string): LineReading {
  const text = draft.get(line.lineId);
  if (text === undefined || isClosed) return { ok: true, amount: line.amount, isChanged: false };
  const read = parseAmount(text, currency);
  if (!read.ok) return read;
  return { ok: true, amount: read.value, isChanged: read.value !== line.amount };
}

/** What stands of a month once the draft is kept. */
export interface MonthState {
  readonly lines: number;
  readonly measured: number;
  readonly changed: number;
  /** Lines whose text is no amount. */
  readonly problems: readonly { readonly lineId: string; readonly where: string; readonly text: string }[];
  readonly closed: number;
  /** Initiatives that can be closed, by id, with their lines that would stay unmeasured. */
  readonly open: ReadonlyMap<string, { readonly lines: number; readonly unmeasured: number }>;
}

/** Counts what the screen says about the month as a whole. */
export function monthState(
  initiatives: readonly MonthInitiative[],
  draft: Draft,
  currency: string,
): MonthState {
  let [lines, measured, changed, closed] = [0, 0, 0, 0];
  const problems: { lineId: string; where: string; text: string }[] = [];
  const open = new Map<string, { lines: number; unmeasured: number }>();
  for (const one of initiatives) {
    let unmeasured = 0;
    for (const line of one.lines) {
      const read = readLine(line, one.isClosed, draft, currency);
      lines += 1;
      if (!read.ok) {
        problems.push({ lineId: line.lineId, where: `${one.name}, ${line.name}`, text: read.problem.text });
        unmeasured += 1;
        continue;
      }
      if (read.amount === null) unmeasured += 1;
      else measured += 1;
      if (read.isChanged) changed += 1;
    }
    if (one.isClosed) closed += 1;
    else open.set(one.id, { lines: one.lines.length, unmeasured });
  }
  return { lines, measured, changed, problems, closed, open };
}

/**
 * The initiatives that closing takes: those a person ticked or unticked as they said, of the others those with at
 * least one amount. A month nobody measured is rarely meant to be closed.
 */
export function closingIds(state: MonthState, ticks: ReadonlyMap<string, boolean>): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [id, { lines, unmeasured }] of state.open) {
    if (ticks.get(id) ?? unmeasured < lines) ids.add(id);
  }
  return ids;
}

/** The call that keeps the draft, closing `closing` with it; initiatives of which nothing changes are left out. */
export function monthEntries(
  initiatives: readonly MonthInitiative[],
  draft: Draft,
  currency: string,
  closing: ReadonlySet<string>,
): Input<'enterMonth'>['entries'] {
  return initiatives.flatMap((one) => {
    if (one.isClosed) return [];
    const cells = one.lines.flatMap((line) => {
      const read = readLine(line, false, draft, currency);
      return read.ok && read.isChanged ? [{ lineId: line.lineId, amount: read.amount }] : [];
    });
    const isClosing = closing.has(one.id);
    return cells.length > 0 || isClosing ? [{ initiativeId: one.id, cells, isClosing }] : [];
  });
}

/** The last month that is over on a day; the day's own month on its last day. */
export function lastWholeMonth(asOf: IsoDate): MonthIndex {
  const month = monthOf(asOf);
  return asOf === lastDayOf(month) ? month : addMonths(month, -1);
}

const MONTHS_BACK = 35;

/** The months to choose from, newest first: the one of the day and three years back, and the one asked for. */
export function monthChoices(asOf: IsoDate, wanted: MonthIndex): readonly MonthIndex[] {
  const newest = monthOf(asOf);
  const months = Array.from({ length: MONTHS_BACK + 1 }, (_, i) => addMonths(newest, -i));
  return months.includes(wanted) ? months : [...months, wanted].sort((a, b) => b - a);
}

/** What an address asks for: `?month=2026-09&ids=a,b`. */
export interface MonthAddress {
  readonly month: MonthIndex | null;
  readonly ids: ReadonlySet<string> | null;
}

/** Reads the address of the screen; what is none is left out. */
export function readMonthAddress(search: string): MonthAddress {
  const params = new URLSearchParams(search);
  const ids = params.get('ids');
  return {
    month: parseMonth(params.get('month') ?? '') ?? null,
    ids: ids === null ? null : new Set(ids.split(',').filter((id) => /^[A-Za-z0-9_-]{1,64}$/.test(id))),
  };
}
