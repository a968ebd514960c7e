-- table adopted_plan
CREATE TABLE adopted_plan (
  id TEXT NOT NULL PRIMARY KEY,
  adopted_on TEXT NOT NULL CHECK (date(adopted_on) IS adopted_on),
  note TEXT NOT NULL,
  recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 24 AND recorded_at GLOB '*-*-*T*:*:*Z')
) STRICT

-- table assessment
CREATE TABLE assessment (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  gap TEXT NOT NULL CHECK (gap IN ('data', 'integration', 'evaluation', 'governance', 'change')),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
  rater TEXT NOT NULL,
  rated_on TEXT NOT NULL CHECK (date(rated_on) IS rated_on),
  note TEXT NOT NULL,
  recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 24 AND recorded_at GLOB '*-*-*T*:*:*Z')
) STRICT

-- index assessment_by_initiative
CREATE INDEX assessment_by_initiative ON assessment (initiative_id)

-- table asset_reuse
CREATE TABLE asset_reuse (
  initiative_id TEXT NOT NULL,
  asset_id TEXT NOT NULL,
  used_since TEXT NOT NULL CHECK (date(used_since) IS used_since),
  reuse_cost_share REAL CHECK (reuse_cost_share >= 0),
  PRIMARY KEY (initiative_id, asset_id),
  FOREIGN KEY (initiative_id, asset_id) REFERENCES asset_use (initiative_id, asset_id)
) STRICT, WITHOUT ROWID

-- table asset_terms
CREATE TABLE asset_terms (
  asset_id TEXT NOT NULL PRIMARY KEY REFERENCES shared_asset (id),
  built_by TEXT REFERENCES initiative (id),
  owner TEXT NOT NULL,
  cost_alone_minor INTEGER CHECK (cost_alone_minor BETWEEN -10000000000000 AND 10000000000000),
  reuse_cost_share REAL CHECK (reuse_cost_share >= 0),
  write_for_reuse REAL CHECK (write_for_reuse >= 0),
  upkeep_minor INTEGER CHECK (upkeep_minor BETWEEN -10000000000000 AND 10000000000000)
) STRICT

-- index asset_terms_by_builder
CREATE INDEX asset_terms_by_builder ON asset_terms (built_by) WHERE built_by IS NOT NULL

-- table asset_use
CREATE TABLE asset_use (
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  asset_id TEXT NOT NULL REFERENCES shared_asset (id),
  needed_from TEXT NOT NULL CHECK (needed_from IN ('idea', 'pilot', 'limited', 'scaled', 'expansion')),
  PRIMARY KEY (initiative_id, asset_id)
) STRICT, WITHOUT ROWID

-- index asset_use_by_asset
CREATE INDEX asset_use_by_asset ON asset_use (asset_id)

-- table checklist_row
CREATE TABLE checklist_row (
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  dimension TEXT NOT NULL CHECK (
    dimension IN ('data', 'integration', 'evaluation', 'governance', 'success_metric', 'ownership')
  ),
  state TEXT NOT NULL CHECK (state IN ('pilot_grade', 'production_ready')),
  proof_kind TEXT CHECK (proof_kind IN ('opinion', 'document', 'test', 'telemetry', 'audit')),
  proof_dated_on TEXT CHECK (date(proof_dated_on) IS proof_dated_on),
  proof_link TEXT,
  proof_note TEXT,
  PRIMARY KEY (initiative_id, dimension),
  CHECK ((state = 'production_ready') = (proof_kind IS NOT NULL)),
  CHECK ((state = 'production_ready') = (proof_dated_on IS NOT NULL)),
  CHECK ((state = 'production_ready') = (proof_link IS NOT NULL)),
  CHECK ((state = 'production_ready') = (proof_note IS NOT NULL)),
  CHECK (state = 'pilot_grade' OR trim(proof_link) <> '' OR trim(proof_note) <> '')
) STRICT, WITHOUT ROWID

-- table commentary
CREATE TABLE commentary (
  section TEXT NOT NULL CHECK (section <> ''),
  as_of TEXT NOT NULL CHECK (date(as_of) IS as_of),
  body TEXT NOT NULL CHECK (trim(body) <> ''),
  author TEXT NOT NULL,
  PRIMARY KEY (section, as_of)
) STRICT, WITHOUT ROWID

-- table cost_terms
CREATE TABLE cost_terms (
  line_id TEXT NOT NULL PRIMARY KEY REFERENCES value_line (id),
  is_once INTEGER NOT NULL CHECK (is_once IN (0, 1))
) STRICT

-- table decision
CREATE TABLE decision (
  review_id TEXT NOT NULL REFERENCES review (id),
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  recommended_rule TEXT CHECK (
    recommended_rule IN (
      'K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'H0', 'H1', 'F1', 'F2', 'H2', 'H3', 'H4', 'S1', 'C1'
    )
  ),
  decision TEXT NOT NULL CHECK (decision IN ('kill', 'fix', 'hold', 'continue', 'scale')),
  reason TEXT NOT NULL,
  causes TEXT NOT NULL CHECK (json_valid(causes) AND json_type(causes) = 'array'),
  PRIMARY KEY (review_id, initiative_id)
) STRICT

-- index decision_by_initiative
CREATE INDEX decision_by_initiative ON decision (initiative_id)

-- table decision_condition
CREATE TABLE decision_condition (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  review_id TEXT REFERENCES review (id),
  what TEXT NOT NULL CHECK (trim(what) <> ''),
  owner TEXT NOT NULL CHECK (trim(owner) <> ''),
  due_on TEXT NOT NULL CHECK (date(due_on) IS due_on),
  met_on TEXT CHECK (date(met_on) IS met_on),
  note TEXT NOT NULL
) STRICT

-- index decision_condition_by_initiative
CREATE INDEX decision_condition_by_initiative ON decision_condition (initiative_id)

-- index decision_condition_by_review
CREATE INDEX decision_condition_by_review ON decision_condition (review_id) WHERE review_id IS NOT NULL

-- table decision_override
CREATE TABLE decision_override (
  review_id TEXT NOT NULL,
  initiative_id TEXT NOT NULL,
  decided_by TEXT NOT NULL CHECK (trim(decided_by) <> ''),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  expires_on TEXT NOT NULL CHECK (date(expires_on) IS expires_on),
  new_tripwire_id TEXT REFERENCES tripwire (id),
  PRIMARY KEY (review_id, initiative_id),
  FOREIGN KEY (review_id, initiative_id) REFERENCES decision (review_id, initiative_id)
) STRICT

-- index decision_override_by_tripwire
CREATE INDEX decision_override_by_tripwire ON decision_override (new_tripwire_id)
  WHERE new_tripwire_id IS NOT NULL

-- table driver
CREATE TABLE driver (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  unit TEXT NOT NULL,
  bound TEXT NOT NULL CHECK (bound IN ('positive', 'share', 'free')),
  p10 REAL,
  p50 REAL,
  p90 REAL,
  dated_on TEXT CHECK (date(dated_on) IS dated_on),
  grade TEXT CHECK (grade IN ('opinion', 'document', 'test', 'telemetry', 'audit')),
  is_volume INTEGER NOT NULL CHECK (is_volume IN (0, 1)),
  measure_cost_minor INTEGER CHECK (measure_cost_minor BETWEEN -10000000000000 AND 10000000000000),
  measure_days INTEGER CHECK (measure_days >= 0),
  sort_order INTEGER NOT NULL
) STRICT

-- index driver_by_initiative
CREATE INDEX driver_by_initiative ON driver (initiative_id)

-- table driver_loading
CREATE TABLE driver_loading (
  driver_id TEXT NOT NULL REFERENCES driver (id),
  factor TEXT NOT NULL CHECK (factor <> ''),
  loading REAL NOT NULL CHECK (loading BETWEEN -1 AND 1),
  PRIMARY KEY (driver_id, factor)
) STRICT, WITHOUT ROWID

-- index driver_loading_by_factor
CREATE INDEX driver_loading_by_factor ON driver_loading (factor)

-- table evidence
CREATE TABLE evidence (
  id TEXT NOT NULL PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  kind TEXT NOT NULL CHECK (kind IN ('opinion', 'document', 'test', 'telemetry', 'audit')),
  dated_on TEXT NOT NULL CHECK (date(dated_on) IS dated_on),
  link TEXT NOT NULL,
  note TEXT NOT NULL,
  source_question TEXT NOT NULL
) STRICT

-- index evidence_by_assessment
CREATE INDEX evidence_by_assessment ON evidence (assessment_id)

-- table forecast_range
CREATE TABLE forecast_range (
  line_id TEXT NOT NULL,
  month INTEGER NOT NULL,
  p10_minor INTEGER NOT NULL CHECK (p10_minor BETWEEN -10000000000000 AND 10000000000000),
  p90_minor INTEGER NOT NULL CHECK (p90_minor BETWEEN -10000000000000 AND 10000000000000),
  PRIMARY KEY (line_id, month),
  FOREIGN KEY (line_id, month) REFERENCES forecast_value (line_id, month),
  CHECK (p10_minor <= p90_minor)
) STRICT, WITHOUT ROWID

-- table forecast_value
CREATE TABLE forecast_value (
  line_id TEXT NOT NULL REFERENCES value_line (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 22800 AND 26411),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN -10000000000000 AND 10000000000000),
  PRIMARY KEY (line_id, month)
) STRICT, WITHOUT ROWID

-- table framework_status
CREATE TABLE framework_status (
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  framework_function TEXT NOT NULL CHECK (framework_function IN ('govern', 'map', 'measure', 'manage')),
  status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 4),
  link TEXT NOT NULL,
  PRIMARY KEY (initiative_id, framework_function)
) STRICT, WITHOUT ROWID

-- table fresh_start
CREATE TABLE fresh_start (
  review_id TEXT NOT NULL,
  initiative_id TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'only_if')),
  only_if TEXT NOT NULL,
  PRIMARY KEY (review_id, initiative_id),
  FOREIGN KEY (review_id, initiative_id) REFERENCES decision (review_id, initiative_id),
  CHECK ((answer = 'only_if') = (trim(only_if) <> ''))
) STRICT, WITHOUT ROWID

-- table governance
CREATE TABLE governance (
  initiative_id TEXT NOT NULL PRIMARY KEY REFERENCES initiative (id),
  autonomy TEXT CHECK (autonomy IN ('suggests', 'drafts', 'acts_with_approval', 'acts_alone')),
  permissions TEXT NOT NULL,
  data_classes TEXT NOT NULL,
  model_version TEXT NOT NULL,
  vendor TEXT NOT NULL,
  eu_role TEXT CHECK (eu_role IN ('provider', 'deployer')),
  classified_by TEXT NOT NULL,
  classified_on TEXT CHECK (date(classified_on) IS classified_on),
  classification_reason TEXT NOT NULL,
  impact_assessment TEXT CHECK (impact_assessment IN ('yes', 'no', 'not_needed')),
  kill_switch_tested_on TEXT CHECK (date(kill_switch_tested_on) IS kill_switch_tested_on),
  red_teamed_on TEXT CHECK (date(red_teamed_on) IS red_teamed_on)
) STRICT

-- table history
CREATE TABLE history (
  seq INTEGER PRIMARY KEY CHECK (seq >= 1),
  at TEXT NOT NULL CHECK (length(at) = 24 AND at GLOB '*-*-*T*:*:*Z'),
  actor TEXT NOT NULL,
  app_version TEXT NOT NULL,
  command TEXT NOT NULL CHECK (command <> ''),
  label TEXT NOT NULL CHECK (label <> ''),
  undoes INTEGER REFERENCES history (seq),
  prev_hash TEXT NOT NULL CHECK (length(prev_hash) = 64),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  CHECK (undoes < seq),
  CHECK ((undoes IS NOT NULL) = (command IN ('undo', 'redo')))
) STRICT

-- index history_by_undoes
CREATE UNIQUE INDEX history_by_undoes ON history (undoes) WHERE undoes IS NOT NULL

-- table history_change
CREATE TABLE history_change (
  seq INTEGER NOT NULL REFERENCES history (seq),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,
  initiative_id TEXT,
  before TEXT,
  after TEXT,
  PRIMARY KEY (seq, ordinal),
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT

-- index history_change_by_initiative
CREATE INDEX history_change_by_initiative ON history_change (initiative_id, seq)
  WHERE initiative_id IS NOT NULL

-- trigger history_change_is_append_only_delete
CREATE TRIGGER history_change_is_append_only_delete BEFORE DELETE ON history_change
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END

-- trigger history_change_is_append_only_update
CREATE TRIGGER history_change_is_append_only_update BEFORE UPDATE ON history_change
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END

-- trigger history_is_append_only_delete
CREATE TRIGGER history_is_append_only_delete BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END

-- trigger history_is_append_only_update
CREATE TRIGGER history_is_append_only_update BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END

-- table import_batch
CREATE TABLE import_batch (
  id TEXT NOT NULL PRIMARY KEY,
  file_name TEXT NOT NULL,
  profile_id TEXT NOT NULL,
  rows_read INTEGER NOT NULL CHECK (rows_read >= 0),
  rows_imported INTEGER NOT NULL CHECK (rows_imported >= 0),
  rows_blocked INTEGER NOT NULL CHECK (rows_blocked >= 0),
  rows_duplicate INTEGER NOT NULL CHECK (rows_duplicate >= 0),
  at TEXT NOT NULL CHECK (length(at) = 24 AND at GLOB '*-*-*T*:*:*Z'),
  actor TEXT NOT NULL,
  CHECK (rows_imported + rows_blocked + rows_duplicate = rows_read)
) STRICT

-- table import_mapping
CREATE TABLE import_mapping (
  id TEXT NOT NULL PRIMARY KEY,
  header_key TEXT NOT NULL UNIQUE CHECK (header_key <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  body TEXT NOT NULL CHECK (json_valid(body) AND json_type(body) = 'object'),
  saved_at TEXT NOT NULL CHECK (length(saved_at) = 24 AND saved_at GLOB '*-*-*T*:*:*Z')
) STRICT

-- table import_problem
CREATE TABLE import_problem (
  batch_id TEXT NOT NULL REFERENCES import_batch (id),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  row_no INTEGER NOT NULL CHECK (row_no >= 1),
  column_name TEXT,
  cell TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('blocked', 'duplicate', 'warning')),
  code TEXT NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (batch_id, ordinal)
) STRICT

-- table incident
CREATE TABLE incident (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 4),
  opened_on TEXT NOT NULL CHECK (date(opened_on) IS opened_on),
  deadline TEXT NOT NULL CHECK (date(deadline) IS deadline),
  mitigated_on TEXT CHECK (date(mitigated_on) IS mitigated_on),
  note TEXT NOT NULL
) STRICT

-- index incident_by_initiative
CREATE INDEX incident_by_initiative ON incident (initiative_id)

-- table initiative
CREATE TABLE initiative (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  purpose TEXT NOT NULL,
  unit TEXT NOT NULL,
  business_owner TEXT NOT NULL,
  technical_owner TEXT NOT NULL,
  finance_validator TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('idea', 'pilot', 'limited', 'scaled', 'retired')),
  stage_entered_on TEXT CHECK (date(stage_entered_on) IS stage_entered_on),
  is_paused INTEGER NOT NULL CHECK (is_paused IN (0, 1)),
  paused_months INTEGER NOT NULL CHECK (paused_months >= 0),
  planned_pilot_months INTEGER CHECK (planned_pilot_months >= 1),
  metric_name TEXT NOT NULL,
  metric_unit TEXT NOT NULL,
  baseline_value REAL,
  baseline_data_end TEXT CHECK (date(baseline_data_end) IS baseline_data_end),
  baseline_source TEXT CHECK (baseline_source IN ('before', 'holdout', 'comparison_group')),
  target_comparator TEXT CHECK (target_comparator IN ('at_least', 'at_most')),
  target_value REAL,
  target_date TEXT CHECK (date(target_date) IS target_date),
  lawful_basis TEXT CHECK (lawful_basis IN ('yes', 'no')),
  risk_class TEXT CHECK (
    risk_class IN ('prohibited', 'high_annex_i', 'high_annex_iii', 'transparency', 'minimal', 'gpai')
  ),
  oversight TEXT NOT NULL,
  evaluation_ran_on TEXT CHECK (date(evaluation_ran_on) IS evaluation_ran_on),
  evaluation_pass_rate REAL CHECK (evaluation_pass_rate BETWEEN 0 AND 1),
  evaluation_pass_mark REAL CHECK (evaluation_pass_mark BETWEEN 0 AND 1),
  import_batch_id TEXT REFERENCES import_batch (id),
  source_row INTEGER CHECK (source_row >= 1),
  source_fingerprint TEXT,
  source_identity TEXT,
  created_at TEXT NOT NULL CHECK (length(created_at) = 24 AND created_at GLOB '*-*-*T*:*:*Z'),
  CHECK ((import_batch_id IS NULL) = (source_row IS NULL))
) STRICT

-- index initiative_by_import_batch
CREATE INDEX initiative_by_import_batch ON initiative (import_batch_id)

-- index initiative_by_source_fingerprint
CREATE INDEX initiative_by_source_fingerprint ON initiative (source_fingerprint)

-- index initiative_by_source_identity
CREATE INDEX initiative_by_source_identity ON initiative (source_identity)

-- table launch
CREATE TABLE launch (
  initiative_id TEXT NOT NULL PRIMARY KEY REFERENCES initiative (id),
  launched_on TEXT NOT NULL CHECK (date(launched_on) IS launched_on),
  effort_points REAL CHECK (effort_points > 0),
  working_days INTEGER CHECK (working_days >= 0),
  is_funded_from_returns INTEGER NOT NULL CHECK (is_funded_from_returns IN (0, 1))
) STRICT

-- table metric_reading
CREATE TABLE metric_reading (
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 22800 AND 26411),
  value REAL NOT NULL,
  PRIMARY KEY (initiative_id, month)
) STRICT, WITHOUT ROWID

-- table month_state
CREATE TABLE month_state (
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 22800 AND 26411),
  state TEXT NOT NULL CHECK (state IN ('closed', 'restated')),
  at TEXT NOT NULL CHECK (length(at) = 24 AND at GLOB '*-*-*T*:*:*Z'),
  actor TEXT NOT NULL,
  PRIMARY KEY (initiative_id, month)
) STRICT, WITHOUT ROWID

-- table month_value
CREATE TABLE month_value (
  line_id TEXT NOT NULL REFERENCES value_line (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 22800 AND 26411),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN -10000000000000 AND 10000000000000),
  PRIMARY KEY (line_id, month)
) STRICT, WITHOUT ROWID

-- table outcome_terms
CREATE TABLE outcome_terms (
  line_id TEXT NOT NULL PRIMARY KEY REFERENCES value_line (id),
  unit TEXT NOT NULL,
  value_per_unit REAL,
  agreed_by TEXT NOT NULL,
  baseline_value REAL,
  baseline_on TEXT CHECK (date(baseline_on) IS baseline_on),
  attribution REAL CHECK (attribution BETWEEN 0 AND 1),
  realisation REAL CHECK (realisation BETWEEN 0 AND 1)
) STRICT

-- table plan_choice
CREATE TABLE plan_choice (
  plan_id TEXT NOT NULL REFERENCES adopted_plan (id),
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  is_funded INTEGER NOT NULL CHECK (is_funded IN (0, 1)),
  PRIMARY KEY (plan_id, initiative_id)
) STRICT, WITHOUT ROWID

-- index plan_choice_by_initiative
CREATE INDEX plan_choice_by_initiative ON plan_choice (initiative_id)

-- table plan_value
CREATE TABLE plan_value (
  plan_id TEXT NOT NULL REFERENCES plan_version (id),
  line_id TEXT NOT NULL REFERENCES value_line (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 22800 AND 26411),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN -10000000000000 AND 10000000000000),
  PRIMARY KEY (plan_id, line_id, month)
) STRICT, WITHOUT ROWID

-- index plan_value_by_line
CREATE INDEX plan_value_by_line ON plan_value (line_id)

-- table plan_version
CREATE TABLE plan_version (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  in_force_from INTEGER NOT NULL CHECK (in_force_from BETWEEN 22800 AND 26411),
  approved_on TEXT NOT NULL CHECK (date(approved_on) IS approved_on),
  approved_by TEXT NOT NULL,
  UNIQUE (initiative_id, version)
) STRICT

-- table policy_version
CREATE TABLE policy_version (
  version INTEGER PRIMARY KEY CHECK (version >= 2),
  body TEXT NOT NULL CHECK (json_valid(body) AND json_type(body) = 'object'),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  saved_at TEXT NOT NULL CHECK (length(saved_at) = 24 AND saved_at GLOB '*-*-*T*:*:*Z'),
  actor TEXT NOT NULL
) STRICT

-- table portfolio
CREATE TABLE portfolio (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  file_id TEXT NOT NULL CHECK (file_id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  fiscal_year_start INTEGER NOT NULL CHECK (fiscal_year_start BETWEEN 1 AND 12),
  reviewer TEXT NOT NULL,
  sample_as_of TEXT CHECK (date(sample_as_of) IS sample_as_of),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24 AND created_at GLOB '*-*-*T*:*:*Z')
) STRICT

-- table portfolio_setting
CREATE TABLE portfolio_setting (
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID

-- table quarter_budget
CREATE TABLE quarter_budget (
  quarter_start INTEGER NOT NULL PRIMARY KEY CHECK (quarter_start BETWEEN 22800 AND 26411),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN -10000000000000 AND 10000000000000)
) STRICT

-- table quarter_people
CREATE TABLE quarter_people (
  quarter_start INTEGER NOT NULL CHECK (quarter_start BETWEEN 22800 AND 26411),
  role TEXT NOT NULL CHECK (trim(role) <> ''),
  days REAL NOT NULL CHECK (days >= 0),
  PRIMARY KEY (quarter_start, role)
) STRICT, WITHOUT ROWID

-- table restated_amount
CREATE TABLE restated_amount (
  restatement_id TEXT NOT NULL REFERENCES restatement (id),
  line_id TEXT NOT NULL REFERENCES value_line (id),
  old_minor INTEGER CHECK (old_minor BETWEEN -10000000000000 AND 10000000000000),
  new_minor INTEGER CHECK (new_minor BETWEEN -10000000000000 AND 10000000000000),
  PRIMARY KEY (restatement_id, line_id),
  CHECK (old_minor IS NOT new_minor)
) STRICT, WITHOUT ROWID

-- index restated_amount_by_line
CREATE INDEX restated_amount_by_line ON restated_amount (line_id)

-- table restated_figure
CREATE TABLE restated_figure (
  restatement_id TEXT NOT NULL REFERENCES restatement (id),
  figure TEXT NOT NULL CHECK (figure IN ('reading', 'attempts', 'successes')),
  old_value REAL,
  new_value REAL,
  PRIMARY KEY (restatement_id, figure),
  CHECK (old_value IS NOT new_value)
) STRICT, WITHOUT ROWID

-- table restatement
CREATE TABLE restatement (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 22800 AND 26411),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  restated_at TEXT NOT NULL CHECK (length(restated_at) = 24 AND restated_at GLOB '*-*-*T*:*:*Z'),
  actor TEXT NOT NULL
) STRICT

-- index restatement_by_initiative
CREATE INDEX restatement_by_initiative ON restatement (initiative_id)

-- table review
CREATE TABLE review (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  ends_on TEXT NOT NULL CHECK (date(ends_on) IS ends_on),
  closed_at TEXT CHECK (length(closed_at) = 24 AND closed_at GLOB '*-*-*T*:*:*Z')
) STRICT

-- table review_memory
CREATE TABLE review_memory (
  review_id TEXT NOT NULL,
  initiative_id TEXT NOT NULL,
  band INTEGER NOT NULL CHECK (band BETWEEN 0 AND 3),
  pending INTEGER NOT NULL CHECK (pending BETWEEN -1 AND 1),
  kill_watches INTEGER NOT NULL CHECK (kill_watches >= 0),
  was_scale INTEGER NOT NULL CHECK (was_scale IN (0, 1)),
  PRIMARY KEY (review_id, initiative_id),
  FOREIGN KEY (review_id, initiative_id) REFERENCES decision (review_id, initiative_id)
) STRICT, WITHOUT ROWID

-- table review_snapshot
CREATE TABLE review_snapshot (
  review_id TEXT NOT NULL,
  initiative_id TEXT NOT NULL,
  inputs TEXT NOT NULL CHECK (json_valid(inputs)),
  input_hash TEXT NOT NULL CHECK (input_hash <> ''),
  engine_version TEXT NOT NULL CHECK (engine_version <> ''),
  policy_version INTEGER NOT NULL CHECK (policy_version >= 1),
  seed TEXT NOT NULL,
  PRIMARY KEY (review_id, initiative_id),
  FOREIGN KEY (review_id, initiative_id) REFERENCES decision (review_id, initiative_id)
) STRICT

-- index review_snapshot_by_initiative
CREATE INDEX review_snapshot_by_initiative ON review_snapshot (initiative_id)

-- table role_price
CREATE TABLE role_price (
  plan_id TEXT NOT NULL REFERENCES adopted_plan (id),
  role TEXT NOT NULL CHECK (trim(role) <> ''),
  price REAL NOT NULL CHECK (price >= 0),
  PRIMARY KEY (plan_id, role)
) STRICT, WITHOUT ROWID

-- table saved_view
CREATE TABLE saved_view (
  id TEXT NOT NULL PRIMARY KEY,
  screen TEXT NOT NULL CHECK (screen <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  body TEXT NOT NULL CHECK (json_valid(body) AND json_type(body) = 'object'),
  sort_order INTEGER NOT NULL,
  UNIQUE (screen, name)
) STRICT

-- table scenario
CREATE TABLE scenario (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  note TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body) AND json_type(body) = 'object'),
  sort_order INTEGER NOT NULL
) STRICT

-- table scenario_choice
CREATE TABLE scenario_choice (
  scenario_id TEXT NOT NULL REFERENCES scenario (id),
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  choice TEXT NOT NULL CHECK (choice IN ('must', 'must_not', 'in', 'out')),
  PRIMARY KEY (scenario_id, initiative_id)
) STRICT, WITHOUT ROWID

-- index scenario_choice_by_initiative
CREATE INDEX scenario_choice_by_initiative ON scenario_choice (initiative_id)

-- table scope
CREATE TABLE scope (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  stage TEXT NOT NULL CHECK (stage IN ('idea', 'pilot', 'limited', 'scaled', 'expansion')),
  basis TEXT NOT NULL CHECK (basis IN ('plan', 'measured')),
  decision_month INTEGER CHECK (decision_month >= 0),
  build_months INTEGER CHECK (build_months >= 0),
  ramp_months INTEGER CHECK (ramp_months >= 1),
  UNIQUE (initiative_id, stage)
) STRICT

-- table scope_line
CREATE TABLE scope_line (
  id TEXT NOT NULL PRIMARY KEY,
  scope_id TEXT NOT NULL REFERENCES scope (id),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('benefit', 'variable', 'fixed', 'once')),
  constant REAL NOT NULL,
  role TEXT CHECK (trim(role) <> ''),
  sort_order INTEGER NOT NULL
) STRICT

-- index scope_line_by_scope
CREATE INDEX scope_line_by_scope ON scope_line (scope_id)

-- table scope_line_driver
CREATE TABLE scope_line_driver (
  line_id TEXT NOT NULL REFERENCES scope_line (id),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 5),
  driver_id TEXT NOT NULL REFERENCES driver (id),
  PRIMARY KEY (line_id, ordinal)
) STRICT, WITHOUT ROWID

-- index scope_line_driver_by_driver
CREATE INDEX scope_line_driver_by_driver ON scope_line_driver (driver_id)

-- table shared_asset
CREATE TABLE shared_asset (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  kind TEXT NOT NULL CHECK (
    kind IN ('connector', 'data_product', 'eval_suite', 'guardrail', 'library', 'platform')
  ),
  live_on TEXT CHECK (date(live_on) IS live_on),
  planned_live_month INTEGER CHECK (planned_live_month BETWEEN 22800 AND 26411),
  late_probability REAL CHECK (late_probability BETWEEN 0 AND 1),
  months_late INTEGER CHECK (months_late >= 0)
) STRICT

-- index sqlite_autoindex_adopted_plan_1
(automatic)

-- index sqlite_autoindex_assessment_1
(automatic)

-- index sqlite_autoindex_asset_terms_1
(automatic)

-- index sqlite_autoindex_cost_terms_1
(automatic)

-- index sqlite_autoindex_decision_1
(automatic)

-- index sqlite_autoindex_decision_condition_1
(automatic)

-- index sqlite_autoindex_decision_override_1
(automatic)

-- index sqlite_autoindex_driver_1
(automatic)

-- index sqlite_autoindex_evidence_1
(automatic)

-- index sqlite_autoindex_governance_1
(automatic)

-- index sqlite_autoindex_history_change_1
(automatic)

-- index sqlite_autoindex_import_batch_1
(automatic)

-- index sqlite_autoindex_import_mapping_1
(automatic)

-- index sqlite_autoindex_import_mapping_2
(automatic)

-- index sqlite_autoindex_import_problem_1
(automatic)

-- index sqlite_autoindex_incident_1
(automatic)

-- index sqlite_autoindex_initiative_1
(automatic)

-- index sqlite_autoindex_launch_1
(automatic)

-- index sqlite_autoindex_outcome_terms_1
(automatic)

-- index sqlite_autoindex_plan_version_1
(automatic)

-- index sqlite_autoindex_plan_version_2
(automatic)

-- index sqlite_autoindex_restatement_1
(automatic)

-- index sqlite_autoindex_review_1
(automatic)

-- index sqlite_autoindex_review_snapshot_1
(automatic)

-- index sqlite_autoindex_saved_view_1
(automatic)

-- index sqlite_autoindex_saved_view_2
(automatic)

-- index sqlite_autoindex_scenario_1
(automatic)

-- index sqlite_autoindex_scope_1
(automatic)

-- index sqlite_autoindex_scope_2
(automatic)

-- index sqlite_autoindex_scope_line_1
(automatic)

-- index sqlite_autoindex_shared_asset_1
(automatic)

-- index sqlite_autoindex_stop_terms_1
(automatic)

-- index sqlite_autoindex_tripwire_1
(automatic)

-- index sqlite_autoindex_value_line_1
(automatic)

-- table stage_change
CREATE TABLE stage_change (
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  from_stage TEXT NOT NULL CHECK (from_stage IN ('idea', 'pilot', 'limited', 'scaled', 'retired')),
  to_stage TEXT NOT NULL CHECK (to_stage IN ('idea', 'pilot', 'limited', 'scaled', 'retired')),
  changed_on TEXT NOT NULL CHECK (date(changed_on) IS changed_on),
  PRIMARY KEY (initiative_id, ordinal),
  CHECK (from_stage <> to_stage)
) STRICT, WITHOUT ROWID

-- table stop_terms
CREATE TABLE stop_terms (
  initiative_id TEXT NOT NULL PRIMARY KEY REFERENCES initiative (id),
  salvage_minor INTEGER NOT NULL CHECK (salvage_minor BETWEEN -10000000000000 AND 10000000000000),
  exit_minor INTEGER NOT NULL CHECK (exit_minor BETWEEN -10000000000000 AND 10000000000000),
  upkeep_minor INTEGER NOT NULL CHECK (upkeep_minor BETWEEN -10000000000000 AND 10000000000000),
  upkeep_months INTEGER NOT NULL CHECK (upkeep_months >= 0)
) STRICT

-- table tripwire
CREATE TABLE tripwire (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  metric TEXT NOT NULL CHECK (trim(metric) <> ''),
  comparator TEXT NOT NULL CHECK (comparator IN ('at_least', 'at_most')),
  threshold REAL NOT NULL,
  due_on TEXT NOT NULL CHECK (date(due_on) IS due_on),
  committed_on TEXT NOT NULL CHECK (date(committed_on) IS committed_on),
  measured_value REAL
) STRICT

-- index tripwire_by_initiative
CREATE INDEX tripwire_by_initiative ON tripwire (initiative_id)

-- table unit_count
CREATE TABLE unit_count (
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 22800 AND 26411),
  attempts REAL CHECK (attempts >= 0),
  successes REAL CHECK (successes >= 0),
  PRIMARY KEY (initiative_id, month),
  CHECK (attempts IS NOT NULL OR successes IS NOT NULL),
  CHECK (successes <= attempts)
) STRICT, WITHOUT ROWID

-- table value_line
CREATE TABLE value_line (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  kind TEXT NOT NULL CHECK (kind IN ('cost', 'outcome')),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  sort_order INTEGER NOT NULL,
  starts_on INTEGER CHECK (starts_on BETWEEN 22800 AND 26411),
  ends_on INTEGER CHECK (ends_on BETWEEN 22800 AND 26411),
  category TEXT CHECK (
    category IN (
      'inference', 'platform', 'integration_build', 'integration_maintenance', 'data_upkeep', 'evaluation',
      'oversight', 'error_correction', 'change_training', 'governance_security', 'retirement'
    )
  ),
  outcome_kind TEXT CHECK (
    outcome_kind IN (
      'deflected_contacts', 'hours_saved', 'cycle_time', 'cost_avoided', 'revenue', 'quality', 'risk_avoided'
    )
  ),
  method TEXT CHECK (method IN ('holdout', 'before_after', 'log_count', 'survey', 'estimate')),
  is_cash_releasing INTEGER CHECK (is_cash_releasing IN (0, 1)),
  CHECK ((kind = 'cost') = (category IS NOT NULL)),
  CHECK ((kind = 'outcome') = (outcome_kind IS NOT NULL)),
  CHECK ((kind = 'outcome') = (method IS NOT NULL)),
  CHECK ((kind = 'outcome') = (is_cash_releasing IS NOT NULL)),
  CHECK (starts_on IS NULL OR ends_on IS NULL OR starts_on <= ends_on)
) STRICT

-- index value_line_by_initiative
CREATE INDEX value_line_by_initiative ON value_line (initiative_id)
