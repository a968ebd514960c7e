/**
 * The first schema. Shipped: never edit it, add a new migration instead.
 * Literals only, nothing imported from the application, so that its meaning cannot move.
 *
 * Months are `year * 12 + month - 1`, money is integer minor units, days are `YYYY-MM-DD`, moments are ISO 8601
 * in UTC with milliseconds, booleans are 0 and 1. A month without a row in `month_value` is unmeasured, one
 * without a row in `month_state` is open.
 */
export const portfolioSchema = `
CREATE TABLE portfolio (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  file_id TEXT NOT NULL CHECK (file_id <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  currency TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),
  fiscal_year_start INTEGER NOT NULL CHECK (fiscal_year_start BETWEEN 1 AND 12),
  reviewer TEXT NOT NULL,
  sample_as_of TEXT CHECK (date(sample_as_of) IS sample_as_of),
  created_at TEXT NOT NULL CHECK (length(created_at) = 24 AND created_at GLOB '*-*-*T*:*:*Z')
) STRICT;

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
) STRICT;

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
) STRICT;

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
) STRICT;
CREATE INDEX initiative_by_import_batch ON initiative (import_batch_id);
CREATE INDEX initiative_by_source_fingerprint ON initiative (source_fingerprint);
CREATE INDEX initiative_by_source_identity ON initiative (source_identity);

CREATE TABLE assessment (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  gap TEXT NOT NULL CHECK (gap IN ('data', 'integration', 'evaluation', 'governance', 'change')),
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 4),
  rater TEXT NOT NULL,
  rated_on TEXT NOT NULL CHECK (date(rated_on) IS rated_on),
  note TEXT NOT NULL,
  recorded_at TEXT NOT NULL CHECK (length(recorded_at) = 24 AND recorded_at GLOB '*-*-*T*:*:*Z')
) STRICT;
CREATE INDEX assessment_by_initiative ON assessment (initiative_id);

CREATE TABLE evidence (
  id TEXT NOT NULL PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessment (id),
  kind TEXT NOT NULL CHECK (kind IN ('opinion', 'document', 'test', 'telemetry', 'audit')),
  dated_on TEXT NOT NULL CHECK (date(dated_on) IS dated_on),
  link TEXT NOT NULL,
  note TEXT NOT NULL,
  source_question TEXT NOT NULL
) STRICT;
CREATE INDEX evidence_by_assessment ON evidence (assessment_id);

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
) STRICT;
CREATE INDEX value_line_by_initiative ON value_line (initiative_id);

CREATE TABLE month_value (
  line_id TEXT NOT NULL REFERENCES value_line (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 22800 AND 26411),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN -10000000000000 AND 10000000000000),
  PRIMARY KEY (line_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE month_state (
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 22800 AND 26411),
  state TEXT NOT NULL CHECK (state IN ('closed', 'restated')),
  at TEXT NOT NULL CHECK (length(at) = 24 AND at GLOB '*-*-*T*:*:*Z'),
  actor TEXT NOT NULL,
  PRIMARY KEY (initiative_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE metric_reading (
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 22800 AND 26411),
  value REAL NOT NULL,
  PRIMARY KEY (initiative_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE tripwire (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  metric TEXT NOT NULL CHECK (trim(metric) <> ''),
  comparator TEXT NOT NULL CHECK (comparator IN ('at_least', 'at_most')),
  threshold REAL NOT NULL,
  due_on TEXT NOT NULL CHECK (date(due_on) IS due_on),
  committed_on TEXT NOT NULL CHECK (date(committed_on) IS committed_on),
  measured_value REAL
) STRICT;
CREATE INDEX tripwire_by_initiative ON tripwire (initiative_id);

CREATE TABLE incident (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  severity INTEGER NOT NULL CHECK (severity BETWEEN 1 AND 4),
  opened_on TEXT NOT NULL CHECK (date(opened_on) IS opened_on),
  deadline TEXT NOT NULL CHECK (date(deadline) IS deadline),
  mitigated_on TEXT CHECK (date(mitigated_on) IS mitigated_on),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX incident_by_initiative ON incident (initiative_id);

CREATE TABLE review (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  ends_on TEXT NOT NULL CHECK (date(ends_on) IS ends_on),
  closed_at TEXT CHECK (length(closed_at) = 24 AND closed_at GLOB '*-*-*T*:*:*Z')
) STRICT;

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
) STRICT;
CREATE INDEX decision_by_initiative ON decision (initiative_id);

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
) STRICT;
CREATE UNIQUE INDEX history_by_undoes ON history (undoes) WHERE undoes IS NOT NULL;

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
) STRICT;
CREATE INDEX history_change_by_initiative ON history_change (initiative_id, seq)
  WHERE initiative_id IS NOT NULL;

CREATE TRIGGER history_is_append_only_update BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_is_append_only_delete BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_change_is_append_only_update BEFORE UPDATE ON history_change
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
CREATE TRIGGER history_change_is_append_only_delete BEFORE DELETE ON history_change
BEGIN SELECT RAISE(ABORT, 'history is append-only'); END;
`;
