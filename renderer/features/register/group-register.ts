import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { STAGE_NAMES, STAGES } from '#shared/domain/stage.ts';
import { VERDICTS } from '#shared/domain/verdict.ts';
import type { ColumnId } from './register-columns.ts';
import { VERDICT_FILTER_NAMES } from './register-facets.ts';
import { type GroupBy, verdictFilterOf } from './register-query.ts';

/** Money columns whose sums mean something: amounts of one currency, and expected values, which add up. */
export const SUMMED_COLUMNS = ['value', 'cost3', 'net3'] as const satisfies readonly ColumnId[];
export type SummedColumn = (typeof SUMMED_COLUMNS)[number];

export interface Subtotal {
  /** Minor units, over the measured; null when none is. */
  readonly sum: number | null;
  readonly measured: number;
}

/** A heading over the rows of one value. */
export interface RegisterGroup {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly subtotals: Readonly<Record<SummedColumn, Subtotal>>;
  readonly isCollapsed: boolean;
}

/** A line of the register: an initiative, or the heading of a group. */
export type RegisterItem = RegisterRow | RegisterGroup;

export function isGroup(item: RegisterItem): item is RegisterGroup {
  return 'subtotals' in item;
}

/** What keeps an item apart from all others. */
export function itemKey(item: RegisterItem): string {
  return isGroup(item) ? `group:${item.key}` : item.id;
}

export const GROUP_NAMES: Readonly<Record<GroupBy, string>> = {
  stage: 'Stage',
  unit: 'Unit',
  owner: 'Business owner',
  verdict: 'Verdict',
};

const keyOf: Readonly<Record<GroupBy, (row: RegisterRow) => string>> = {
  stage: (row) => row.stage,
  unit: (row) => row.unit.trim(),
  owner: (row) => row.businessOwner.trim(),
  verdict: verdictFilterOf,
};

const VERDICT_ORDER: readonly string[] = [...VERDICTS, 'computing', 'none'];
const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

function nameOf(by: GroupBy, key: string): string {
  if (by === 'stage') return STAGE_NAMES[key as keyof typeof STAGE_NAMES];
  if (by === 'verdict') return VERDICT_FILTER_NAMES[key as keyof typeof VERDICT_FILTER_NAMES];
  if (key !== '') return key;
  return by === 'unit' ? 'No unit' : 'No business owner';
}

/** Closed lists in their own order, names as people order them, the unnamed last. */
function compareKeys(by: GroupBy, a: string, b: string): number {
  if (by === 'stage') return STAGES.indexOf(a as never) - STAGES.indexOf(b as never);
  if (by === 'verdict') return VERDICT_ORDER.indexOf(a) - VERDICT_ORDER.indexOf(b);
  return Number(a === '') - Number(b === '') || collator.compare(a, b) || (a < b ? -1 : 1);
}

/** The sum of one money column over rows; the unmeasured are counted, not taken for zero. */
export function subtotalOf(rows: readonly RegisterRow[], column: SummedColumn): Subtotal {
  let sum = 0;
  let measured = 0;
  for (const row of rows) {
    const value = row[column];
    if (value === null) continue;
    sum += value;
    measured += 1;
  }
  return { sum: measured === 0 ? null : sum, measured };
}

/** The rows under the headings of their groups, in their order within each; those of collapsed groups are left out. */
export function groupRegister(
  rows: readonly RegisterRow[],
  by: GroupBy | null,
  collapsed: ReadonlySet<string>,
): readonly RegisterItem[] {
  if (by === null) return rows;
  const groups = new Map<string, RegisterRow[]>();
  for (const row of rows) {
    const key = keyOf[by](row);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [row]);
    else members.push(row);
  }
  const items: RegisterItem[] = [];
  for (const key of [...groups.keys()].sort((a, b) => compareKeys(by, a, b))) {
    const members = groups.get(key) as RegisterRow[];
    const isCollapsed = collapsed.has(`${by}:${key}`);
    items.push({
      key: `${by}:${key}`,
      name: nameOf(by, key),
      count: members.length,
      subtotals: {
        value: subtotalOf(members, 'value'),
        cost3: subtotalOf(members, 'cost3'),
        net3: subtotalOf(members, 'net3'),
      },
      isCollapsed,
    });
    if (!isCollapsed) for (const row of members) items.push(row);
  }
  return items;
}
