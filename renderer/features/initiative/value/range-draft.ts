import type { Input } from '#shared/api/contract.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { BOUND_NAMES, BOUNDS, type Bound, type CellValues, type RangeEnds } from './grid-model.ts';
import type { CellProblem, CellWrite } from './write-cells.ts';

/**
 * Ends of ranges that are not complete, by line and month: a range is kept once there are P10, P50 and P90. Until
 * then what was written of it is on this page alone.
 */
export type RangeDraft = ReadonlyMap<string, RangeEnds>;

const keyOf = (lineId: string, month: MonthIndex) => `${lineId}\n${month}`;

type ForecastCell = Input<'setForecastValues'>['cells'][number];

export type ForecastStep =
  | { readonly ok: true; readonly cells: ForecastCell[]; readonly draft: RangeDraft }
  | { readonly ok: false; readonly problems: readonly CellProblem[] };

interface Touched {
  readonly lineId: string;
  readonly month: MonthIndex;
  readonly writes: CellWrite[];
}

function touchedBy(writes: readonly CellWrite[]): readonly Touched[] {
  const touched = new Map<string, Touched>();
  for (const write of writes) {
    if (write.row.kind !== 'line' && write.row.kind !== 'bound') continue;
    const lineId = write.row.line.id;
    const one = touched.get(keyOf(lineId, write.month)) ?? { lineId, month: write.month, writes: [] };
    one.writes.push(write);
    touched.set(keyOf(lineId, write.month), one);
  }
  return [...touched.values()];
}

/**
 * What forecasts to keep after some cells were written, and which ranges stay unfinished on the page. All or nothing:
 * a P10 above its P50, or a P90 below, is refused by cell.
 * @param values what the grid shows, unfinished ranges included
 */
export function forecastStep(
  writes: readonly CellWrite[],
  values: CellValues,
  draft: RangeDraft,
): ForecastStep {
  const cells: ForecastCell[] = [];
  const problems: CellProblem[] = [];
  const next = new Map(draft);
  for (const { lineId, month, writes: own } of touchedBy(writes)) {
    const written = (kind: 'line' | Bound): CellWrite | undefined =>
      own.find(({ row }) => (row.kind === 'bound' ? row.bound === kind : kind === 'line'));
    const wanted = (kind: 'line' | Bound): MinorUnits | null => {
      const write = written(kind);
      if (write !== undefined) return write.value as MinorUnits | null;
      return kind === 'line' ? values.amount(lineId, month) : values.bound(lineId, month, kind);
    };
    const amount = wanted('line');
    const ends = { p10: wanted('p10'), p90: wanted('p90') };
    for (const bound of BOUNDS) {
      const end = ends[bound];
      if (end === null || amount === null) continue;
      if (bound === 'p10' ? end <= amount : end >= amount) continue;
      const write = written(bound) ?? own[0];
      problems.push({
        place: write?.place ?? null,
        text: `The ${BOUND_NAMES[bound]} would lie ${bound === 'p10' ? 'above' : 'below'} the forecast. Write both, or clear the range first.`,
      });
    }
    const isComplete = amount !== null && ends.p10 !== null && ends.p90 !== null;
    const hasSome = ends.p10 !== null || ends.p90 !== null;
    if (hasSome && !isComplete) next.set(keyOf(lineId, month), { lineId, month, ...ends });
    else next.delete(keyOf(lineId, month));

    const before = keptAt(values, draft, lineId, month);
    const range = isComplete ? { p10: ends.p10 as MinorUnits, p90: ends.p90 as MinorUnits } : null;
    const isSameRange = before.range?.p10 === range?.p10 && before.range?.p90 === range?.p90;
    if (before.amount === amount && isSameRange) continue;
    // Without an amount there is no range: taking the amount away takes both.
    cells.push(amount === null || isSameRange ? { lineId, month, amount } : { lineId, month, amount, range });
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, cells, draft: next };
}

/** What the file holds at a place: ends in the draft are not in it. */
function keptAt(values: CellValues, draft: RangeDraft, lineId: string, month: MonthIndex) {
  const amount = values.amount(lineId, month);
  const [p10, p90] = [values.bound(lineId, month, 'p10'), values.bound(lineId, month, 'p90')];
  const isKept = !draft.has(keyOf(lineId, month)) && p10 !== null && p90 !== null;
  return { amount, range: isKept ? { p10, p90 } : null };
}

/**
 * The unfinished ranges that still are: once the file holds a range there, read back or brought back by undo, that one
 * counts.
 */
export function unfinished(draft: RangeDraft, kept: readonly RangeEnds[]): RangeDraft {
  if (draft.size === 0) return draft;
  const done = new Set(kept.map((range) => keyOf(range.lineId, range.month)));
  return new Map([...draft].filter(([key]) => !done.has(key)));
}
