/**
 * The questions behind the facts, each for one initiative or, without its `scope`, for all of them: one
 * statement a table, never one an initiative.
 *
 * Assessments come oldest first; of two dated the same day the one recorded later comes later. Drivers of a scope
 * line come in the order they were entered, past decisions latest last, plan versions in their order.
 *
 * Amounts come as one row a line, its months and amounts as two JSON arrays in the order of the months, and closed months
 * as one row an initiative: they are most of a file (384,000 amounts in the reference portfolio), and a row each costs
 * the driver half as much again.
 */
export const FACT_QUERIES = {
  initiative: { from: 'SELECT * FROM initiative', scope: 'WHERE id = ?', order: 'ORDER BY created_at, id' },
  assessment: {
    from: 'SELECT * FROM assessment',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY rated_on, recorded_at, id',
  },
  evidence: {
    from: 'SELECT evidence.* FROM evidence',
    scope: 'JOIN assessment ON assessment.id = evidence.assessment_id WHERE assessment.initiative_id = ?',
    order: 'ORDER BY evidence.dated_on, evidence.id',
  },
  line: {
    from: 'SELECT * FROM value_line',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY sort_order, id',
  },
  costTerms: {
    from: 'SELECT cost_terms.* FROM cost_terms',
    scope: 'JOIN value_line ON value_line.id = cost_terms.line_id WHERE value_line.initiative_id = ?',
    order: 'ORDER BY cost_terms.line_id',
  },
  outcomeTerms: {
    from: 'SELECT outcome_terms.* FROM outcome_terms',
    scope: 'JOIN value_line ON value_line.id = outcome_terms.line_id WHERE value_line.initiative_id = ?',
    order: 'ORDER BY outcome_terms.line_id',
  },
  value: {
    from: 'SELECT line_id, json_group_array(month), json_group_array(amount_minor) FROM month_value',
    scope: 'JOIN value_line ON value_line.id = month_value.line_id WHERE value_line.initiative_id = ?',
    order: 'GROUP BY line_id ORDER BY line_id',
  },
  forecast: {
    from: 'SELECT line_id, json_group_array(month), json_group_array(amount_minor) FROM forecast_value',
    scope: 'JOIN value_line ON value_line.id = forecast_value.line_id WHERE value_line.initiative_id = ?',
    order: 'GROUP BY line_id ORDER BY line_id',
  },
  closed: {
    from: 'SELECT initiative_id, json_group_array(month) AS months FROM month_state',
    scope: 'WHERE initiative_id = ?',
    order: 'GROUP BY initiative_id ORDER BY initiative_id',
  },
  reading: {
    from: 'SELECT initiative_id, month, value FROM metric_reading',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY initiative_id, month',
  },
  unitCount: {
    from: 'SELECT * FROM unit_count',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY initiative_id, month',
  },
  plan: {
    from: 'SELECT * FROM plan_version',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY initiative_id, version',
  },
  planValue: {
    from: 'SELECT plan_id, line_id, month, amount_minor FROM plan_value',
    scope: 'JOIN plan_version ON plan_version.id = plan_value.plan_id WHERE plan_version.initiative_id = ?',
    order: 'ORDER BY plan_id, line_id, month',
  },
  tripwire: {
    from: 'SELECT * FROM tripwire',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY due_on, id',
  },
  incident: {
    from: 'SELECT * FROM incident',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY opened_on, id',
  },
  checklist: {
    from: 'SELECT * FROM checklist_row',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY initiative_id, dimension',
  },
  driver: {
    from: 'SELECT * FROM driver',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY sort_order, id',
  },
  loading: {
    from: 'SELECT driver_loading.* FROM driver_loading',
    scope: 'JOIN driver ON driver.id = driver_loading.driver_id WHERE driver.initiative_id = ?',
    order: 'ORDER BY driver_loading.driver_id, driver_loading.factor',
  },
  scope: {
    from: 'SELECT * FROM scope',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY initiative_id, stage',
  },
  scopeLine: {
    from: 'SELECT scope_line.* FROM scope_line',
    scope: 'JOIN scope ON scope.id = scope_line.scope_id WHERE scope.initiative_id = ?',
    order: 'ORDER BY scope_line.sort_order, scope_line.id',
  },
  scopeLineDriver: {
    from: 'SELECT scope_line_driver.* FROM scope_line_driver',
    scope: 'JOIN driver ON driver.id = scope_line_driver.driver_id WHERE driver.initiative_id = ?',
    order: 'ORDER BY scope_line_driver.line_id, scope_line_driver.ordinal',
  },
  stopTerms: {
    from: 'SELECT * FROM stop_terms',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY initiative_id',
  },
  assetUse: {
    from: 'SELECT asset_use.initiative_id, asset_use.needed_from, shared_asset.* FROM asset_use JOIN shared_asset ON shared_asset.id = asset_use.asset_id',
    scope: 'WHERE asset_use.initiative_id = ?',
    order: 'ORDER BY asset_use.initiative_id, asset_use.asset_id',
  },
  decision: {
    from: `SELECT decision.*, review.ends_on,
      decision_override.decided_by AS override_by, decision_override.reason AS override_reason,
      decision_override.expires_on AS override_expires_on, decision_override.new_tripwire_id AS override_tripwire_id
    FROM decision JOIN review ON review.id = decision.review_id AND review.closed_at IS NOT NULL
    LEFT JOIN decision_override ON decision_override.review_id = decision.review_id
      AND decision_override.initiative_id = decision.initiative_id`,
    scope: 'WHERE decision.initiative_id = ?',
    order: 'ORDER BY review.ends_on, review.closed_at, review.id',
  },
} as const;

export type FactQuery = keyof typeof FACT_QUERIES;

/** The SQL of one of the {@link FACT_QUERIES}, for one initiative or for all. */
export function factSql(query: FactQuery, isScoped: boolean): string {
  const { from, scope, order } = FACT_QUERIES[query];
  return `${from} ${isScoped ? scope : ''} ${order}`;
}
