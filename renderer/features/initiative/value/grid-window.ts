import { addMonths } from '#shared/domain/calendar.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import type { PlacedSelection } from './grid-selection.ts';
import { LAYERS, type ValueLayer } from './layers.ts';

/** What stays while one looks at another layer: the months shown and the cell one was in. */
export interface GridMemory {
  selection: PlacedSelection | null;
  span: number;
  readonly ends: Map<ValueLayer, MonthIndex>;
}

/** How many months can be shown. */
export const SPANS = [6, 12, 18, 24, 36, 60, 120] as const;

/** Nothing looked at yet: a year. */
export function newGridMemory(): GridMemory {
  return { selection: null, span: 12, ends: new Map() };
}

/**
 * The last month a layer shows: where one left it, at first the as-of month, and for plans and forecasts, which look
 * ahead, half a year later. Moved just so far that the month of the cell one comes from is among them.
 */
export function windowEnd(
  { selection, span, ends }: Pick<GridMemory, 'selection' | 'span' | 'ends'>,
  layer: ValueLayer,
  asOf: MonthIndex,
): MonthIndex {
  const end = ends.get(layer) ?? (layer === LAYERS[0] ? asOf : addMonths(asOf, 6));
  const month = selection?.layout.months[selection.active.col];
  if (month === undefined) return end;
  if (month > end) return month;
  const first = addMonths(end, 1 - span);
  return month < first ? addMonths(month, span - 1) : end;
}
