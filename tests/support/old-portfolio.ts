import { join } from 'node:path';
import { configure } from '#db/configure.ts';
import { APPLICATION_ID } from '#db/file-header.ts';
import { asWriteDb } from '#db/handles.ts';
import { MIGRATIONS, migrate } from '#db/migrations/index.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { runCommand, type Tx } from '#db/write.ts';
import { fixedClock } from './fixed-context.ts';
import { TEST_VERSION, temporaryFolder } from './portfolio.ts';

/** A closed file of version 1 as the Pilotage of then made it, with rows in every one of its tables. */
export function oldPortfolio(folder = temporaryFolder()): string {
  const path = join(folder, 'old.pilotage');
  const raw = new (loadSqlite())(path);
  try {
    configure(raw, false);
    raw.pragma(`application_id = ${APPLICATION_ID}`);
    migrate(raw, MIGRATIONS.slice(0, 1));
    const now = fixedClock();
    const run = (name: string, work: (tx: Tx) => void) => {
      const meta = { name, label: name, actor: 'Tester', at: now(), appVersion: TEST_VERSION };
      runCommand(asWriteDb(raw), meta, work);
    };
    run('createPortfolio', insertPortfolio);
    run('fill', insertRows);
    run('rename', (tx) => tx.update('initiative', { id: 'i1' }, { name: 'Renamed', baseline_value: -0.1 }));
  } finally {
    raw.close();
  }
  return path;
}

function insertPortfolio(tx: Tx): void {
  tx.insert('portfolio', {
    id: 1,
    file_id: 'file-1',
    name: 'Old portfolio',
    currency: 'EUR',
    fiscal_year_start: 4,
    reviewer: 'Zoë “Z” 李',
    sample_as_of: null,
    created_at: tx.at,
  });
}

function insertRows(tx: Tx): void {
  tx.insert('import_batch', {
    id: 'b1',
    file_name: 'a.csv',
    profile_id: 'generic',
    rows_read: 2,
    rows_imported: 1,
    rows_blocked: 1,
    rows_duplicate: 0,
    at: tx.at,
    actor: tx.actor,
  });
  tx.insert('import_problem', {
    batch_id: 'b1',
    ordinal: 1,
    row_no: 3,
    column_name: null,
    cell: '=1+1',
    severity: 'blocked',
    code: 'stage',
    message: 'Unknown.',
  });
  tx.insert('initiative', {
    id: 'i1',
    name: 'Claims triage',
    purpose: 'Line one\nline two',
    unit: '',
    business_owner: '',
    technical_owner: '',
    finance_validator: '',
    stage: 'pilot',
    stage_entered_on: '2026-01-05',
    is_paused: 0,
    paused_months: 1,
    planned_pilot_months: 6,
    metric_name: '',
    metric_unit: '',
    baseline_value: 0.1,
    baseline_data_end: null,
    baseline_source: null,
    target_comparator: 'at_least',
    target_value: 1e300,
    target_date: null,
    lawful_basis: null,
    risk_class: 'minimal',
    oversight: '',
    evaluation_ran_on: null,
    evaluation_pass_rate: null,
    evaluation_pass_mark: null,
    import_batch_id: 'b1',
    source_row: 2,
    source_fingerprint: 'f',
    source_identity: null,
    created_at: tx.at,
  });
  insertLinesAndMonths(tx);
  insertRiskAndReview(tx);
}

function insertLinesAndMonths(tx: Tx): void {
  const line = { initiative_id: 'i1', starts_on: null, ends_on: 24330, sort_order: 1 };
  tx.insert('value_line', {
    ...line,
    id: 'l1',
    kind: 'cost',
    name: 'Inference',
    category: 'inference',
    outcome_kind: null,
    method: null,
    is_cash_releasing: null,
  });
  tx.insert('value_line', {
    ...line,
    id: 'l2',
    kind: 'outcome',
    name: 'Hours',
    category: null,
    outcome_kind: 'hours_saved',
    method: 'survey',
    is_cash_releasing: 1,
  });
  tx.insert('month_value', { line_id: 'l1', month: 24314, amount_minor: -10_000_000_000_000 });
  tx.insert('month_value', { line_id: 'l2', month: 24314, amount_minor: 0 });
  tx.insert('month_state', {
    initiative_id: 'i1',
    month: 24314,
    state: 'closed',
    at: tx.at,
    actor: tx.actor,
  });
  tx.insert('metric_reading', { initiative_id: 'i1', month: 24314, value: 0.25 });
}

function insertRiskAndReview(tx: Tx): void {
  tx.insert('assessment', {
    id: 'a1',
    initiative_id: 'i1',
    gap: 'data',
    level: 3,
    rater: 'R',
    rated_on: '2026-02-01',
    note: '',
    recorded_at: tx.at,
  });
  tx.insert('evidence', {
    id: 'e1',
    assessment_id: 'a1',
    kind: 'audit',
    dated_on: '2026-02-01',
    link: '',
    note: 'n',
    source_question: '',
  });
  tx.insert('tripwire', {
    id: 't1',
    initiative_id: 'i1',
    metric: 'Cost',
    comparator: 'at_most',
    threshold: 4.5,
    due_on: '2026-06-30',
    committed_on: '2026-01-05',
    measured_value: null,
  });
  tx.insert('incident', {
    id: 'n1',
    initiative_id: 'i1',
    severity: 1,
    opened_on: '2026-02-01',
    deadline: '2026-02-10',
    mitigated_on: null,
    note: '',
  });
  tx.insert('review', { id: 'r1', name: '2026-Q1', ends_on: '2026-03-31', closed_at: tx.at });
  tx.insert('decision', {
    review_id: 'r1',
    initiative_id: 'i1',
    recommended_rule: 'F1',
    decision: 'fix',
    reason: '',
    causes: '["G5"]',
  });
}
