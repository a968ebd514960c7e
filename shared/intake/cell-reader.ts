import type { Stage } from '../domain/stage.ts';
import { type DateOrder, dateOrderOf } from './date-text.ts';
import { FIELD_DEFINITIONS, type FieldDefinition, type TargetField } from './fields.ts';
import type { DateColumn, FieldSource, ImportMapping, ImportProblem, ValueRule } from './mapping-types.ts';
import { type FieldReading, readField } from './read-field.ts';
import { unescapeCell } from './safe-cell.ts';
import type { SourceTable } from './source-table.ts';
import { isMissingText, singleLine } from './text-key.ts';
import { type ValueLookup, valueLookup } from './value-map.ts';

export interface CellReading {
  /** Undefined when the field is not mapped, the cell is blank or cannot be used. */
  readonly value: string | number | undefined;
  /** The column that was read; undefined when none is mapped. */
  readonly column: number | undefined;
  readonly header: string;
  /** Present when the cell says something that cannot be used; the row is added by the caller. */
  readonly problem?: Omit<ImportProblem, 'row'>;
}

export interface CellReader {
  readonly read: (field: TargetField, cells: readonly string[], stage: Stage | undefined) => CellReading;
  readonly dateColumns: readonly DateColumn[];
}

const YES_NO: readonly ValueRule[] = [
  ...['y', 'true', '1'].map((text) => ({ text, value: 'yes' })),
  ...['n', 'false', '0'].map((text) => ({ text, value: 'no' })),
];

interface FieldPlan {
  readonly definition: FieldDefinition;
  readonly source: FieldSource | undefined;
  readonly lookup: ValueLookup | undefined;
}

/** Prepares the reading of single fields: value maps, and the order of dates column by column. */
export function cellReader(
  table: SourceTable,
  mapping: ImportMapping,
  rows: readonly (readonly string[])[],
): CellReader {
  const plans = new Map<TargetField, FieldPlan>();
  const orders = new Map<number, DateOrder | null>();
  const dateColumns: DateColumn[] = [];
  for (const definition of FIELD_DEFINITIONS) {
    const source = mapping.fields[definition.field];
    plans.set(definition.field, { definition, source, lookup: lookupFor(definition, mapping) });
    if (definition.type.kind !== 'date' || source === undefined) continue;
    for (const column of columnsOf(source)) {
      if (orders.has(column)) continue;
      const evidence = dateOrderOf(rows.map((cells) => cells[column] ?? ''));
      const order = mapping.dateOrder ?? (evidence.kind === 'proven' ? evidence.order : null);
      orders.set(column, order);
      dateColumns.push({
        columnIndex: column,
        column: table.headers[column]?.name ?? '',
        evidence: evidence.kind,
        order,
      });
    }
  }

  const readCell = (plan: FieldPlan, cell: string, column: number | undefined): CellReading => {
    const reading = readField(plan.definition, mapping.isOwnFormat ? unescapeCell(cell) : cell, {
      isOwnFormat: mapping.isOwnFormat,
      hasPlainNumbers: mapping.isOwnFormat || table.kind === 'xlsx',
      dateOrder: column === undefined ? null : (orders.get(column) ?? null),
      lookup: plan.lookup,
    });
    const header = column === undefined ? '' : (table.headers[column]?.name ?? '');
    return place(checkStageDate(plan.definition, reading, mapping), cell, column, header);
  };
  // A choice may say what a blank means even where no column is mapped; the answer is the same for every row.
  const unmapped = new Map<TargetField, CellReading>();
  for (const [field, plan] of plans) unmapped.set(field, readCell(plan, '', undefined));

  const read: CellReader['read'] = (field, cells, stage) => {
    const plan = plans.get(field) as FieldPlan;
    const column = plan.source === undefined ? undefined : leadColumn(plan.source, stage);
    return plan.source === undefined || column === undefined
      ? (unmapped.get(field) as CellReading)
      : readCell(plan, textOf(plan.source, cells, column), column);
  };
  return { read, dateColumns };
}

function lookupFor(definition: FieldDefinition, mapping: ImportMapping): ValueLookup | undefined {
  if (definition.type.kind !== 'choice') return undefined;
  const { choices } = definition.type;
  const common = choices.some((choice) => choice.value === 'yes') ? YES_NO : [];
  // A rule may come from outside: what is no choice of the field is no rule.
  const allowed = new Set(choices.map((choice) => choice.value));
  const rules = (mapping.values[definition.field] ?? []).filter(
    ({ value }) => value === null || allowed.has(value),
  );
  return valueLookup([...rules, ...common], choices);
}

/** Every column a source may read. */
function columnsOf(source: FieldSource): readonly number[] {
  switch (source.kind) {
    case 'column':
      return [source.column];
    case 'join':
      return source.columns;
    case 'byStage':
      return [...new Set(Object.values(source.columns))];
  }
}

function leadColumn(source: FieldSource, stage: Stage | undefined): number | undefined {
  switch (source.kind) {
    case 'column':
      return source.column;
    case 'join':
      return source.columns[0];
    case 'byStage':
      return stage === undefined ? undefined : source.columns[stage];
  }
}

function textOf(source: FieldSource, cells: readonly string[], column: number): string {
  if (source.kind !== 'join') return cells[column] ?? '';
  return source.columns
    .map((index) => singleLine(cells[index] ?? ''))
    .filter((text) => !isMissingText(text))
    .join(source.separator);
}

/** A stage cannot have been entered after the day the answers were given. */
function checkStageDate(
  definition: FieldDefinition,
  reading: FieldReading,
  mapping: ImportMapping,
): FieldReading {
  if (definition.field !== 'stageEnteredOn' || reading.kind !== 'value') return reading;
  if (mapping.isOwnFormat || (reading.value as string) <= mapping.evidenceDate) return reading;
  return {
    kind: 'problem',
    code: 'date_in_future',
    message: `This day lies after ${mapping.evidenceDate}, the date of the data. ${definition.name} stays blank. Correct the cell.`,
  };
}

function place(reading: FieldReading, cell: string, column: number | undefined, header: string): CellReading {
  if (reading.kind !== 'problem') {
    return { value: reading.kind === 'value' ? reading.value : undefined, column, header };
  }
  return {
    value: undefined,
    column,
    header,
    problem: {
      severity: 'warning',
      code: reading.code,
      column: header,
      columnIndex: column ?? null,
      cell,
      message: reading.message,
    },
  };
}
