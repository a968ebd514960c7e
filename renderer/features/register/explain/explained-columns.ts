import { GAPS } from '#shared/domain/gap.ts';
import type { ColumnId } from '../register-columns.ts';

/** The figures of a row that open to how they came about. */
export const EXPLAINED_COLUMNS = [
  'readiness',
  'value',
  'cost3',
  'net3',
  'closedMonths',
  'gates',
  ...GAPS,
] as const satisfies readonly ColumnId[];
export type ExplainedColumn = (typeof EXPLAINED_COLUMNS)[number];

const explained: ReadonlySet<string> = new Set(EXPLAINED_COLUMNS);

export function isExplained(column: string | undefined): column is ExplainedColumn {
  return column !== undefined && explained.has(column);
}
