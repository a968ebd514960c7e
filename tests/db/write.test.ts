import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { contentDigest } from '#db/digest.ts';
import { getRows } from '#db/handles.ts';
import { readAuditHead, readHistory } from '#db/read/history.ts';
import { blankFields, toInitiativePatch } from '#db/rows/initiative-row.ts';
import type { RowOf } from '#db/tables.ts';
import { verifyFile } from '#db/verify.ts';
import type { Tx } from '#db/write.ts';
import { newTestPortfolio, type TestPortfolio } from '#tests/support/portfolio.ts';

const blank = (id: string, name: string) =>
  ({
    id,
    ...toInitiativePatch(blankFields(name, 'idea')),
    import_batch_id: null,
    source_row: null,
    source_fingerprint: null,
    source_identity: null,
    created_at: '2026-01-01T00:00:00.000Z',
  }) as RowOf<'initiative'>;

const line = (id: string, initiativeId: string): RowOf<'value_line'> => ({
  id,
  initiative_id: initiativeId,
  kind: 'cost',
  name: 'Inference',
  sort_order: 1,
  starts_on: null,
  ends_on: null,
  category: 'inference',
  outcome_kind: null,
  method: null,
  is_cash_releasing: null,
});

function withInitiative(): TestPortfolio {
  const portfolio = newTestPortfolio();
  portfolio.run('add', (tx) => tx.insert('initiative', blank('a', 'Claims triage')));
  return portfolio;
}

const changesOf = (portfolio: TestPortfolio, seq: number) =>
  getRows<{ table_name: string; initiative_id: string | null; before: string | null; after: string | null }>(
    portfolio.db(),
    'SELECT table_name, row_key, initiative_id, before, after FROM history_change WHERE seq = ? ORDER BY ordinal',
    seq,
  );

describe('runCommand()', () => {
  it('keeps who, when, what and in which version', () => {
    const portfolio = withInitiative();
    const { seq } = portfolio.run(
      'renameInitiative',
      (tx) => tx.update('initiative', { id: 'a' }, { name: 'Triage' }),
      'Rename Claims triage',
    );
    expect(readHistory(portfolio.db(), { limit: 1 })).toEqual([
      {
        seq,
        at: '2026-10-01T09:00:02.000Z',
        actor: 'Tester',
        command: 'renameInitiative',
        label: 'Rename Claims triage',
        undoes: null,
        hash: readAuditHead(portfolio.db()).hash,
        isUndone: false,
      },
    ]);
  });

  it('keeps the whole row before and after, as canonical JSON', () => {
    const portfolio = withInitiative();
    const { seq } = portfolio.run('edit', (tx) => tx.update('initiative', { id: 'a' }, { name: 'Triage' }));
    const [change, ...rest] = changesOf(portfolio, seq);
    expect(rest).toEqual([]);
    expect(change).toMatchObject({ table_name: 'initiative', initiative_id: 'a', row_key: '{"id":"a"}' });
    const [before, after] = [JSON.parse(change?.before ?? ''), JSON.parse(change?.after ?? '')];
    expect(before).toEqual({ ...blank('a', 'Claims triage') });
    expect(after).toEqual({ ...before, name: 'Triage' });
    expect(Object.keys(after)).toEqual(Object.keys(after).sort());
  });

  it('hashes domain, number, previous hash and the canonical entry', () => {
    const portfolio = newTestPortfolio();
    const previous = readAuditHead(portfolio.db()).hash;
    const { seq } = portfolio.run(
      'rename',
      (tx) => tx.update('portfolio', { id: 1 }, { name: 'Ünï “x”' }),
      'R',
    );
    const [change] = changesOf(portfolio, seq);
    // Written out by hand from the format description in docs/file-format.md.
    const body = `{"actor":"Tester","appVersion":"0.0.0-test","at":"2026-10-01T09:00:01.000Z","changes":[{"after":${change?.after},"before":${change?.before},"initiativeId":null,"key":{"id":1},"table":"portfolio"}],"command":"rename","label":"R","seq":2,"undoes":null}`;
    const hash = createHash('sha256').update(`pilotage-history-1\n2\n${previous}\n${body}`).digest('hex');
    expect(readAuditHead(portfolio.db())).toEqual({ seq: 2, hash });
  });

  it('says which tables changed, each once, and the history', () => {
    const portfolio = withInitiative();
    const { tables } = portfolio.run('lines', (tx) => {
      tx.insert('value_line', line('l1', 'a'));
      tx.insert('value_line', line('l2', 'a'));
      tx.insert('month_value', { line_id: 'l1', month: 24315, amount_minor: 5 });
    });
    expect(tables).toEqual(['value_line', 'month_value', 'history']);
  });

  it('knows the initiative of rows that do not name it themselves', () => {
    const portfolio = withInitiative();
    portfolio.run('line', (tx) => tx.insert('value_line', line('l1', 'a')));
    const { seq } = portfolio.run('amount', (tx) =>
      tx.insert('month_value', { line_id: 'l1', month: 24315, amount_minor: 5 }),
    );
    expect(changesOf(portfolio, seq)[0]?.initiative_id).toBe('a');
  });

  it('leaves no entry when nothing changes', () => {
    const portfolio = withInitiative();
    const head = readAuditHead(portfolio.db());
    const result = portfolio.run('edit', (tx) => {
      const hasChanged = tx.update(
        'initiative',
        { id: 'a' },
        { name: 'Claims triage', baseline_value: null },
      );
      return hasChanged || tx.upsert('initiative', blank('a', 'Claims triage'));
    });
    expect(result).toEqual({ value: false, seq: head.seq, tables: [] });
    expect(readAuditHead(portfolio.db())).toEqual(head);
  });

  it.each<[string, (tx: Tx) => unknown]>([
    [
      'an error thrown by the command',
      () => {
        throw new Error('refused');
      },
    ],
    ['a broken foreign key', (tx) => tx.insert('value_line', line('l9', 'nobody'))],
    ['a value no CHECK allows', (tx) => tx.update('initiative', { id: 'a' }, { stage: 'later' })],
    ['a row that is not there', (tx) => tx.update('initiative', { id: 'zz' }, { name: 'x' })],
    ['the removal of a row that is not there', (tx) => tx.remove('initiative', { id: 'zz' })],
    ['a duplicate key', (tx) => tx.insert('initiative', blank('a', 'Again'))],
    ['an unknown column', (tx) => tx.update('initiative', { id: 'a' }, { nmae: 'x' } as never)],
    ['a change of the key', (tx) => tx.update('initiative', { id: 'a' }, { id: 'b' } as never)],
    ['a missing column', (tx) => tx.insert('metric_reading', { initiative_id: 'a', month: 24315 } as never)],
    [
      'an extra column',
      (tx) => tx.insert('month_value', { line_id: 'l', month: 1, amount_minor: 1, x: 1 } as never),
    ],
    ['a number in a text column', (tx) => tx.update('initiative', { id: 'a' }, { name: 5 } as never)],
    [
      'a fraction of a cent',
      (tx) => tx.insert('month_value', { line_id: 'l', month: 24315, amount_minor: 0.5 }),
    ],
    ['a number that is none', (tx) => tx.update('initiative', { id: 'a' }, { baseline_value: Number.NaN })],
    ['half a character', (tx) => tx.update('initiative', { id: 'a' }, { name: 'x\ud800' })],
    [
      'a promise',
      (tx) => {
        tx.update('initiative', { id: 'a' }, { name: 'later' });
        return Promise.resolve();
      },
    ],
  ])('rolls everything back after %s', (_what, work) => {
    const portfolio = withInitiative();
    const before = [contentDigest(portfolio.db()), readAuditHead(portfolio.db())];
    expect(() =>
      portfolio.run('broken', (tx) => {
        tx.update('initiative', { id: 'a' }, { purpose: 'changed first' });
        return work(tx);
      }),
    ).toThrow();
    expect([contentDigest(portfolio.db()), readAuditHead(portfolio.db())]).toEqual(before);
    portfolio.run('after', (tx) => tx.update('initiative', { id: 'a' }, { purpose: 'works again' }));
    expect(verifyFile(portfolio.db()).isGood).toBe(true);
  });

  it('refuses a command inside a command', () => {
    const portfolio = withInitiative();
    expect(() => portfolio.run('outer', () => portfolio.run('inner', () => 1))).toThrow('inside another one');
    expect(portfolio.db().inTransaction).toBe(false);
  });

  it('cuts a label that is too long at a whole character', () => {
    const portfolio = withInitiative();
    const label = `${'x'.repeat(399)}\u{1f600}`;
    portfolio.run('edit', (tx) => tx.update('initiative', { id: 'a' }, { name: 'y' }), label);
    expect(readHistory(portfolio.db(), { limit: 1 })[0]?.label).toHaveLength(400);
    expect(verifyFile(portfolio.db()).chain.isIntact).toBe(true);
  });

  it('stores minus zero as zero, so that image and table agree', () => {
    const portfolio = withInitiative();
    portfolio.run('edit', (tx) => tx.update('initiative', { id: 'a' }, { baseline_value: -0 }));
    expect(verifyFile(portfolio.db()).state).toEqual([]);
  });
});

describe('the history', () => {
  it.each([
    'UPDATE history SET label = label',
    'DELETE FROM history',
    'UPDATE history_change SET before = before',
    'DELETE FROM history_change',
  ])('refuses %s, even from our own code', (sql) => {
    const portfolio = withInitiative();
    expect(() => portfolio.db().exec(sql)).toThrow('history is append-only');
  });
});
