/**
 * Restatements, ranges of forecasts, governance fields, what a shared asset costs and saves, launches, conditions of
 * decisions, scenarios and budgets, saved views, mappings of imports, commentary and settings of the portfolio.
 * New tables only: rows of versions 1 and 2, and their images in the history, stay as they are.
 * Literals only, nothing imported from the application, so that its meaning cannot move.
 */
export const traceAndPlanSchema = `
CREATE TABLE restatement (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  month INTEGER NOT NULL CHECK (month BETWEEN 22800 AND 26411),
  reason TEXT NOT NULL CHECK (trim(reason) <> ''),
  restated_at TEXT NOT NULL CHECK (length(restated_at) = 24 AND restated_at GLOB '*-*-*T*:*:*Z'),
  actor TEXT NOT NULL
) STRICT;
CREATE INDEX restatement_by_initiative ON restatement (initiative_id);

CREATE TABLE restated_amount (
  restatement_id TEXT NOT NULL REFERENCES restatement (id),
  line_id TEXT NOT NULL REFERENCES value_line (id),
  old_minor INTEGER CHECK (old_minor BETWEEN -10000000000000 AND 10000000000000),
  new_minor INTEGER CHECK (new_minor BETWEEN -10000000000000 AND 10000000000000),
  PRIMARY KEY (restatement_id, line_id),
  CHECK (old_minor IS NOT new_minor)
) STRICT, WITHOUT ROWID;
CREATE INDEX restated_amount_by_line ON restated_amount (line_id);

CREATE TABLE restated_figure (
  restatement_id TEXT NOT NULL REFERENCES restatement (id),
  figure TEXT NOT NULL CHECK (figure IN ('reading', 'attempts', 'successes')),
  old_value REAL,
  new_value REAL,
  PRIMARY KEY (restatement_id, figure),
  CHECK (old_value IS NOT new_value)
) STRICT, WITHOUT ROWID;

CREATE TABLE forecast_range (
  line_id TEXT NOT NULL,
  month INTEGER NOT NULL,
  p10_minor INTEGER NOT NULL CHECK (p10_minor BETWEEN -10000000000000 AND 10000000000000),
  p90_minor INTEGER NOT NULL CHECK (p90_minor BETWEEN -10000000000000 AND 10000000000000),
  PRIMARY KEY (line_id, month),
  FOREIGN KEY (line_id, month) REFERENCES forecast_value (line_id, month),
  CHECK (p10_minor <= p90_minor)
) STRICT, WITHOUT ROWID;

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
) STRICT;

CREATE TABLE framework_status (
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  framework_function TEXT NOT NULL CHECK (framework_function IN ('govern', 'map', 'measure', 'manage')),
  status INTEGER NOT NULL CHECK (status BETWEEN 0 AND 4),
  link TEXT NOT NULL,
  PRIMARY KEY (initiative_id, framework_function)
) STRICT, WITHOUT ROWID;

CREATE TABLE asset_terms (
  asset_id TEXT NOT NULL PRIMARY KEY REFERENCES shared_asset (id),
  built_by TEXT REFERENCES initiative (id),
  owner TEXT NOT NULL,
  cost_alone_minor INTEGER CHECK (cost_alone_minor BETWEEN -10000000000000 AND 10000000000000),
  reuse_cost_share REAL CHECK (reuse_cost_share >= 0),
  write_for_reuse REAL CHECK (write_for_reuse >= 0),
  upkeep_minor INTEGER CHECK (upkeep_minor BETWEEN -10000000000000 AND 10000000000000)
) STRICT;
CREATE INDEX asset_terms_by_builder ON asset_terms (built_by) WHERE built_by IS NOT NULL;

CREATE TABLE asset_reuse (
  initiative_id TEXT NOT NULL,
  asset_id TEXT NOT NULL,
  used_since TEXT NOT NULL CHECK (date(used_since) IS used_since),
  reuse_cost_share REAL CHECK (reuse_cost_share >= 0),
  PRIMARY KEY (initiative_id, asset_id),
  FOREIGN KEY (initiative_id, asset_id) REFERENCES asset_use (initiative_id, asset_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE launch (
  initiative_id TEXT NOT NULL PRIMARY KEY REFERENCES initiative (id),
  launched_on TEXT NOT NULL CHECK (date(launched_on) IS launched_on),
  effort_points REAL CHECK (effort_points > 0),
  working_days INTEGER CHECK (working_days >= 0),
  is_funded_from_returns INTEGER NOT NULL CHECK (is_funded_from_returns IN (0, 1))
) STRICT;

CREATE TABLE fresh_start (
  review_id TEXT NOT NULL,
  initiative_id TEXT NOT NULL,
  answer TEXT NOT NULL CHECK (answer IN ('yes', 'no', 'only_if')),
  only_if TEXT NOT NULL,
  PRIMARY KEY (review_id, initiative_id),
  FOREIGN KEY (review_id, initiative_id) REFERENCES decision (review_id, initiative_id),
  CHECK ((answer = 'only_if') = (trim(only_if) <> ''))
) STRICT, WITHOUT ROWID;

CREATE TABLE decision_condition (
  id TEXT NOT NULL PRIMARY KEY,
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  review_id TEXT REFERENCES review (id),
  what TEXT NOT NULL CHECK (trim(what) <> ''),
  owner TEXT NOT NULL CHECK (trim(owner) <> ''),
  due_on TEXT NOT NULL CHECK (date(due_on) IS due_on),
  met_on TEXT CHECK (date(met_on) IS met_on),
  note TEXT NOT NULL
) STRICT;
CREATE INDEX decision_condition_by_initiative ON decision_condition (initiative_id);
CREATE INDEX decision_condition_by_review ON decision_condition (review_id) WHERE review_id IS NOT NULL;

CREATE TABLE scenario (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  note TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body) AND json_type(body) = 'object'),
  sort_order INTEGER NOT NULL
) STRICT;

CREATE TABLE scenario_choice (
  scenario_id TEXT NOT NULL REFERENCES scenario (id),
  initiative_id TEXT NOT NULL REFERENCES initiative (id),
  choice TEXT NOT NULL CHECK (choice IN ('must', 'must_not', 'in', 'out')),
  PRIMARY KEY (scenario_id, initiative_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX scenario_choice_by_initiative ON scenario_choice (initiative_id);

CREATE TABLE quarter_budget (
  quarter_start INTEGER NOT NULL PRIMARY KEY CHECK (quarter_start BETWEEN 22800 AND 26411),
  amount_minor INTEGER NOT NULL CHECK (amount_minor BETWEEN -10000000000000 AND 10000000000000)
) STRICT;

CREATE TABLE quarter_people (
  quarter_start INTEGER NOT NULL CHECK (quarter_start BETWEEN 22800 AND 26411),
  role TEXT NOT NULL CHECK (trim(role) <> ''),
  days REAL NOT NULL CHECK (days >= 0),
  PRIMARY KEY (quarter_start, role)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_view (
  id TEXT NOT NULL PRIMARY KEY,
  screen TEXT NOT NULL CHECK (screen <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  body TEXT NOT NULL CHECK (json_valid(body) AND json_type(body) = 'object'),
  sort_order INTEGER NOT NULL,
  UNIQUE (screen, name)
) STRICT;

CREATE TABLE import_mapping (
  id TEXT NOT NULL PRIMARY KEY,
  header_key TEXT NOT NULL UNIQUE CHECK (header_key <> ''),
  name TEXT NOT NULL CHECK (trim(name) <> ''),
  body TEXT NOT NULL CHECK (json_valid(body) AND json_type(body) = 'object'),
  saved_at TEXT NOT NULL CHECK (length(saved_at) = 24 AND saved_at GLOB '*-*-*T*:*:*Z')
) STRICT;

CREATE TABLE commentary (
  section TEXT NOT NULL CHECK (section <> ''),
  as_of TEXT NOT NULL CHECK (date(as_of) IS as_of),
  body TEXT NOT NULL CHECK (trim(body) <> ''),
  author TEXT NOT NULL,
  PRIMARY KEY (section, as_of)
) STRICT, WITHOUT ROWID;

CREATE TABLE portfolio_setting (
  name TEXT NOT NULL PRIMARY KEY CHECK (name <> ''),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;
`;
