import { describe, expect, it } from 'vitest';
import { type ImportInput, importBatch, type PreparedRecord } from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { getRows } from '#db/handles.ts';
import { readAllFacts } from '#db/read/facts.ts';
import { readSourceKeys } from '#db/read/source-keys.ts';
import { blankFields } from '#db/rows/initiative-row.ts';
import { undoLast } from '#db/undo.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { newTestPortfolio, type TestPortfolio } from '#tests/support/portfolio.ts';

const DATE = '2024-12-16' as IsoDate;
const record = (row: number, identity: string | null = null): PreparedRecord => ({
  fields: { ...blankFields(`Row ${row}`, 'pilot'), unit: 'Agency' },
  levels: [
    {
      gap: 'data',
      level: 2,
      rater: 'Import',
      ratedOn: DATE,
      note: '',
      evidence: [{ kind: 'document', datedOn: DATE, link: '', note: 'Yes', sourceQuestion: 'Q 31' }],
    },
  ],
  sourceRow: row,
  fingerprint: `print-${row}`,
  identity,
});
const problem = (row: number, severity: 'blocked' | 'duplicate' | 'warning') =>
  ({ row, column: 'Stage', cell: 'x', severity, code: 'unknown_value', message: 'Not a stage.' }) as const;

const run = (portfolio: TestPortfolio, input: Partial<ImportInput>) =>
  portfolio.run('importBatch', (tx) =>
    importBatch(
      tx,
      { fileName: 'inventory.csv', profileId: 'p', rowsRead: 0, records: [], problems: [], ...input },
      portfolio.newId,
    ),
  ).value;

describe('importBatch()', () => {
  it('accounts for every row: imported, blocked or duplicate', () => {
    const portfolio = newTestPortfolio();
    const outcome = run(portfolio, {
      rowsRead: 5,
      records: [record(2), record(3)],
      problems: [
        problem(3, 'warning'),
        problem(4, 'blocked'),
        problem(4, 'blocked'),
        problem(5, 'blocked'),
        problem(6, 'duplicate'),
      ],
    });
    expect(outcome).toMatchObject({ imported: 2, blocked: 2, duplicates: 1, warnings: 1 });
    expect(getRows(portfolio.db(), 'SELECT row_no, severity FROM import_problem ORDER BY ordinal')).toEqual([
      { row_no: 3, severity: 'warning' },
      { row_no: 4, severity: 'blocked' },
      { row_no: 4, severity: 'blocked' },
      { row_no: 5, severity: 'blocked' },
      { row_no: 6, severity: 'duplicate' },
    ]);
    const facts = readAllFacts(portfolio.db());
    expect(facts.map((one) => one.initiative)).toMatchObject([
      { name: 'Row 2', unit: 'Agency', importBatchId: outcome.batchId, sourceRow: 2 },
      { name: 'Row 3', importBatchId: outcome.batchId, sourceRow: 3 },
    ]);
    expect(facts[0]?.assessments).toMatchObject([
      { gap: 'data', level: 2, evidence: [{ kind: 'document', sourceQuestion: 'Q 31', note: 'Yes' }] },
    ]);
  });

  it.each<[string, Partial<ImportInput>]>([
    ['a row is lost', { rowsRead: 3, records: [record(2)], problems: [problem(3, 'blocked')] }],
    ['a row is invented', { rowsRead: 1, records: [record(2), record(3)] }],
    ['a row comes in twice', { rowsRead: 2, records: [record(2), record(2)] }],
    ['a warning is taken for an account', { rowsRead: 1, problems: [problem(2, 'warning')] }],
  ])('is refused when %s', (_what, input) => {
    const portfolio = newTestPortfolio();
    const before = contentDigest(portfolio.db());
    expect(() => run(portfolio, input)).toThrow(expect.objectContaining({ code: 'import_rejected' }));
    expect(contentDigest(portfolio.db())).toBe(before);
  });
});

describe('readSourceKeys()', () => {
  it('knows every imported row until the import is undone', () => {
    const portfolio = newTestPortfolio();
    run(portfolio, { rowsRead: 3, records: [record(2, 'same'), record(3, 'same'), record(4)] });
    const keys = readSourceKeys(portfolio.db());
    const [first] = readAllFacts(portfolio.db());
    expect([...keys.fingerprints].sort()).toEqual(['print-2', 'print-3', 'print-4']);
    expect([...keys.identities]).toEqual([['same', first?.initiative.id]]);
    undoLast(portfolio.db(), portfolio.meta());
    expect(readSourceKeys(portfolio.db())).toEqual({ fingerprints: new Set(), identities: new Map() });
  });
});
