import type { TableSpec } from './table-spec.ts';

/** Restatements, ranges, governance, reuse, conditions, scenarios, and what the screens keep in the portfolio. */
export const TRACE_AND_PLAN_TABLES = {
  restatement: {
    columns: {
      id: 'text',
      initiative_id: 'text',
      month: 'integer',
      reason: 'text',
      restated_at: 'text',
      actor: 'text',
    },
    key: ['id'],
    initiative: 'initiative_id',
  },
  restated_amount: {
    columns: { restatement_id: 'text', line_id: 'text', old_minor: 'integer?', new_minor: 'integer?' },
    key: ['restatement_id', 'line_id'],
    initiative: { parent: 'restatement', by: 'restatement_id' },
  },
  restated_figure: {
    columns: { restatement_id: 'text', figure: 'text', old_value: 'real?', new_value: 'real?' },
    key: ['restatement_id', 'figure'],
    initiative: { parent: 'restatement', by: 'restatement_id' },
  },
  forecast_range: {
    columns: { line_id: 'text', month: 'integer', p10_minor: 'integer', p90_minor: 'integer' },
    key: ['line_id', 'month'],
    initiative: { parent: 'value_line', by: 'line_id' },
  },
  governance: {
    columns: {
      initiative_id: 'text',
      autonomy: 'text?',
      permissions: 'text',
      data_classes: 'text',
      model_version: 'text',
      vendor: 'text',
      eu_role: 'text?',
      classified_by: 'text',
      classified_on: 'text?',
      classification_reason: 'text',
      impact_assessment: 'text?',
      kill_switch_tested_on: 'text?',
      red_teamed_on: 'text?',
    },
    key: ['initiative_id'],
    initiative: 'initiative_id',
  },
  framework_status: {
    columns: { initiative_id: 'text', framework_function: 'text', status: 'integer', link: 'text' },
    key: ['initiative_id', 'framework_function'],
    initiative: 'initiative_id',
  },
  asset_terms: {
    columns: {
      asset_id: 'text',
      built_by: 'text?',
      owner: 'text',
      cost_alone_minor: 'integer?',
      reuse_cost_share: 'real?',
      write_for_reuse: 'real?',
      upkeep_minor: 'integer?',
    },
    key: ['asset_id'],
    initiative: null,
  },
  asset_reuse: {
    columns: { initiative_id: 'text', asset_id: 'text', used_since: 'text', reuse_cost_share: 'real?' },
    key: ['initiative_id', 'asset_id'],
    initiative: 'initiative_id',
  },
  launch: {
    columns: {
      initiative_id: 'text',
      launched_on: 'text',
      effort_points: 'real?',
      working_days: 'integer?',
      is_funded_from_returns: 'integer',
    },
    key: ['initiative_id'],
    initiative: 'initiative_id',
  },
  fresh_start: {
    columns: { review_id: 'text', initiative_id: 'text', answer: 'text', only_if: 'text' },
    key: ['review_id', 'initiative_id'],
    initiative: 'initiative_id',
  },
  decision_condition: {
    columns: {
      id: 'text',
      initiative_id: 'text',
      review_id: 'text?',
      what: 'text',
      owner: 'text',
      due_on: 'text',
      met_on: 'text?',
      note: 'text',
    },
    key: ['id'],
    initiative: 'initiative_id',
  },
  scenario: {
    columns: { id: 'text', name: 'text', note: 'text', body: 'text', sort_order: 'integer' },
    key: ['id'],
    initiative: null,
  },
  scenario_choice: {
    columns: { scenario_id: 'text', initiative_id: 'text', choice: 'text' },
    key: ['scenario_id', 'initiative_id'],
    initiative: 'initiative_id',
  },
  quarter_budget: {
    columns: { quarter_start: 'integer', amount_minor: 'integer' },
    key: ['quarter_start'],
    initiative: null,
  },
  quarter_people: {
    columns: { quarter_start: 'integer', role: 'text', days: 'real' },
    key: ['quarter_start', 'role'],
    initiative: null,
  },
  saved_view: {
    columns: { id: 'text', screen: 'text', name: 'text', body: 'text', sort_order: 'integer' },
    key: ['id'],
    initiative: null,
  },
  import_mapping: {
    columns: { id: 'text', header_key: 'text', name: 'text', body: 'text', saved_at: 'text' },
    key: ['id'],
    initiative: null,
  },
  commentary: {
    columns: { section: 'text', as_of: 'text', body: 'text', author: 'text' },
    key: ['section', 'as_of'],
    initiative: null,
  },
  portfolio_setting: {
    columns: { name: 'text', value: 'text' },
    key: ['name'],
    initiative: null,
  },
} as const satisfies Record<string, TableSpec>;
