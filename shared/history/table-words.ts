import { formatMonth } from '../domain/calendar.ts';
import { CHECKLIST_NAMES, type ChecklistDimension } from '../domain/checklist.ts';
import {
  ASSET_KIND_NAMES,
  COMMON_FACTOR_NAMES,
  DRIVER_BOUND_NAMES,
  SCOPE_LINE_KIND_NAMES,
  SCOPE_STAGE_NAMES,
  type ScopeStage,
} from '../domain/forward-model.ts';
import { EVIDENCE_KIND_NAMES, type EvidenceKind, GAP_NAMES, type Gap } from '../domain/gap.ts';
import { RISK_CLASS_NAMES } from '../domain/risk.ts';
import { STAGE_NAMES } from '../domain/stage.ts';
import type { MonthIndex } from '../domain/units.ts';
import { COST_CATEGORY_NAMES, MEASUREMENT_METHOD_NAMES, OUTCOME_KIND_NAMES } from '../domain/value-lines.ts';
import { RULE_NAMES } from '../domain/verdict.ts';
import type { ColumnForm, NameOf, StoredValue } from './cells.ts';

/** What an entry is about, for the filter of the activity. */
export const HISTORY_KINDS = [
  'details',
  'gaps',
  'months',
  'model',
  'risk',
  'commitments',
  'reviews',
] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

export const HISTORY_KIND_NAMES: Readonly<Record<HistoryKind, string>> = {
  details: 'Details and stage',
  gaps: 'Gaps and checklist',
  months: 'Months and lines',
  model: 'Forward model and assets',
  risk: 'Risk',
  commitments: 'Tripwires and conditions',
  reviews: 'Reviews and plans',
};

export type HistoryRow = Readonly<Record<string, StoredValue>>;

/** How the rows of a table are told: what they are about, what one is called, and its columns in reading order. */
export interface TableWords {
  readonly kind: HistoryKind;
  readonly subject: (row: HistoryRow, nameOf: NameOf) => string;
  /** Columns that are not named here say nothing to a person: ids, order, marks of the import. */
  readonly columns: Readonly<Record<string, readonly [label: string, form: ColumnForm]>>;
}

const COMPARATORS = { words: { at_least: 'at least', at_most: 'at most' } };
const BASELINES = {
  words: {
    before: 'measured before the pilot began',
    holdout: 'a holdout',
    comparison_group: 'a comparison group',
  },
};
const quoted = (name: string) => `“${name}”`;
const month = (row: HistoryRow) => formatMonth(row.month as MonthIndex);
const lineMonth = (row: HistoryRow, nameOf: NameOf) =>
  `${quoted(nameOf('value_line', String(row.line_id)))}, ${month(row)}`;
const reviewed = (what: string) => (row: HistoryRow, nameOf: NameOf) =>
  `${what} of ${nameOf('review', String(row.review_id))}`;
const verdicts = { words: { kill: 'KILL', fix: 'FIX', hold: 'HOLD', continue: 'CONTINUE', scale: 'SCALE' } };
const asset = (row: HistoryRow, nameOf: NameOf) => quoted(nameOf('shared_asset', String(row.asset_id)));

const DETAILS: Readonly<Record<string, TableWords>> = {
  initiative: {
    kind: 'details',
    subject: () => '',
    columns: {
      name: ['Name', 'text'],
      purpose: ['Purpose', 'text'],
      unit: ['Unit', 'text'],
      business_owner: ['Business owner', 'text'],
      technical_owner: ['Technical owner', 'text'],
      finance_validator: ['Finance validator', 'text'],
      stage: ['Stage', { words: STAGE_NAMES }],
      stage_entered_on: ['Stage entered on', 'day'],
      is_paused: ['Paused', 'yes_no'],
      paused_months: ['Months paused', 'number'],
      planned_pilot_months: ['Planned pilot months', 'number'],
      metric_name: ['Success metric', 'text'],
      metric_unit: ['Metric unit', 'text'],
      baseline_value: ['Baseline', 'number'],
      baseline_data_end: ['Baseline data end', 'day'],
      baseline_source: ['Baseline from', BASELINES],
      target_comparator: ['Target is', COMPARATORS],
      target_value: ['Target', 'number'],
      target_date: ['Target date', 'day'],
      lawful_basis: ['Lawful basis', 'text'],
      risk_class: ['Risk class', { words: RISK_CLASS_NAMES }],
      oversight: ['Human oversight', 'text'],
      evaluation_ran_on: ['Evaluation run on', 'day'],
      evaluation_pass_rate: ['Evaluation pass rate', 'share'],
      evaluation_pass_mark: ['Evaluation pass mark', 'share'],
    },
  },
  stage_change: {
    kind: 'details',
    subject: () => 'Step of stage',
    columns: {
      from_stage: ['From', { words: STAGE_NAMES }],
      to_stage: ['To', { words: STAGE_NAMES }],
      changed_on: ['On', 'day'],
    },
  },
  launch: {
    kind: 'details',
    subject: () => 'Launch',
    columns: {
      launched_on: ['Launched on', 'day'],
      effort_points: ['Effort points', 'number'],
      working_days: ['Working days to launch', 'number'],
      is_funded_from_returns: ['Funded from earlier returns', 'yes_no'],
    },
  },
};

const GAPS: Readonly<Record<string, TableWords>> = {
  assessment: {
    kind: 'gaps',
    subject: (row) => `Rating of ${GAP_NAMES[row.gap as Gap] ?? row.gap}`,
    columns: {
      level: ['Level', 'number'],
      rater: ['Rater', 'text'],
      rated_on: ['Rated on', 'day'],
      note: ['Why', 'text'],
    },
  },
  evidence: {
    kind: 'gaps',
    subject: (row) => `Evidence, ${(EVIDENCE_KIND_NAMES[row.kind as EvidenceKind] ?? '').toLowerCase()}`,
    columns: {
      dated_on: ['Dated', 'day'],
      link: ['Link', 'text'],
      note: ['Note', 'text'],
      source_question: ['Answer to', 'text'],
    },
  },
  checklist_row: {
    kind: 'gaps',
    subject: (row) => `Checklist, ${CHECKLIST_NAMES[row.dimension as ChecklistDimension] ?? row.dimension}`,
    columns: {
      state: ['State', { words: { pilot_grade: 'Pilot-grade', production_ready: 'Production-ready' } }],
      proof_kind: ['Proof', { words: EVIDENCE_KIND_NAMES }],
      proof_dated_on: ['Proof dated', 'day'],
      proof_link: ['Proof link', 'text'],
      proof_note: ['Proof note', 'text'],
    },
  },
};

const MONTHS: Readonly<Record<string, TableWords>> = {
  value_line: {
    kind: 'months',
    subject: (row) => `${row.kind === 'cost' ? 'Cost' : 'Outcome'} line ${quoted(String(row.name))}`,
    columns: {
      name: ['Name', 'text'],
      category: ['Category', { words: COST_CATEGORY_NAMES }],
      outcome_kind: ['Outcome', { words: OUTCOME_KIND_NAMES }],
      method: ['Measured by', { words: MEASUREMENT_METHOD_NAMES }],
      is_cash_releasing: ['Cash-releasing', 'yes_no'],
      starts_on: ['From', 'month'],
      ends_on: ['Until', 'month'],
    },
  },
  cost_terms: {
    kind: 'months',
    subject: (row, nameOf) => `Terms of ${quoted(nameOf('value_line', String(row.line_id)))}`,
    columns: { is_once: ['Paid once', 'yes_no'] },
  },
  outcome_terms: {
    kind: 'months',
    subject: (row, nameOf) => `Terms of ${quoted(nameOf('value_line', String(row.line_id)))}`,
    columns: {
      unit: ['Unit', 'text'],
      value_per_unit: ['Value per unit', 'amount'],
      agreed_by: ['Agreed by', 'text'],
      baseline_value: ['Baseline', 'number'],
      baseline_on: ['Baseline on', 'day'],
      attribution: ['Attribution', 'share'],
      realisation: ['Realisation', 'share'],
    },
  },
  month_value: { kind: 'months', subject: lineMonth, columns: { amount_minor: ['Amount', 'money'] } },
  month_state: {
    kind: 'months',
    subject: month,
    columns: { state: ['State', { words: { open: 'open', closed: 'closed', restated: 'restated' } }] },
  },
  metric_reading: {
    kind: 'months',
    subject: (row) => `Success metric, ${month(row)}`,
    columns: { value: ['Reading', 'number'] },
  },
  unit_count: {
    kind: 'months',
    subject: (row) => `Tasks, ${month(row)}`,
    columns: { attempts: ['Attempts', 'number'], successes: ['Successful', 'number'] },
  },
  plan_version: {
    kind: 'months',
    subject: (row) => `Plan version ${row.version}`,
    columns: {
      in_force_from: ['In force from', 'month'],
      approved_on: ['Approved on', 'day'],
      approved_by: ['Approved by', 'text'],
    },
  },
  plan_value: {
    kind: 'months',
    subject: (row, nameOf) => `Plan, ${lineMonth(row, nameOf)}`,
    columns: { amount_minor: ['Amount', 'money'] },
  },
  forecast_value: {
    kind: 'months',
    subject: (row, nameOf) => `Forecast, ${lineMonth(row, nameOf)}`,
    columns: { amount_minor: ['P50', 'money'] },
  },
  forecast_range: {
    kind: 'months',
    subject: (row, nameOf) => `Range of the forecast, ${lineMonth(row, nameOf)}`,
    columns: { p10_minor: ['P10', 'money'], p90_minor: ['P90', 'money'] },
  },
  restatement: {
    kind: 'months',
    subject: (row) => `Restatement of ${month(row)}`,
    columns: { reason: ['Reason', 'text'] },
  },
  restated_amount: {
    kind: 'months',
    subject: (row, nameOf) => `Restated, ${quoted(nameOf('value_line', String(row.line_id)))}`,
    columns: { old_minor: ['Old amount', 'money'], new_minor: ['New amount', 'money'] },
  },
  restated_figure: {
    kind: 'months',
    subject: (row) =>
      ({
        reading: 'Restated, success metric',
        attempts: 'Restated, attempts',
        successes: 'Restated, successful tasks',
      })[String(row.figure)] ?? 'Restated figure',
    columns: { old_value: ['Old', 'number'], new_value: ['New', 'number'] },
  },
};

const MODEL: Readonly<Record<string, TableWords>> = {
  driver: {
    kind: 'model',
    subject: (row) => `Driver ${quoted(String(row.name))}`,
    columns: {
      name: ['Name', 'text'],
      unit: ['Unit', 'text'],
      bound: ['Values', { words: DRIVER_BOUND_NAMES }],
      p10: ['P10', 'amount'],
      p50: ['P50', 'amount'],
      p90: ['P90', 'amount'],
      dated_on: ['Set on', 'day'],
      grade: ['Rests on', { words: EVIDENCE_KIND_NAMES }],
      is_volume: ['A volume', 'yes_no'],
      measure_cost_minor: ['Cost to measure', 'money'],
      measure_days: ['Days to measure', 'number'],
    },
  },
  driver_loading: {
    kind: 'model',
    subject: (row, nameOf) => {
      const factor = String(row.factor);
      const common = Object.hasOwn(COMMON_FACTOR_NAMES, factor)
        ? COMMON_FACTOR_NAMES[factor as keyof typeof COMMON_FACTOR_NAMES]
        : quoted(nameOf('shared_asset', factor));
      return `${quoted(nameOf('driver', String(row.driver_id)))} moves with ${common}`;
    },
    columns: { loading: ['Loading', 'number'] },
  },
  scope: {
    kind: 'model',
    subject: (row) => `Scope ${SCOPE_STAGE_NAMES[row.stage as ScopeStage] ?? row.stage}`,
    columns: {
      basis: ['Based on', { words: { plan: 'a plan', measured: 'measured months' } }],
      decision_month: ['Decided after, months', 'number'],
      build_months: ['Build, months', 'number'],
      ramp_months: ['Ramp, months', 'number'],
    },
  },
  scope_line: {
    kind: 'model',
    subject: (row, nameOf) => `Line ${quoted(String(row.name))} of ${nameOf('scope', String(row.scope_id))}`,
    columns: {
      name: ['Name', 'text'],
      kind: ['Kind', { words: SCOPE_LINE_KIND_NAMES }],
      constant: ['Constant', 'amount'],
      role: ['Role', 'text'],
    },
  },
  scope_line_driver: {
    kind: 'model',
    subject: (row, nameOf) =>
      `Factor ${row.ordinal} of line ${quoted(nameOf('scope_line', String(row.line_id)))}`,
    columns: { driver_id: ['Driver', { refersTo: 'driver' }] },
  },
  stop_terms: {
    kind: 'model',
    subject: () => 'If it stopped today',
    columns: {
      salvage_minor: ['Salvage', 'money'],
      exit_minor: ['Exit cost', 'money'],
      upkeep_minor: ['Upkeep a month', 'money'],
      upkeep_months: ['Months of upkeep', 'number'],
    },
  },
  shared_asset: {
    kind: 'model',
    subject: (row) => `Shared asset ${quoted(String(row.name))}`,
    columns: {
      name: ['Name', 'text'],
      kind: ['Kind', { words: ASSET_KIND_NAMES }],
      live_on: ['Live since', 'day'],
      planned_live_month: ['Planned live', 'month'],
      late_probability: ['Chance it is late', 'share'],
      months_late: ['Months late', 'number'],
    },
  },
  asset_use: {
    kind: 'model',
    subject: (row, nameOf) => `Use of ${asset(row, nameOf)}`,
    columns: { needed_from: ['Needed from', { words: SCOPE_STAGE_NAMES }] },
  },
  asset_terms: {
    kind: 'model',
    subject: (row, nameOf) => `Terms of ${asset(row, nameOf)}`,
    columns: {
      built_by: ['Built by', { refersTo: 'initiative' }],
      owner: ['Owner', 'text'],
      cost_alone_minor: ['Cost without it', 'money'],
      reuse_cost_share: ['Cost of a reuse', 'share'],
      write_for_reuse: ['Extra to write for reuse', 'share'],
      upkeep_minor: ['Upkeep a month', 'money'],
    },
  },
  asset_reuse: {
    kind: 'model',
    subject: (row, nameOf) => `Reuse of ${asset(row, nameOf)}`,
    columns: { used_since: ['Used since', 'day'], reuse_cost_share: ['Cost of the reuse', 'share'] },
  },
};

const RISK: Readonly<Record<string, TableWords>> = {
  governance: {
    kind: 'risk',
    subject: () => '',
    columns: {
      autonomy: [
        'Autonomy',
        {
          words: {
            suggests: 'suggests; a person does it',
            drafts: 'drafts; a person sends it',
            acts_with_approval: 'acts after approval',
            acts_alone: 'acts alone',
          },
        },
      ],
      permissions: ['Tools and write permissions', 'text'],
      data_classes: ['Data classes', 'text'],
      model_version: ['Model and prompt version', 'text'],
      vendor: ['Vendor', 'text'],
      eu_role: ['Role under the EU AI Act', { words: { provider: 'provider', deployer: 'deployer' } }],
      classified_by: ['Risk class given by', 'text'],
      classified_on: ['Risk class given on', 'day'],
      classification_reason: ['Reason for the risk class', 'text'],
      impact_assessment: [
        'Impact assessment',
        { words: { yes: 'done', no: 'not done', not_needed: 'not needed' } },
      ],
      kill_switch_tested_on: ['Kill switch tested on', 'day'],
      red_teamed_on: ['Last red-team exercise', 'day'],
    },
  },
  framework_status: {
    kind: 'risk',
    subject: (row) => `Framework, ${row.framework_function}`,
    columns: { status: ['Status, 0 to 4', 'number'], link: ['Evidence', 'text'] },
  },
  incident: {
    kind: 'risk',
    subject: () => 'Incident',
    columns: {
      severity: ['Severity', 'number'],
      opened_on: ['Opened on', 'day'],
      deadline: ['Deadline', 'day'],
      mitigated_on: ['Mitigated on', 'day'],
      note: ['What happened', 'text'],
    },
  },
};

const COMMITMENTS: Readonly<Record<string, TableWords>> = {
  tripwire: {
    kind: 'commitments',
    subject: (row) => `Tripwire ${quoted(String(row.metric))}`,
    columns: {
      metric: ['Metric', 'text'],
      comparator: ['Must be', COMPARATORS],
      threshold: ['Threshold', 'number'],
      due_on: ['By', 'day'],
      committed_on: ['Committed on', 'day'],
      measured_value: ['Measured', 'number'],
    },
  },
  decision_condition: {
    kind: 'commitments',
    subject: (row) => `Condition ${quoted(String(row.what))}`,
    columns: {
      what: ['What', 'text'],
      owner: ['Owner', 'text'],
      due_on: ['Due', 'day'],
      met_on: ['Met on', 'day'],
      note: ['Note', 'text'],
    },
  },
};

const REVIEWS: Readonly<Record<string, TableWords>> = {
  decision: {
    kind: 'reviews',
    subject: reviewed('Decision'),
    columns: {
      recommended_rule: ['Recommended by', { words: RULE_NAMES }],
      decision: ['Decided', verdicts],
      reason: ['Reason', 'text'],
    },
  },
  decision_override: {
    kind: 'reviews',
    subject: reviewed('Override'),
    columns: {
      decided_by: ['Decided by', 'text'],
      reason: ['Reason', 'text'],
      expires_on: ['Until', 'day'],
      new_tripwire_id: ['New tripwire', { refersTo: 'tripwire' }],
    },
  },
  review_memory: {
    kind: 'reviews',
    subject: reviewed('Memory'),
    columns: {
      band: ['Band of P', 'number'],
      kill_watches: ['Kill watches in a row', 'number'],
      was_scale: ['Was SCALE', 'yes_no'],
    },
  },
  review_snapshot: {
    kind: 'reviews',
    subject: reviewed('Inputs'),
    columns: {
      engine_version: ['Engine', 'text'],
      policy_version: ['Policy version', 'number'],
      input_hash: ['Fingerprint', 'text'],
    },
  },
  fresh_start: {
    kind: 'reviews',
    subject: reviewed('Would we start it today'),
    columns: { answer: ['Answer', 'text'], only_if: ['Only if', 'text'] },
  },
  plan_choice: {
    kind: 'reviews',
    subject: () => 'Adopted plan',
    columns: { is_funded: ['Funded', 'yes_no'] },
  },
  scenario_choice: {
    kind: 'reviews',
    subject: (row, nameOf) => `Scenario ${quoted(nameOf('scenario', String(row.scenario_id)))}`,
    columns: { choice: ['Choice', 'text'] },
  },
};

/** Every table whose rows belong to an initiative, and the shared assets. */
export const TABLE_WORDS: Readonly<Record<string, TableWords>> = {
  ...DETAILS,
  ...GAPS,
  ...MONTHS,
  ...MODEL,
  ...RISK,
  ...COMMITMENTS,
  ...REVIEWS,
};

/** The tables an entry of a kind changes. */
export function tablesOfKind(kind: HistoryKind): readonly string[] {
  return Object.keys(TABLE_WORDS).filter((table) => TABLE_WORDS[table]?.kind === kind);
}
