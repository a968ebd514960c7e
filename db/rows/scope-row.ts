import type { Parsed } from '#shared/api/contract.ts';
import type {
  Scope,
  ScopeBasis,
  ScopeLine,
  ScopeLineKind,
  ScopeStage,
  StopTerms,
} from '#shared/domain/forward-model.ts';
import type { MinorUnits } from '#shared/domain/units.ts';
import type { RowOf } from '../tables.ts';

export type NewScope = Parsed<'addScope'>['scope'];
export type NewScopeLine = Parsed<'addScopeLine'>['line'];
type GivenStopTerms = NonNullable<Parsed<'setStopTerms'>['terms']>;

/** A scope from its row and its lines. */
export function toScope(row: RowOf<'scope'>, lines: readonly ScopeLine[]): Scope {
  return {
    id: row.id,
    initiativeId: row.initiative_id,
    stage: row.stage as ScopeStage,
    basis: row.basis as ScopeBasis,
    decisionMonth: row.decision_month,
    buildMonths: row.build_months,
    rampMonths: row.ramp_months,
    lines,
  };
}

/** The columns of a scope a person edits. */
export function toScopeColumns(scope: NewScope): Omit<RowOf<'scope'>, 'id' | 'initiative_id'> {
  return {
    stage: scope.stage,
    basis: scope.basis,
    decision_month: scope.decisionMonth,
    build_months: scope.buildMonths,
    ramp_months: scope.rampMonths,
  };
}

/** A line of a scope from its row and the drivers it multiplies, in their order. */
export function toScopeLine(row: RowOf<'scope_line'>, driverIds: readonly string[]): ScopeLine {
  return {
    id: row.id,
    scopeId: row.scope_id,
    name: row.name,
    kind: row.kind as ScopeLineKind,
    constant: row.constant,
    driverIds,
    role: row.role,
    sortOrder: row.sort_order,
  };
}

/** The columns of a scope line a person edits; its drivers are rows of their own. */
export function toScopeLineColumns(
  line: NewScopeLine,
): Omit<RowOf<'scope_line'>, 'id' | 'scope_id' | 'sort_order'> {
  return { name: line.name, kind: line.kind, constant: line.constant, role: line.role };
}

/** Stop terms from their row. */
export function toStopTerms(row: RowOf<'stop_terms'>): StopTerms {
  return {
    salvage: row.salvage_minor as MinorUnits,
    exitCost: row.exit_minor as MinorUnits,
    upkeepPerMonth: row.upkeep_minor as MinorUnits,
    upkeepMonths: row.upkeep_months,
  };
}

/** The row of the stop terms of an initiative. */
export function toStopTermsRow(initiativeId: string, terms: GivenStopTerms): RowOf<'stop_terms'> {
  return {
    initiative_id: initiativeId,
    salvage_minor: terms.salvage,
    exit_minor: terms.exitCost,
    upkeep_minor: terms.upkeepPerMonth,
    upkeep_months: terms.upkeepMonths,
  };
}
