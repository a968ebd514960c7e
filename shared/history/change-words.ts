import { type ColumnForm, type HistoryCell, historyCell, type NameOf } from './cells.ts';
import { type HistoryRow, TABLE_WORDS } from './table-words.ts';

/** One row an entry changed, as the history keeps it; null = it was not there. */
export interface RowChange {
  readonly table: string;
  readonly before: HistoryRow | null;
  readonly after: HistoryRow | null;
}

export interface FieldWords {
  readonly label: string;
  /** null = blank. */
  readonly before: HistoryCell | null;
  readonly after: HistoryCell | null;
}

export interface ChangeWords {
  /** What was changed: "“Model usage”, 2026-09"; '' = the initiative itself. */
  readonly subject: string;
  readonly action: 'added' | 'changed' | 'removed';
  readonly fields: readonly FieldWords[];
}

/**
 * A changed row in plain words, field by field: names instead of ids, months as YYYY-MM, words instead of codes. Only
 * fields that differ; of a new or removed row those that say something. null for a row that says nothing to a person.
 */
export function changeWords(change: RowChange, nameOf: NameOf): ChangeWords | null {
  const words = TABLE_WORDS[change.table];
  const row = change.after ?? change.before;
  if (words === undefined || row === null) return null;
  const fields = Object.entries(words.columns).flatMap(([column, [label, form]]) =>
    fieldWords(change, column, label, form, nameOf),
  );
  const action = change.before === null ? 'added' : change.after === null ? 'removed' : 'changed';
  if (fields.length === 0 && action === 'changed') return null;
  return { subject: words.subject(row, nameOf), action, fields };
}

function fieldWords(
  { before, after }: RowChange,
  column: string,
  label: string,
  form: ColumnForm,
  nameOf: NameOf,
): readonly FieldWords[] {
  const [old, now] = [before?.[column] ?? null, after?.[column] ?? null];
  if (old === now) return [];
  const cells = { before: historyCell(form, old, nameOf), after: historyCell(form, now, nameOf) };
  return cells.before === null && cells.after === null ? [] : [{ label, ...cells }];
}
