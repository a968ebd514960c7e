import type { Parsed } from '#shared/api/contract.ts';
import type { ValueLine } from '#shared/domain/initiative.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import type { CostCategory, MeasurementMethod, OutcomeKind } from '#shared/domain/value-lines.ts';
import type { RowOf } from '../tables.ts';

export type NewLine = Parsed<'addLine'>['line'];

/** A cost or outcome line from its row. */
export function toLine(row: RowOf<'value_line'>): ValueLine {
  const common = {
    id: row.id,
    initiativeId: row.initiative_id,
    name: row.name,
    sortOrder: row.sort_order,
    startsOn: row.starts_on as MonthIndex | null,
    endsOn: row.ends_on as MonthIndex | null,
  };
  if (row.kind === 'cost') return { ...common, kind: 'cost', category: row.category as CostCategory };
  return {
    ...common,
    kind: 'outcome',
    outcomeKind: row.outcome_kind as OutcomeKind,
    method: row.method as MeasurementMethod,
    isCashReleasing: row.is_cash_releasing === 1,
  };
}

/** The columns of a line a person edits. */
export function toLineColumns(
  line: NewLine,
): Omit<RowOf<'value_line'>, 'id' | 'initiative_id' | 'sort_order'> {
  const common = { kind: line.kind, name: line.name, starts_on: line.startsOn, ends_on: line.endsOn };
  if (line.kind === 'cost')
    return {
      ...common,
      category: line.category,
      outcome_kind: null,
      method: null,
      is_cash_releasing: null,
    };
  return {
    ...common,
    category: null,
    outcome_kind: line.outcomeKind,
    method: line.method,
    is_cash_releasing: line.isCashReleasing ? 1 : 0,
  };
}
