/**
 * The forward model, plans and forecasts, the checklist, policies, and what a review leaves for the engine.
 * New tables only: rows of version 1, and their images in the history, stay as they are.
 * Literals only, nothing imported from the application, so that its meaning cannot move.
 *
 * Quantities and prices are REAL in currency units; amounts are integer minor units; a NULL is not entered yet.
 * Terms of a line are rows of their own: no row = nothing stated.
 */
export const forwardModelSchema = `
CREATE TABLE cost_terms (
  line_id TEXT NOT NULL PRIMARY KEY REFERENCES value_line (id),
  is_once INTEGER NOT NULL CHECK (is_once IN (0, 1))
) STRICT;

CREATE TABLE outcome_terms (
  line_id TEXT NOT NULL PRIMARY KEY REFERENCES value_line (id),
  unit TEXT NOT NULL,
  value_per_unit REAL,
  agreed_by TEXT NOT NULL,
  baseline_value REAL,
  baseline_on TEXT CHECK (date(baseline_on) IS baseline_on),
  attribution REAL CHECK (attribution BETWEEN 0 AND 1),
  realisation REAL CHECK (realisation BETWEEN 0 AND 1)
) STRICT;

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
) STRICT;
CREATE INDEX driver_by_initiative ON driver (initiative_id);

CREATE TABLE driver_loading (
  driver_id TEXT NOT NULL REFERENCES driver (id),
  factor TEXT NOT NULL CHECK (factor <> ''),
  loading REAL NOT NULL CHECK (loading BETWEEN -1 AND 1),
  PRIMARY KEY (driver_id, factor)
) STRICT, WITHOUT ROWID;
CREATE INDEX driver_loading_by_factor ON driver_loading (factor);

CREATE TABLE scope (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  stage TEXT NOT NULL CHECK (stage IN ('idea', 'pilot', 'limited', 'scaled', 'expansion')),
  basis TEXT NOT NULL CHECK (basis IN ('plan', 'measured')),
  decision_month INTEGER CHECK (decision_month >= 0),
  build_months INTEGER CHECK (build_months >= 0),
  ramp_months INTEGER CHECK (ramp_months >= 1),
  UNIQUE (initiative_id, stage)
) STRICT;

CREATE TABLE scope_line (
  id TEXT NOT NULL PRIMARY KEY,
  scope_id TEXT NOT NULL REFERENCES scope (id),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('benefit', 'variable', 'fixed', 'once')),
  constant REAL NOT NULL,
  role TEXT CHECK (trim(role) <> ''),
  sort_order INTEGER NOT NULL
) STRICT;
CREATE INDEX scope_line_by_scope ON scope_line (scope_id);

CREATE TABLE scope_line_driver (
  line_id TEXT NOT NULL REFERENCES scope_line (id),
  ordinal INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 5),
  driver_id TEXT NOT NULL REFERENCES driver (id),
  PRIMARY KEY (line_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX scope_line_driver_by_driver ON scope_line_driver (driver_id);

CREATE TABLE stop_terms (
  initiative_id TEXT NOT NULL PRIMARY KEY REFERENCES initiative (id),
  salvage_minor INTEGER NOT NULL CHECK (salvage_minor BETWEEN -10000000000000 AND 10000000000000),
  exit_minor INTEGER NOT NULL CHECK (exit_minor BETWEEN -10000000000000 AND 10000000000000),
  upkeep_minor INTEGER NOT NULL CHECK (upkeep_minor BETWEEN -10000000000000 AND 10000000000000),
  upkeep_months INTEGER NOT NULL CHECK (upkeep_months >= 0)
) STRICT;

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
) STRICT;

CREATE TABLE asset_use (
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  asset_id TEXT NOT NULL REFERENCES shared_asset (id),
  needed_from TEXT NOT NULL CHECK (needed_from IN ('idea', 'pilot', 'limited', 'scaled', 'expansion')),
  PRIMARY KEY (initiative_id, asset_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX asset_use_by_asset ON asset_use (asset_id);

CREATE TABLE plan_version (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  version INTEGER NOT NULL CHECK (version >= 1),
  in_force_from INTEGER NOT NULL CHECK (in_force_from BETWEEN 22800 AND 26411),
  approved_on TEXT NOT NULL CHECK (date(approved_on) IS approved_on),
  approved_by TEXT NOT NULL,
  UNIQUE (initiative_id, version)
) STRICT;

CREATE TABLE plan_value (
  plan_id TEXT NOT NULL REFERENCES plan_version (id),
  line_id TEXT NOT NULL REFERENCES value_line (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 22800 AND 26411),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN -10000000000000 AND 10000000000000),
  PRIMARY KEY (plan_id, line_id, month)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_value_by_line ON plan_value (line_id);

CREATE TABLE forecast_value (
  line_id TEXT NOT NULL REFERENCES value_line (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 22800 AND 26411),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN -10000000000000 AND 10000000000000),
  PRIMARY KEY (line_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE unit_count (
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 22800 AND 26411),
  attempts REAL CHECK (attempts >= 0),
  successes REAL CHECK (successes >= 0),
  PRIMARY KEY (initiative_id, month),
  CHECK (attempts IS NOT NULL OR successes IS NOT NULL),
  CHECK (successes <= attempts)
) STRICT, WITHOUT ROWID;

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
) STRICT, WITHOUT ROWID;

CREATE TABLE stage_change (
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  ordinal INTEGER NOT NULL CHECK (ordinal >= 1),
  from_stage TEXT NOT NULL CHECK (from_stage IN ('idea', 'pilot', 'limited', 'scaled', 'retired')),
  to_stage TEXT NOT NULL CHECK (to_stage IN ('idea', 'pilot', 'limited', 'scaled', 'retired')),
  changed_on TEXT NOT NULL CHECK (date(changed_on) IS changed_on),
  PRIMARY KEY (initiative_id, ordinal),
  CHECK (from_stage <> to_stage)
) STRICT, WITHOUT ROWID;

CREATE TABLE policy_version (
  version INTEGER PRIMARY KEY CHECK (version >= 2),
  body TEXT NOT NULL CHECK (json_valid(body) AND json_type(body) = 'object'),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  saved_at TEXT NOT NULL CHECK (length(saved_at) = 24 AND saved_at GLOB '*-*-*T*:*:*Z'),
  actor TEXT NOT NULL
) STRICT;

CREATE TABLE adopted_plan (
  id TEXT NOT NULL PRIMARY KEY,
  adopted_on TEXT NOT NULL CHECK (date(adopted_on) IS adopted_on),
  note TEXT NOT NULL,
  recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 24 AND recorded_at GLOB '*-*-*T*:*:*Z')
) STRICT;

CREATE TABLE plan_choice (
  plan_id TEXT NOT NULL REFERENCES adopted_plan (id),
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  is_funded INTEGER NOT NULL CHECK (is_funded IN (0, 1)),
  PRIMARY KEY (plan_id, initiative_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX plan_choice_by_initiative ON plan_choice (initiative_id);

CREATE TABLE role_price (
  plan_id TEXT NOT NULL REFERENCES adopted_plan (id),
  role TEXT NOT NULL CHECK (trim(role) <> ''),
  price REAL NOT NULL CHECK (price >= 0),
  PRIMARY KEY (plan_id, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE review_memory (
  review_id TEXT NOT NULL,
  initiative_id TEXT NOT NULL,
  band INTEGER NOT NULL CHECK (band BETWEEN 0 AND 3),
  pending INTEGER NOT NULL CHECK (pending BETWEEN -1 AND 1),
  kill_watches INTEGER NOT NULL CHECK (kill_watches >= 0),
  was_scale INTEGER NOT NULL CHECK (was_scale IN (0, 1)),
  PRIMARY KEY (review_id, initiative_id),
  FOREIGN KEY (review_id, initiative_id) REFERENCES decision (review_id, initiative_id)
) STRICT, WITHOUT ROWID;

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
) STRICT;
CREATE INDEX review_snapshot_by_initiative ON review_snapshot (initiative_id);

CREATE TABLE decision_override (
  review_id TEXT NOT NULL,
  initiative_id TEXT NOT NULL,
  decided_by TEXT NOT NULL CHECK (trim(decided_by) <> ''),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  expires_on TEXT NOT NULL CHECK (date(expires_on) IS expires_on),
  new_tripwire_id TEXT REFERENCES tripwire (id),
  PRIMARY KEY (review_id, initiative_id),
  FOREIGN KEY (review_id, initiative_id) REFERENCES decision (review_id, initiative_id)
) STRICT;
CREATE INDEX decision_override_by_tripwire ON decision_override (new_tripwire_id)
  WHERE new_tripwire_id IS NOT NULL;
`;
