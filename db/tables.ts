/** How a column is stored; a question mark allows NULL. Booleans are integers 0 and 1. */
export type ColumnKind = 'text' | 'text?' | 'integer' | 'integer?' | 'real' | 'real?';

interface TableSpec {
  readonly columns: Readonly<Record<string, ColumnKind>>;
  readonly key: readonly string[];
  /**
   * Which initiative a row belongs to, for its Activity: a column of the row itself, a column that names a
   * row of another table which knows, or nothing for rows of the whole portfolio.
   */
  readonly initiative: string | { readonly parent: 'assessment' | 'value_line'; readonly by: string } | null;
}

/**
 * Every table a command may change, with its columns and key. The write path takes names from here only,
 * so that no text from outside ever becomes part of an SQL statement. A test compares it with the real schema.
 */
export const TABLES = {
  portfolio: {
    columns: {
      id: 'integer',
      file_id: 'text',
      name: 'text',
      currency: 'text',
      fiscal_year_start: 'integer',
      reviewer: 'text',
      sample_as_of: 'text?',
      created_at: 'text',
    },
    key: ['id'],
    initiative: null,
  },
  import_batch: {
    columns: {
      id: 'text',
      file_name: 'text',
      profile_id: 'text',
      rows_read: 'integer',
      rows_imported: 'integer',
      rows_blocked: 'integer',
      rows_duplicate: 'integer',
      at: 'text',
      actor: 'text',
    },
    key: ['id'],
    initiative: null,
  },
  import_problem: {
    columns: {
      batch_id: 'text',
      ordinal: 'integer',
      row_no: 'integer',
      column_name: 'text?',
      cell: 'text',
      severity: 'text',
      code: 'text',
      message: 'text',
    },
    key: ['batch_id', 'ordinal'],
    initiative: null,
  },
  initiative: {
    columns: {
      id: 'text',
      name: 'text',
      purpose: 'text',
      unit: 'text',
      business_owner: 'text',
      technical_owner: 'text',
      finance_validator: 'text',
      stage: 'text',
      stage_entered_on: 'text?',
      is_paused: 'integer',
      paused_months: 'integer',
      planned_pilot_months: 'integer?',
      metric_name: 'text',
      metric_unit: 'text',
      baseline_value: 'real?',
      baseline_data_end: 'text?',
      baseline_source: 'text?',
      target_comparator: 'text?',
      target_value: 'real?',
      target_date: 'text?',
      lawful_basis: 'text?',
      risk_class: 'text?',
      oversight: 'text',
      evaluation_ran_on: 'text?',
      evaluation_pass_rate: 'real?',
      evaluation_pass_mark: 'real?',
      import_batch_id: 'text?',
      source_row: 'integer?',
      source_fingerprint: 'text?',
      source_identity: 'text?',
      created_at: 'text',
    },
    key: ['id'],
    initiative: 'id',
  },
  assessment: {
    columns: {
      id: 'text',
      initiative_id: 'text',
      gap: 'text',
      level: 'integer',
      rater: 'text',
      rated_on: 'text',
      note: 'text',
      recorded_at: 'text',
    },
    key: ['id'],
    initiative: 'initiative_id',
  },
  evidence: {
    columns: {
      id: 'text',
      assessment_id: 'text',
      kind: 'text',
      dated_on: 'text',
      link: 'text',
      note: 'text',
      source_question: 'text',
    },
    key: ['id'],
    initiative: { parent: 'assessment', by: 'assessment_id' },
  },
  value_line: {
    columns: {
      id: 'text',
      initiative_id: 'text',
      kind: 'text',
      name: 'text',
      sort_order: 'integer',
      starts_on: 'integer?',
      ends_on: 'integer?',
      category: 'text?',
      outcome_kind: 'text?',
      method: 'text?',
      is_cash_releasing: 'integer?',
    },
    key: ['id'],
    initiative: 'initiative_id',
  },
  month_value: {
    columns: { line_id: 'text', month: 'integer', amount_minor: 'integer' },
    key: ['line_id', 'month'],
    initiative: { parent: 'value_line', by: 'line_id' },
  },
  month_state: {
    columns: { initiative_id: 'text', month: 'integer', state: 'text', at: 'text', actor: 'text' },
    key: ['initiative_id', 'month'],
    initiative: 'initiative_id',
  },
  metric_reading: {
    columns: { initiative_id: 'text', month: 'integer', value: 'real' },
    key: ['initiative_id', 'month'],
    initiative: 'initiative_id',
  },
  tripwire: {
    columns: {
      id: 'text',
      initiative_id: 'text',
      metric: 'text',
      comparator: 'text',
      threshold: 'real',
      due_on: 'text',
      committed_on: 'text',
      measured_value: 'real?',
    },
    key: ['id'],
    initiative: 'initiative_id',
  },
  incident: {
    columns: {
      id: 'text',
      initiative_id: 'text',
      severity: 'integer',
      opened_on: 'text',
      deadline: 'text',
      mitigated_on: 'text?',
      note: 'text',
    },
    key: ['id'],
    initiative: 'initiative_id',
  },
  review: {
    columns: { id: 'text', name: 'text', ends_on: 'text', closed_at: 'text?' },
    key: ['id'],
    initiative: null,
  },
  decision: {
    columns: {
      review_id: 'text',
      initiative_id: 'text',
      recommended_rule: 'text?',
      decision: 'text',
      reason: 'text',
      causes: 'text',
    },
    key: ['review_id', 'initiative_id'],
    initiative: 'initiative_id',
  },
} as const satisfies Record<string, TableSpec>;

export type TableName = keyof typeof TABLES;
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];

/** A stored value: what SQLite binds and returns. */
export type Stored = string | number | null;

type ValueOf<K extends ColumnKind> = K extends 'text'
  ? string
  : K extends 'text?'
    ? string | null
    : K extends 'integer' | 'real'
      ? number
      : number | null;

type ColumnsOf<T extends TableName> = (typeof TABLES)[T]['columns'];

/** A row as it is stored; domain types are made from it by the mappers in `db/rows/`. */
export type RowOf<T extends TableName> = {
  readonly [C in keyof ColumnsOf<T>]: ColumnsOf<T>[C] extends ColumnKind ? ValueOf<ColumnsOf<T>[C]> : never;
};

/** The key columns of a row. */
export type KeyOf<T extends TableName> = Pick<
  RowOf<T>,
  Extract<(typeof TABLES)[T]['key'][number], keyof RowOf<T>>
>;

/** The columns that may change after a row is made. */
export type PatchOf<T extends TableName> = Partial<Omit<RowOf<T>, keyof KeyOf<T>>>;

/** The registry entry of a table, in the loose form that generic code walks over. */
export function specOf(table: TableName): TableSpec {
  return TABLES[table];
}

const sortedColumns = new Map<TableName, readonly string[]>();

/**
 * Column names of a table, sorted. Statements select and rows are checked in this order, so that the JSON of a
 * row is canonical without sorting it again.
 */
export function columnsOf(table: TableName): readonly string[] {
  let columns = sortedColumns.get(table);
  if (!columns) {
    columns = Object.keys(TABLES[table].columns).sort();
    sortedColumns.set(table, columns);
  }
  return columns;
}
