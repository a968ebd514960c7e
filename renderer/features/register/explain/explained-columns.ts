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
/** Figures of an initiative that other tables show, as the map does its cost a month. */
const ELSEWHERE = ['monthlyCost'] as const;
export type ExplainedColumn = (typeof EXPLAINED_COLUMNS | typeof ELSEWHERE)[number];

const explained: ReadonlySet<string> = new Set([...EXPLAINED_COLUMNS, ...ELSEWHERE]);

export function isExplained(column: string | undefined): column is ExplainedColumn {
  return column !== undefined && explained.has(column);
}
