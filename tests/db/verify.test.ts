import { describe, expect, it } from 'vitest';
import { addTripwire, createInitiative } from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { asReadDb } from '#db/handles.ts';
import { openImage } from '#db/image.ts';
import { readAuditHead } from '#db/read/history.ts';
import { type ChainBreak, lastSoundEntry, verifyChain, verifyFile, verifyState } from '#db/verify.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

/**
 * A portfolio of five entries, changed past the write path as another tool could: guard triggers are out of the way
 * meanwhile, and there again afterwards.
 */
function tampered(sql: string) {
  const portfolio = newTestPortfolio({ isFast: true });
  for (const name of ['A', 'B', 'C', 'D'])
    portfolio.run('createInitiative', (tx) => createInitiative(tx, { name, stage: 'idea' }, portfolio.newId));
  const db = portfolio.db();
  db.pragma('foreign_keys = OFF');
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers as { name: string }[]) db.exec(`DROP TRIGGER ${name}`);
  db.exec(sql);
  for (const trigger of triggers as { sql: string }[]) db.exec(trigger.sql);
  return db;
}

describe('verifyChain()', () => {
  it('says how many entries there are and what the head is', () => {
    const db = tampered('');
    expect(verifyChain(db)).toEqual({ isIntact: true, entries: 5, head: readAuditHead(db).hash });
    expect(lastSoundEntry(db)).toEqual(readAuditHead(db));
  });

  it.each<[string, string, number, ChainBreak]>([
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
    ['a history that was emptied', 'DELETE FROM history_change; DELETE FROM history', 1, 'number'],
    ['a last entry whose changes alone are left', 'DELETE FROM history WHERE seq = 5', 5, 'number'],
    [
      'an entry of another chain',
      "UPDATE history SET prev_hash = printf('%064d', 7) WHERE seq = 4",
      4,
      'previous_hash',
    ],
    [
      'changes with a gap in their numbers',
      'UPDATE history_change SET ordinal = 2 WHERE seq = 4',
      4,
      'changes',
    ],
    [
      'a change that was absent and is now written as absent',
      "UPDATE history_change SET before = 'null' WHERE seq = 4",
      4,
      'changes',
    ],
    [
      'an image that reaches into the next field',
      `UPDATE history_change SET after = after || ',"before":null' WHERE seq = 4`,
      4,
      'changes',
    ],
  ])('names the entry of %s', (_what, sql, seq, reason) => {
    const db = tampered(sql);
    expect(verifyChain(db)).toEqual({ isIntact: false, seq, reason });
    expect(lastSoundEntry(db).seq).toBe(seq - 1);
    expect(verifyFile(db).faults).toContainEqual(expect.objectContaining({ kind: 'chain', seq }));
  });

  it('tells apart two histories that differ in the places of texts alone', () => {
    // Both changes of entry 4 in one, with the text that lies between them in the hash: the same hash by construction.
    const portfolio = newTestPortfolio({ isFast: true });
    portfolio.run('two', (tx) => {
      for (const name of ['A', 'B']) createInitiative(tx, { name, stage: 'idea' }, portfolio.newId);
    });
    const db = portfolio.db();
    for (const verb of ['update', 'delete']) db.exec(`DROP TRIGGER history_change_is_append_only_${verb}`);
    db.exec(`
      UPDATE history_change AS one SET (after, row_key, initiative_id) = (
        SELECT one.after || ',"before":null,"initiativeId":"' || one.initiative_id || '","key":' || one.row_key
          || ',"table":"initiative"},{"after":' || other.after, other.row_key, other.initiative_id
        FROM history_change AS other WHERE other.seq = 2 AND other.ordinal = one.ordinal + 1
      ) WHERE seq = 2 AND ordinal = 1 AND table_name = 'initiative';
      DELETE FROM history_change WHERE seq = 2 AND ordinal = 2;`);
    expect(verifyChain(db)).toEqual({ isIntact: false, seq: 2, reason: 'changes' });
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

  it('stops after a thousand differences', () => {
    const db = tampered(`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
      INSERT INTO review SELECT 'r' || i, 'Q', '2026-03-31', NULL FROM n`);
    expect(verifyState(db)).toHaveLength(1000);
    const { faults } = verifyFile(db);
    expect(faults).toHaveLength(11);
    expect(faults.at(-1)?.text).toBe('990 more rows of this kind.');
  });
});

describe('verifyFile()', () => {
  it('finds nothing in a sound file, and answers its head and the digest of its content', () => {
    const db = tampered('');
    expect(verifyFile(db)).toEqual({
      isGood: true,
      chain: verifyChain(db),
      state: [],
      integrity: [],
      foreignKeys: [],
      head: readAuditHead(db),
      digest: contentDigest(db),
      faults: [],
    });
  });

  it('finds rows whose parent is missing', () => {
    const db = tampered(
      "INSERT INTO incident VALUES ('i', 'nobody', 1, '2026-01-01', '2026-01-02', NULL, '')",
    );
    const { foreignKeys, faults } = verifyFile(db);
    expect(foreignKeys).toMatchObject([{ table: 'incident', parent: 'initiative' }]);
    expect(faults.map(({ kind, text }) => [kind, text])).toEqual([
      [
        'content',
        'Incident (“i”) is in the file, though no entry of the history made it. The history is whole: restoring the tables from it loses nothing that was entered in Pilotage.',
      ],
      [
        'foreign_keys',
        'A row of the kind “incident” names a row of the kind “initiative” that is not there.',
      ],
    ]);
  });

  it('says which row differs from which entry, and in what', () => {
    const portfolio = newTestPortfolio({ isFast: true });
    const { id } = portfolio.run('createInitiative', (tx) =>
      createInitiative(tx, { name: 'Claims triage', stage: 'idea' }, portfolio.newId),
    ).value;
    const values = { metric: 'Cost', comparator: 'at_most', threshold: 10, measuredValue: null } as const;
    const days = { dueOn: '2026-12-31' as IsoDate, committedOn: '2026-10-01' as IsoDate };
    portfolio.run('addTripwire', (tx) =>
      addTripwire(tx, { initiativeId: id, tripwire: { ...values, ...days } }, () => 'wire'),
    );
    portfolio.db().exec("UPDATE tripwire SET measured_value = 5.5, metric = 'Price'");
    expect(verifyFile(portfolio.db()).faults).toEqual([
      {
        kind: 'content',
        seq: 3,
        text: 'Tripwire (“wire”) of “Claims triage” is not as entry 3 of the history left it: metric is “Price” instead of “Cost”; measured value is 5.5 instead of empty. The history is whole: restoring the tables from it loses nothing that was entered in Pilotage.',
      },
    ]);
    portfolio.db().exec('DELETE FROM tripwire');
    expect(verifyFile(portfolio.db()).faults[0]?.text).toContain(
      'Tripwire (“wire”) of “Claims triage” is gone, though entry 3 of the history left it there.',
    );
  });

  it('names a row as the person does, as the history has it', () => {
    const portfolio = newTestPortfolio({ isFast: true });
    const { id } = portfolio.run('createInitiative', (tx) =>
      createInitiative(tx, { name: 'Claims triage', stage: 'idea' }, portfolio.newId),
    ).value;
    const db = portfolio.db();
    const first = () => verifyFile(db).faults[0]?.text;
    db.exec("UPDATE initiative SET name = 'Clamps triage'");
    expect(first()).toMatch(
      /^Initiative “Claims triage” is not as entry 2 .* name is “Clamps triage” instead of “Claims triage”\./,
    );
    db.exec("UPDATE initiative SET name = 'Claims triage'");
    const month = { initiative_id: id, month: 2026 * 12 + 2, attempts: 5, successes: 4 };
    portfolio.run('setUnitCount', (tx) => tx.insert('unit_count', month));
    db.exec('DELETE FROM unit_count');
    expect(first()).toMatch(/^Unit count \(2026-03\) of “Claims triage” is gone/);
    db.exec('DELETE FROM initiative');
    expect(first()).toMatch(
      /^Initiative “Claims triage” is gone, though entry 2 of the history left it there\./,
    );
    expect(verifyFile(db).faults[1]?.text).toMatch(new RegExp(`^Unit count \\(“${id}”, 2026-03\\) is gone`));
  });

  it('says up to which entry a history is to be trusted, and does not call the tables sound then', () => {
    const { faults } = verifyFile(tampered("UPDATE history SET label = 'x' WHERE seq = 3"));
    expect(faults).toEqual([
      {
        kind: 'chain',
        seq: 3,
        text: 'Entry 3 of the history was changed after it was written. Entries 1 to 2 are as they were written. Restore a backup, or the portfolio as of entry 2.',
      },
    ]);
  });

  it.each([
    ['a view', 'CREATE VIEW v AS SELECT 1', 'the tables are not the ones Pilotage makes'],
    ['another mark', 'PRAGMA application_id = 1', 'the mark of a Pilotage portfolio is not there'],
    ['another format number', 'PRAGMA user_version = 99', 'the file format is 99'],
  ])('asks nothing of a file with %s', (_what, sql, words) => {
    const check = verifyFile(tampered(sql));
    expect(check).toMatchObject({ isGood: false, faults: [{ kind: 'pages', seq: null }], digest: '' });
    expect(check.faults[0]?.text).toContain(words);
  });

  it('compares the history with heads held elsewhere', () => {
    const db = tampered('');
    const { seq, hash } = readAuditHead(db);
    expect(verifyFile(db, [{ seq, hash: hash.slice(0, 16) }]).isGood).toBe(true);
    expect(verifyFile(db, [{ seq, hash: 'f'.repeat(16) }]).faults).toMatchObject([{ kind: 'head' }]);
  });
});

describe('verifyFile() on damaged pages', () => {
  const image = () => {
    const portfolio = newTestPortfolio({ isFast: true });
    for (let count = 0; count < 40; count += 1)
      portfolio.run('createInitiative', (tx) =>
        createInitiative(tx, { name: `N${count}`, stage: 'idea' }, portfolio.newId),
      );
    const rootOf = portfolio.db().prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck();
    const pageOf = (name: string) => (Number(rootOf.get(name)) - 1) * 4096;
    return { bytes: portfolio.db().serialize(), pageOf };
  };
  const check = (bytes: Buffer) => {
    const raw = openImage(bytes);
    try {
      return verifyFile(asReadDb(raw));
    } finally {
      raw.close();
    }
  };

  it.each([
    ['history', { chain: { isIntact: false, seq: 1, reason: 'unreadable' }, digest: '' }],
    ['history_change', { chain: { isIntact: false, reason: 'unreadable' }, digest: '' }],
    ['initiative', { chain: { isIntact: true }, digest: '' }],
    ['sqlite_autoindex_history_change_1', { chain: { isIntact: true }, digest: /^[0-9a-f]{64}$/ }],
  ])('reports a wiped page of %s as a fault', (name, expected) => {
    const { bytes, pageOf } = image();
    bytes.fill(0, pageOf(name), pageOf(name) + 4096);
    const found = check(bytes);
    expect(found).toMatchObject({ isGood: false, chain: expected.chain });
    expect(found.digest).toMatch(expected.digest);
    expect(found.faults.some(({ kind }) => kind === 'pages')).toBe(true);
    // Rows that were not compared are not called changed.
    expect(found.state).toEqual([]);
    const isCutShort = found.faults.some(({ text }) => text.startsWith('A table cannot be read to its end'));
    expect(isCutShort).toBe(name === 'initiative');
  });

  it('reports a file without its first page as a fault', () => {
    const { bytes } = image();
    bytes.fill(0, 100, 4096);
    expect(check(bytes)).toMatchObject({ isGood: false, faults: [{ kind: 'pages' }] });
  });
});
