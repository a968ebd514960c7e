import { describe, expect, it } from 'vitest';
import { createInitiative } from '#db/commands/index.ts';
import { type ChainCheck, verifyChain, verifyFile, verifyState } from '#db/verify.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

/** A portfolio of five entries whose guard triggers are gone, as if another tool had opened the file. */
function tampered(sql: string) {
  const portfolio = newTestPortfolio();
  for (const name of ['A', 'B', 'C', 'D'])
    portfolio.run('createInitiative', (tx) => createInitiative(tx, { name, stage: 'idea' }, portfolio.newId));
  const db = portfolio.db();
  db.pragma('foreign_keys = OFF');
  for (const table of ['history', 'history_change'])
    for (const verb of ['update', 'delete']) db.exec(`DROP TRIGGER ${table}_is_append_only_${verb}`);
  db.exec(sql);
  return db;
}

describe('verifyChain()', () => {
  it('says how many entries there are and what the head is', () => {
    expect(verifyChain(tampered(''))).toMatchObject({ isIntact: true, entries: 5, head: /^[0-9a-f]{64}$/ });
  });

  it.each<[string, string, number, (ChainCheck & { isIntact: false })['reason']]>([
    ['an edited label', "UPDATE history SET label = 'x' WHERE seq = 3", 3, 'hash'],
    ['an edited moment', "UPDATE history SET at = '2020-01-01T00:00:00.000Z' WHERE seq = 2", 2, 'hash'],
    ['another actor', "UPDATE history SET actor = 'Nobody' WHERE seq = 5", 5, 'hash'],
    [
      'an edited image',
      "UPDATE history_change SET after = replace(after, 'B', 'X') WHERE seq = 3",
      3,
      'hash',
    ],
    [
      'a change moved to another initiative',
      "UPDATE history_change SET initiative_id = 'x' WHERE seq = 3",
      3,
      'hash',
    ],
    ['a change of another table', "UPDATE history_change SET table_name = 'review' WHERE seq = 3", 3, 'hash'],
    [
      'a change of another row',
      'UPDATE history_change SET row_key = \'{"id":"x"}\' WHERE seq = 3',
      3,
      'hash',
    ],
    ['another command', "UPDATE history SET command = 'x' WHERE seq = 4", 4, 'hash'],
    ['another version', "UPDATE history SET app_version = '9' WHERE seq = 4", 4, 'hash'],
    ['a removed change', 'DELETE FROM history_change WHERE seq = 4', 4, 'hash'],
    [
      'an edited hash',
      "UPDATE history SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE seq = 2",
      2,
      'hash',
    ],
    [
      'a removed entry',
      'DELETE FROM history_change WHERE seq = 3; DELETE FROM history WHERE seq = 3',
      3,
      'number',
    ],
    ['a removed first entry', 'DELETE FROM history WHERE seq = 1', 1, 'number'],
    [
      'an entry of another chain',
      "UPDATE history SET prev_hash = printf('%064d', 7) WHERE seq = 4",
      4,
      'previous_hash',
    ],
  ])('names the entry of %s', (_what, sql, seq, reason) => {
    expect(verifyChain(tampered(sql))).toEqual({ isIntact: false, seq, reason });
  });
});

describe('verifyState()', () => {
  it.each<[string, string, string]>([
    ['a changed cell', "UPDATE initiative SET name = 'x' WHERE name = 'B'", 'differs'],
    ['a removed row', "DELETE FROM initiative WHERE name = 'B'", 'missing'],
    ['an added row', "INSERT INTO review VALUES ('r', 'Q1', '2026-03-31', NULL)", 'extra'],
  ])('finds %s that the history knows nothing of', (_what, sql, kind) => {
    const db = tampered(sql);
    expect(verifyState(db)).toMatchObject([{ kind }]);
    expect(verifyFile(db)).toMatchObject({ isGood: false, integrity: [], chain: { isIntact: true } });
  });
});

describe('verifyFile()', () => {
  it('finds rows whose parent is missing', () => {
    const db = tampered(
      "INSERT INTO incident VALUES ('i', 'nobody', 1, '2026-01-01', '2026-01-02', NULL, '')",
    );
    expect(verifyFile(db).foreignKeys).toMatchObject([{ table: 'incident', parent: 'initiative' }]);
  });
});
