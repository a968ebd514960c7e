import { COLUMN_IDS, type ColumnId, type RegisterColumn } from './register-columns.ts';

/** How a person arranged the columns. */
export interface ColumnLayout {
  /** Every column once. */
  readonly order: readonly ColumnId[];
  readonly hidden: readonly ColumnId[];
  /** Stand first and stay in view, in the order of `order`. */
  readonly pinned: readonly ColumnId[];
  /** rem, of the columns a person resized. */
  readonly widths: Readonly<Partial<Record<ColumnId, number>>>;
}

export const DEFAULT_LAYOUT: ColumnLayout = { order: COLUMN_IDS, hidden: [], pinned: ['name'], widths: {} };

/** rem. */
const MIN_WIDTH = 2.5;
const MAX_WIDTH = 60;
/** rem, one press of a key. */
export const WIDTH_STEP = 0.5;

const isColumn = (value: unknown): value is ColumnId =>
  typeof value === 'string' && (COLUMN_IDS as readonly string[]).includes(value);

const columnsIn = (value: unknown): ColumnId[] =>
  Array.isArray(value) ? [...new Set(value.filter(isColumn))] : [];

/**
 * A layout from whatever was kept: unknown columns are left out, columns it does not know of stand where they do by
 * default, the name is never hidden. Anything that is no layout is the default one.
 */
export function readColumnLayout(stored: unknown): ColumnLayout {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return DEFAULT_LAYOUT;
  const source = stored as Readonly<Record<string, unknown>>;
  const order = columnsIn(source.order);
  for (const [place, id] of COLUMN_IDS.entries()) {
    if (order.includes(id)) continue;
    const before = COLUMN_IDS.slice(0, place).findLast((one) => order.includes(one));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  }
  const widths: Partial<Record<ColumnId, number>> = {};
  const kept = typeof source.widths === 'object' && source.widths !== null ? source.widths : {};
  for (const [id, width] of Object.entries(kept)) {
    if (isColumn(id) && typeof width === 'number' && Number.isFinite(width)) widths[id] = clampWidth(width);
  }
  return {
    order,
    hidden: columnsIn(source.hidden).filter((id) => id !== 'name'),
    pinned: Array.isArray(source.pinned) ? columnsIn(source.pinned) : DEFAULT_LAYOUT.pinned,
    widths,
  };
}

const clampWidth = (rem: number) => Math.round(Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, rem)) * 100) / 100;

/** The order people see: the pinned first, hidden ones in their places. */
export function listedColumns(layout: ColumnLayout): readonly ColumnId[] {
  const isPinned = (id: ColumnId) => layout.pinned.includes(id);
  return [...layout.order.filter(isPinned), ...layout.order.filter((id) => !isPinned(id))];
}

/** The layout with a column shown or hidden; the name stays. */
export function withShown(layout: ColumnLayout, id: ColumnId, isShown: boolean): ColumnLayout {
  const hidden = layout.hidden.filter((one) => one !== id);
  return { ...layout, hidden: isShown || id === 'name' ? hidden : [...hidden, id] };
}

/** The layout with a column pinned or let go. */
export function withPinned(layout: ColumnLayout, id: ColumnId, isPinned: boolean): ColumnLayout {
  const pinned = layout.pinned.filter((one) => one !== id);
  return { ...layout, pinned: isPinned ? [...pinned, id] : pinned };
}

/** The layout with a column this wide, in rem; null = as it comes. */
export function withWidth(layout: ColumnLayout, id: ColumnId, rem: number | null): ColumnLayout {
  const { [id]: _, ...widths } = layout.widths;
  return { ...layout, widths: rem === null ? widths : { ...widths, [id]: clampWidth(rem) } };
}

/**
 * The layout with a column moved to stand before or after another, both in the listed order. Between the pinned it
 * becomes pinned, elsewhere it is let go: where it was put is where it stands.
 */
export function withMoved(
  layout: ColumnLayout,
  id: ColumnId,
  target: ColumnId,
  side: 'before' | 'after',
): ColumnLayout {
  if (id === target) return layout;
  const order = listedColumns(layout).filter((one) => one !== id);
  order.splice(order.indexOf(target) + (side === 'after' ? 1 : 0), 0, id);
  return withPinned({ ...layout, order }, id, layout.pinned.includes(target));
}

/** The layout with a column one place further among its like: the pinned among the pinned, hidden ones passed over. */
export function withStep(layout: ColumnLayout, id: ColumnId, step: -1 | 1): ColumnLayout {
  const isPinned = layout.pinned.includes(id);
  const like = listedColumns(layout).filter(
    (one) => one === id || (layout.pinned.includes(one) === isPinned && !layout.hidden.includes(one)),
  );
  const target = like[like.indexOf(id) + step];
  return target === undefined ? layout : withMoved(layout, id, target, step === 1 ? 'after' : 'before');
}

/** The layout with a column one place further in the list, which crosses from the pinned to the others and back. */
export function withStepAmongAll(layout: ColumnLayout, id: ColumnId, step: -1 | 1): ColumnLayout {
  const list = listedColumns(layout);
  const target = list[list.indexOf(id) + step];
  return target === undefined ? layout : withMoved(layout, id, target, step === 1 ? 'after' : 'before');
}

/** A column where it stands. */
export interface PlacedColumn {
  readonly column: RegisterColumn;
  /** px. */
  readonly width: number;
  /** px from the left edge of the rows. */
  readonly left: number;
  /** Stays in view while the others scroll under it. */
  readonly isPinned: boolean;
  /** The last of the pinned: a line parts it from what scrolls. */
  readonly isEdge: boolean;
}

/** More than this share of the room is never pinned: something must be left to scroll. */
const MOST_PINNED = 0.65;

/** A shown column with its width before room is shared out. */
export interface ShownColumn {
  readonly column: RegisterColumn;
  /** rem. */
  readonly width: number;
  readonly isPinned: boolean;
  readonly isResized: boolean;
}

/**
 * Where the shown columns stand. Room left over goes to the columns that can use it and were not resized.
 * @param room px between the edges of the table.
 * @param rem px of 1 rem.
 * @param lead px before the first column.
 */
export function placeColumns(
  shown: readonly ShownColumn[],
  room: number,
  rem: number,
  lead = 0,
): readonly PlacedColumn[] {
  const base = shown.map(({ width }) => Math.round(width * rem));
  const growth = shown.map(({ column, isResized }) => (isResized ? 0 : column.growth));
  const left = Math.max(0, room - lead - base.reduce((sum, width) => sum + width, 0));
  const shares = growth.reduce((sum, share) => sum + share, 0);
  let at = lead;
  let isStillPinned = true;
  const placed = shown.map(({ column, isPinned }, index) => {
    const extra = shares === 0 ? 0 : Math.floor((left * (growth[index] as number)) / shares);
    const width = (base[index] as number) + extra;
    isStillPinned &&= isPinned && (index === 0 || at + width <= room * MOST_PINNED);
    const place = { column, width, left: at, isPinned: isStillPinned };
    at += width;
    return place;
  });
  return placed.map((one, index) => ({
    ...one,
    isEdge: one.isPinned && placed[index + 1]?.isPinned !== true,
  }));
}
