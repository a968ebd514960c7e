/** How a column is stored; a question mark allows NULL. Booleans are integers 0 and 1. */
export type ColumnKind = 'text' | 'text?' | 'integer' | 'integer?' | 'real' | 'real?';

/** Tables that name their initiative and have rows of other tables under them. */
export const PARENT_TABLES = [
  'assessment',
  'value_line',
  'driver',
  'scope',
  'plan_version',
  'restatement',
] as const;
export type ParentTable = (typeof PARENT_TABLES)[number];

export interface TableSpec {
  readonly columns: Readonly<Record<string, ColumnKind>>;
  readonly key: readonly string[];
  /**
   * Which initiative a row belongs to, for its Activity: a column of the row itself, a column that names a
   * row of another table which knows, or nothing for rows of the whole portfolio.
   */
  readonly initiative: string | { readonly parent: ParentTable; readonly by: string } | null;
}
