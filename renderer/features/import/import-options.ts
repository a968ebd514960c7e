import type { ImportDraft, ImportOptions } from '#shared/api/schemas/intake.ts';
import { assertNever } from '#shared/domain/assert-never.ts';

type Encoding = NonNullable<ImportOptions['encoding']>;
type Delimiter = NonNullable<ImportOptions['delimiter']>;
type DateOrder = NonNullable<ImportOptions['dateOrder']>;
type EvidenceDate = NonNullable<ImportOptions['evidenceDate']>;

/** One thing a person changes about the way a file is understood. */
export type ImportChange =
  | { readonly kind: 'sheet'; readonly sheet: string }
  | { readonly kind: 'encoding'; readonly encoding: Encoding }
  | { readonly kind: 'delimiter'; readonly delimiter: Delimiter }
  | { readonly kind: 'headerRow'; readonly row: number }
  | { readonly kind: 'profile'; readonly profileId: string }
  /** null = from no column; 'detected' = as the profile has it, which may take several columns. */
  | { readonly kind: 'column'; readonly field: string; readonly column: number | null | 'detected' }
  | { readonly kind: 'value'; readonly field: string; readonly text: string; readonly becomes: string }
  | { readonly kind: 'dateOrder'; readonly order: DateOrder }
  | { readonly kind: 'evidenceDate'; readonly date: EvidenceDate | null }
  | { readonly kind: 'correct'; readonly row: number; readonly column: number; readonly value: string }
  | { readonly kind: 'takeBack'; readonly row: number; readonly column: number }
  | { readonly kind: 'include'; readonly row: number }
  | { readonly kind: 'leaveOut'; readonly row: number };

type Part = keyof ImportOptions;

/** `options` without the named parts, so that they are detected afresh. */
function without(options: ImportOptions, parts: readonly Part[]): ImportOptions {
  return Object.fromEntries(
    Object.entries(options).filter(([key]) => !parts.includes(key as Part)),
  ) as ImportOptions;
}

/** A list that became empty is left out: an absent part means "nothing chosen". */
function withList<K extends 'corrections' | 'includeRows'>(
  options: ImportOptions,
  part: K,
  list: NonNullable<ImportOptions[K]>,
): ImportOptions {
  return list.length === 0 ? without(options, [part]) : { ...options, [part]: list };
}

function changeColumn(
  options: ImportOptions,
  field: string,
  column: number | null | 'detected',
): ImportOptions {
  // The values chosen for this field belonged to the column it came from before.
  const { [field]: _dropped, ...values } = options.values ?? {};
  const { [field]: _before, ...others } = options.columns ?? {};
  const columns = column === 'detected' ? others : { ...others, [field]: column };
  const kept = without(options, ['values', 'columns']);
  return {
    ...kept,
    ...(Object.keys(columns).length === 0 ? {} : { columns }),
    ...(Object.keys(values).length === 0 ? {} : { values }),
  };
}

/**
 * What the host is asked for after `change`. Choices that no longer mean anything go: another sheet keeps only
 * the evidence date; another delimiter moves every column, so nothing that names a column survives; another
 * header row or profile drops the mapping but keeps corrections, which name rows and columns of the file itself.
 */
export function changeOptions(options: ImportOptions, change: ImportChange): ImportOptions {
  switch (change.kind) {
    case 'sheet': {
      const kept: ImportOptions = options.evidenceDate ? { evidenceDate: options.evidenceDate } : {};
      return { ...kept, sheet: change.sheet };
    }
    case 'encoding':
      return { ...options, encoding: change.encoding };
    case 'delimiter':
      return {
        ...without(options, ['columns', 'values', 'corrections', 'includeRows', 'headerRow', 'profileId']),
        delimiter: change.delimiter,
      };
    case 'headerRow':
      return { ...without(options, ['columns', 'values']), headerRow: change.row };
    case 'profile':
      return { ...without(options, ['columns', 'values']), profileId: change.profileId };
    case 'column':
      return changeColumn(options, change.field, change.column);
    case 'value':
      return {
        ...options,
        values: {
          ...options.values,
          [change.field]: { ...options.values?.[change.field], [change.text]: change.becomes },
        },
      };
    case 'dateOrder':
      return { ...options, dateOrder: change.order };
    case 'evidenceDate':
      return change.date === null
        ? without(options, ['evidenceDate'])
        : { ...options, evidenceDate: change.date };
    case 'correct':
      return withList(options, 'corrections', [
        ...otherCorrections(options, change),
        { row: change.row, column: change.column, value: change.value },
      ]);
    case 'takeBack':
      return withList(options, 'corrections', otherCorrections(options, change));
    case 'include':
      return withList(options, 'includeRows', [...otherRows(options, change.row), change.row]);
    case 'leaveOut':
      return withList(options, 'includeRows', otherRows(options, change.row));
    default:
      return assertNever(change);
  }
}

function otherCorrections(options: ImportOptions, at: { readonly row: number; readonly column: number }) {
  return (options.corrections ?? []).filter((c) => c.row !== at.row || c.column !== at.column);
}

function otherRows(options: ImportOptions, row: number) {
  return (options.includeRows ?? []).filter((r) => r !== row);
}

/** True when the change is typed letter by letter, so that asking the host waits for a pause. */
export function isTyped(change: ImportChange): boolean {
  return change.kind === 'headerRow' || change.kind === 'evidenceDate';
}

/** How many hand-made choices `change` would throw away, for the warning beside the control. */
export function choicesLost(options: ImportOptions, change: ImportChange): number {
  const kept = changeOptions(options, change);
  return choicesMade(options) - choicesMade(kept);
}

function choicesMade(options: ImportOptions): number {
  const valueCount = Object.values(options.values ?? {}).reduce((n, map) => n + Object.keys(map).length, 0);
  return (
    Object.keys(options.columns ?? {}).length +
    valueCount +
    (options.corrections ?? []).length +
    (options.includeRows ?? []).length
  );
}

/** Up to `limit` different texts of a column among the first rows, in file order; blanks are not examples. */
export function examplesOf(draft: ImportDraft, column: number, limit: number): readonly string[] {
  const met = new Set<string>();
  for (const row of draft.sample.slice(draft.headerRow)) {
    const cell = (row[column] ?? '').trim();
    if (cell !== '') met.add(cell);
    if (met.size === limit) break;
  }
  return [...met];
}

/** Required fields that no column fills yet. */
export function missingFields(draft: ImportDraft): readonly string[] {
  return draft.targets.filter((t) => t.isRequired && !isFilled(t)).map((t) => t.name);
}

/** True when something of the file fills the field: one column, or several together. */
export function isFilled(target: ImportDraft['targets'][number]): boolean {
  return target.column !== null || target.composite !== null;
}

/** The column a field is filled from as the person chose it, or as it is detected when they did not. */
export function columnOf(options: ImportOptions, target: ImportDraft['targets'][number]): number | null {
  const chosen = options.columns;
  return chosen && Object.hasOwn(chosen, target.field) ? (chosen[target.field] ?? null) : target.column;
}

/** What a source text becomes: the choice made, else what is detected; '' = left unmeasured, null = nothing says so yet. */
export function meaningOf(
  options: ImportOptions,
  field: string,
  value: { readonly text: string; readonly becomes: string | null },
): string | null {
  const chosen = options.values?.[field];
  return chosen && Object.hasOwn(chosen, value.text) ? (chosen[value.text] ?? '') : value.becomes;
}

/** Fields worth a line before the person asks for all: required, filled, or decided by hand. */
export function isFieldShown(options: ImportOptions, target: ImportDraft['targets'][number]): boolean {
  return (
    target.isRequired ||
    isFilled(target) ||
    (options.columns !== undefined && Object.hasOwn(options.columns, target.field))
  );
}
