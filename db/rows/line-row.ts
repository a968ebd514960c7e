import type { Parsed } from '#shared/api/contract.ts';
import type { CostLine, OutcomeLine, OutcomeTerms, ValueLine } from '#shared/domain/initiative.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import type { CostCategory, MeasurementMethod, OutcomeKind } from '#shared/domain/value-lines.ts';
import type { RowOf } from '../tables.ts';

export type NewLine = Parsed<'addLine'>['line'];

/** The row of terms that may stand beside a line; undefined = nothing stated. */
export interface LineTermsRows {
  readonly cost?: RowOf<'cost_terms'> | undefined;
  readonly outcome?: RowOf<'outcome_terms'> | undefined;
}

/** A cost or outcome line from its row and the row of its terms. */
export function toLine(row: RowOf<'value_line'>, terms: LineTermsRows): ValueLine {
  return row.kind === 'cost' ? toCostLine(row, terms.cost) : toOutcomeLine(row, terms.outcome);
}

function toCostLine(row: RowOf<'value_line'>, terms: RowOf<'cost_terms'> | undefined): CostLine {
  const line = { ...toCommon(row), kind: 'cost', category: row.category as CostCategory } as const;
  return terms ? { ...line, isOnce: terms.is_once === 1 } : line;
}

function toOutcomeLine(row: RowOf<'value_line'>, terms: RowOf<'outcome_terms'> | undefined): OutcomeLine {
  const line = {
    ...toCommon(row),
    kind: 'outcome',
    outcomeKind: row.outcome_kind as OutcomeKind,
    method: row.method as MeasurementMethod,
    isCashReleasing: row.is_cash_releasing === 1,
  } as const;
  return terms ? { ...line, terms: toTerms(terms) } : line;
}

function toCommon(row: RowOf<'value_line'>) {
  return {
    id: row.id,
    initiativeId: row.initiative_id,
    name: row.name,
    sortOrder: row.sort_order,
    startsOn: row.starts_on as MonthIndex | null,
    endsOn: row.ends_on as MonthIndex | null,
  };
}

function toTerms(row: RowOf<'outcome_terms'>): OutcomeTerms {
  return {
    unit: row.unit,
    valuePerUnit: row.value_per_unit,
    agreedBy: row.agreed_by,
    baselineValue: row.baseline_value,
    baselineOn: row.baseline_on as IsoDate | null,
    attribution: row.attribution,
    realisation: row.realisation,
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

/** The rows of terms a line must have; the one it does not have is undefined. */
export function toTermsRows(lineId: string, line: NewLine): LineTermsRows {
  if (line.kind === 'cost')
    return line.isOnce === undefined ? {} : { cost: { line_id: lineId, is_once: line.isOnce ? 1 : 0 } };
  const { terms } = line;
  if (terms === undefined) return {};
  return {
    outcome: {
      line_id: lineId,
      unit: terms.unit,
      value_per_unit: terms.valuePerUnit,
      agreed_by: terms.agreedBy,
      baseline_value: terms.baselineValue,
      baseline_on: terms.baselineOn,
      attribution: terms.attribution,
      realisation: terms.realisation,
    },
  };
}
