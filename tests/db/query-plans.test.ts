import { describe, expect, it } from 'vitest';
import { REVIEW_ON_MONTH } from '#db/commands/standing.ts';
import { getRows, type ReadDb } from '#db/handles.ts';
import { ASSETS, LATEST_PLAN, LATEST_SNAPSHOT, MEMORIES, STAGE_CHANGES } from '#db/read/engine-inputs.ts';
import { ADDED_SINCE } from '#db/read/entered-since.ts';
import { FACT_QUERIES, factSql } from '#db/read/fact-queries.ts';
import { HISTORY_PAGE, INITIATIVE_HISTORY_PAGE, KIND_HISTORY_PAGE, LAST_CHANGED } from '#db/read/history.ts';
import { MAPPING_OF_HEADER } from '#db/read/import-mappings.ts';
import { CLOSED_REVIEWS, DECISIONS_OF, STEPS_BETWEEN, STEPS_OF } from '#db/read/reviews.ts';
import { FINGERPRINTS, IDENTITIES } from '#db/read/source-keys.ts';
import { OVERDUE_CONDITIONS, TRACE_QUERIES } from '#db/read/trace-facts.ts';
import { columnsOf, specOf, TABLE_NAMES } from '#db/tables.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

function plan(db: ReadDb, sql: string): string[] {
  const blanks = Array.from(sql.matchAll(/\?/g), () => 1);
  return getRows<{ detail: string }>(db, `EXPLAIN QUERY PLAN ${sql}`, ...blanks).map((row) => row.detail);
}

const scans = (details: string[]) =>
  details.filter((detail) => /^SCAN (?!.*USING COVERING INDEX)/.test(detail));

describe('hot queries', () => {
  it.each(Object.keys(FACT_QUERIES) as (keyof typeof FACT_QUERIES)[])(
    'read %s of one initiative through an index',
    (query) => {
      const details = plan(newTestPortfolio().db(), factSql(query, true));
      expect(scans(details)).toEqual([]);
    },
  );

  it.each([
    ['history', HISTORY_PAGE],
    ['one initiative’s history', INITIATIVE_HISTORY_PAGE],
    ['what an entry changed', 'SELECT * FROM history_change WHERE seq = ? ORDER BY ordinal DESC'],
    ['who took an entry back', 'SELECT seq FROM history WHERE undoes = ?'],
    ['the source fingerprints', FINGERPRINTS],
    ['the scope of a stage', 'SELECT id FROM scope WHERE initiative_id = ? AND stage = ?'],
    ['the drivers that load on an asset', 'SELECT driver_id FROM driver_loading WHERE factor = ?'],
    ['the lines that multiply a driver', 'SELECT line_id FROM scope_line_driver WHERE driver_id = ?'],
    ['the plans that name a line', 'SELECT plan_id FROM plan_value WHERE line_id = ?'],
    ['the users of an asset', 'SELECT initiative_id FROM asset_use WHERE asset_id = ?'],
    ['the override that set a tripwire', 'SELECT review_id FROM decision_override WHERE new_tripwire_id = ?'],
    ['the plans that chose about an initiative', 'SELECT * FROM plan_choice WHERE initiative_id = ?'],
    ['the restatements of a line', 'SELECT restatement_id FROM restated_amount WHERE line_id = ?'],
    ['the restatements of an initiative', 'SELECT id FROM restatement WHERE initiative_id = ?'],
    ['the ranges of a line', 'SELECT month FROM forecast_range WHERE line_id = ? ORDER BY month'],
    ['the assets an initiative built', 'SELECT * FROM asset_terms WHERE built_by = ?'],
    ['the reuse of assets by an initiative', 'SELECT * FROM asset_reuse WHERE initiative_id = ?'],
    ['the conditions of an initiative', 'SELECT * FROM decision_condition WHERE initiative_id = ?'],
    ['the conditions of a review', 'SELECT id FROM decision_condition WHERE review_id = ?'],
    ['the scenarios that choose an initiative', 'SELECT * FROM scenario_choice WHERE initiative_id = ?'],
    ['the mapping of a header row', MAPPING_OF_HEADER],
    ['a saved view by its name', 'SELECT id FROM saved_view WHERE screen = ? AND name = ?'],
    ['the children of an import', 'SELECT id FROM initiative WHERE import_batch_id = ?'],
  ])('page through %s by index, without sorting', (_what, sql) => {
    const details = plan(newTestPortfolio().db(), sql);
    expect(scans(details)).toEqual([]);
    expect(details.filter((detail) => detail.includes('TEMP B-TREE') && !detail.includes('IN'))).toEqual([]);
  });

  it.each([
    ['value', 'month_value'],
    ['forecast', 'forecast_value'],
    ['planValue', 'plan_value'],
  ] as const)('read every %s in the order of its key, without sorting', (query, table) => {
    expect(plan(newTestPortfolio().db(), factSql(query, false))).toEqual([`SCAN ${table}`]);
  });

  it('find the review snapshot of one initiative through an index', () => {
    expect(scans(plan(newTestPortfolio().db(), LATEST_SNAPSHOT))).toEqual([]);
  });

  it.each(Object.keys(TRACE_QUERIES) as (keyof typeof TRACE_QUERIES)[])(
    'read %s of one initiative through an index',
    (query) => {
      expect(scans(plan(newTestPortfolio().db(), TRACE_QUERIES[query]))).toEqual([]);
    },
  );

  it.each([
    ['the decisions of one initiative', DECISIONS_OF],
    ['the steps of one initiative', STEPS_OF],
    ['what was added since an entry', ADDED_SINCE],
  ])('find %s through an index', (_what, sql) => {
    expect(scans(plan(newTestPortfolio().db(), sql))).toEqual([]);
  });

  it('find the closed review that stands on a month through the decisions of one initiative', () => {
    expect(scans(plan(newTestPortfolio().db(), REVIEW_ON_MONTH))).toEqual([]);
  });

  it.each([
    ['stage changes', STAGE_CHANGES, 'SCAN stage_change'],
    ['memories', MEMORIES, 'SCAN review_memory'],
    ['adopted plans', LATEST_PLAN, 'SCAN adopted_plan'],
    ['shared assets', ASSETS, 'SCAN shared_asset'],
    ['overdue conditions', OVERDUE_CONDITIONS, 'SCAN decision_condition'],
    ['closed reviews', CLOSED_REVIEWS, 'SCAN review'],
    ['steps between two days', STEPS_BETWEEN, 'SCAN stage_change'],
  ])('read %s by one pass over their table and seeks into the others', (_what, sql, pass) => {
    const details = plan(newTestPortfolio().db(), sql);
    expect(details.filter((detail) => detail.startsWith('SCAN'))).toEqual([pass]);
  });

  it('find the last change of each initiative by one seek', () => {
    const details = plan(newTestPortfolio().db(), LAST_CHANGED).join('\n');
    expect(details).toContain('SEARCH history USING INTEGER PRIMARY KEY');
    expect(details).toContain('SEARCH history_change USING COVERING INDEX history_change_by_initiative');
  });

  it('read one kind of one initiative’s history through the index of its changes', () => {
    const details = plan(newTestPortfolio().db(), KIND_HISTORY_PAGE);
    expect(details.filter((detail) => /\bhistory_change\b/.test(detail))).toEqual([
      'SEARCH history_change USING INDEX history_change_by_initiative (initiative_id=? AND seq<?)',
    ]);
    // The list of tables is a handful of words; it is walked.
    expect(scans(details).filter((detail) => !detail.includes('json_each'))).toEqual([]);
  });

  it('find source identities through their index', () => {
    expect(plan(newTestPortfolio().db(), IDENTITIES).join('\n')).toContain('initiative_by_source_identity');
  });

  it.each(TABLE_NAMES)('find a row of %s by its key', (table) => {
    const where = specOf(table)
      .key.map((column) => `${column} = ?`)
      .join(' AND ');
    const sql = `SELECT ${columnsOf(table).join(', ')} FROM ${table} WHERE ${where}`;
    expect(plan(newTestPortfolio().db(), sql)).toEqual([expect.stringMatching(/^SEARCH /)]);
  });
});
