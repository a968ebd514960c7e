import { describe, expect, it } from 'vitest';
import { getRows, type ReadDb } from '#db/handles.ts';
import { FACT_QUERIES, factSql } from '#db/read/facts.ts';
import { HISTORY_PAGE, INITIATIVE_HISTORY_PAGE, LAST_CHANGED } from '#db/read/history.ts';
import { FINGERPRINTS, IDENTITIES } from '#db/read/source-keys.ts';
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
    ['the children of an import', 'SELECT id FROM initiative WHERE import_batch_id = ?'],
  ])('page through %s by index, without sorting', (_what, sql) => {
    const details = plan(newTestPortfolio().db(), sql);
    expect(scans(details)).toEqual([]);
    expect(details.filter((detail) => detail.includes('TEMP B-TREE') && !detail.includes('IN'))).toEqual([]);
  });

  it('read all month values in the order of their key, without sorting', () => {
    expect(plan(newTestPortfolio().db(), factSql('value', false))).toEqual(['SCAN month_value']);
  });

  it('find the last change of each initiative by one seek', () => {
    const details = plan(newTestPortfolio().db(), LAST_CHANGED).join('\n');
    expect(details).toContain('SEARCH history USING INTEGER PRIMARY KEY');
    expect(details).toContain('SEARCH history_change USING COVERING INDEX history_change_by_initiative');
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
