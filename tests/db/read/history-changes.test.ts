import { describe, expect, it } from 'vitest';
import {
  addDriver,
  addLine,
  createInitiative,
  removeLine,
  setMonthValues,
  updateInitiative,
} from '#db/commands/index.ts';
import { readHistory } from '#db/read/history.ts';
import { readHistoryChanges } from '#db/read/history-changes.ts';
import { columnsOf, specOf, TABLE_NAMES } from '#db/tables.ts';
import { undoLast, undoPlace } from '#db/undo.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { TABLE_WORDS } from '#shared/history/table-words.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

const AUGUST = (2026 * 12 + 7) as MonthIndex;

function withLine() {
  const portfolio = newTestPortfolio({ isFast: true });
  const { newId, run } = portfolio;
  const id = run('createInitiative', (tx) => createInitiative(tx, { name: 'A', stage: 'idea' }, newId)).value
    .id;
  const line = {
    kind: 'cost',
    name: 'Model usage',
    category: 'inference',
    startsOn: AUGUST,
    endsOn: null,
  } as const;
  const lineId = run('addLine', (tx) =>
    addLine(tx, { initiativeId: id, line: { ...line, isOnce: null } as never }, newId),
  ).value.id;
  const setAmount = (month: number, amount: number | null) =>
    run('setMonthValues', (tx) =>
      setMonthValues(tx, {
        initiativeId: id,
        cells: [{ lineId, month: month as MonthIndex, amount: amount as MinorUnits | null }],
      }),
    ).seq;
  const changesOf = (seq: number) =>
    readHistoryChanges(portfolio.db(), { seq, initiativeId: id, limit: 100 }).changes;
  return { portfolio, id, lineId, setAmount, changesOf };
}

describe('readHistoryChanges()', () => {
  it('tells an amount by line and month, before and after', () => {
    const { setAmount, changesOf } = withLine();
    setAmount(AUGUST, 12_000);
    expect(changesOf(setAmount(AUGUST, 9_900))).toEqual([
      {
        subject: '“Model usage”, 2026-08',
        action: 'changed',
        fields: [
          {
            label: 'Amount',
            before: { type: 'money', minor: 12_000 },
            after: { type: 'money', minor: 9_900 },
          },
        ],
      },
    ]);
  });

  it('calls a line that is gone by its last name', () => {
    const { portfolio, lineId, setAmount, changesOf } = withLine();
    const seq = setAmount(AUGUST, 5);
    portfolio.run('removeLine', (tx) => removeLine(tx, { id: lineId }));
    expect(changesOf(seq)[0]).toMatchObject({ subject: '“Model usage”, 2026-08', action: 'added' });
  });

  it('gives only the fields of the initiative that differ, in words', () => {
    const { portfolio, id, changesOf } = withLine();
    const { seq } = portfolio.run('updateInitiative', (tx) =>
      updateInitiative(tx, { id, patch: { stage: 'pilot', businessOwner: 'Head of claims' } }),
    );
    expect(changesOf(seq).find((one) => one.subject === '')).toEqual({
      subject: '',
      action: 'changed',
      fields: [
        { label: 'Business owner', before: null, after: { type: 'text', text: 'Head of claims' } },
        { label: 'Stage', before: { type: 'text', text: 'Idea' }, after: { type: 'text', text: 'Pilot' } },
      ],
    });
  });

  it('pages through a long entry', () => {
    const { portfolio, id, lineId } = withLine();
    const cells = [0, 1, 2].map((step) => ({
      lineId,
      month: (AUGUST + step) as MonthIndex,
      amount: (100 + step) as MinorUnits,
    }));
    const { seq } = portfolio.run('setMonthValues', (tx) => setMonthValues(tx, { initiativeId: id, cells }));
    const page = (fromOrdinal: number) => {
      const read = readHistoryChanges(portfolio.db(), { seq, initiativeId: id, fromOrdinal, limit: 2 });
      return [read.changes.map((one) => one.subject), read.nextOrdinal];
    };
    expect([page(1), page(3)]).toEqual([
      [['“Model usage”, 2026-08', '“Model usage”, 2026-09'], 3],
      [['“Model usage”, 2026-10'], null],
    ]);
  });
});

describe('readHistory()', () => {
  it('keeps to what an entry is about', () => {
    const { portfolio, id, setAmount } = withLine();
    const seq = setAmount(AUGUST, 1);
    const driver = {
      name: 'D',
      unit: '',
      bound: 'free',
      p10: 1,
      p50: 2,
      p90: 3,
      datedOn: null,
      grade: null,
    } as const;
    const rest = { isVolume: false, loadings: [], measureCost: null, measureDays: null };
    const model = portfolio.run('addDriver', (tx) =>
      addDriver(tx, { initiativeId: id, driver: { ...driver, ...rest } }, portfolio.newId),
    ).seq;
    const seqs = (kind: 'months' | 'model' | 'risk') =>
      readHistory(portfolio.db(), { initiativeId: id, kind, limit: 10 }).map((entry) => entry.seq);
    expect([seqs('months'), seqs('model'), seqs('risk')]).toEqual([[seq, seq - 1], [model], []]);
  });
});

describe('undoPlace()', () => {
  it('counts the steps that are in effect after an entry', () => {
    const { portfolio, setAmount } = withLine();
    const [first, second, third] = [setAmount(AUGUST, 1), setAmount(AUGUST, 2), setAmount(AUGUST, 3)];
    const places = () => [first, second, third].map((seq) => undoPlace(portfolio.db(), seq));
    const ahead = (steps: number) => ({ status: 'ahead', steps, nextLabel: 'setMonthValues' });
    expect(places()).toEqual([ahead(2), ahead(1), ahead(0)]);
    undoLast(portfolio.db(), portfolio.meta());
    expect(places()).toEqual([ahead(1), ahead(0), { status: 'none' }]);
  });
});

describe('TABLE_WORDS', () => {
  it('tells every table that belongs to an initiative, by columns it has', () => {
    const own = TABLE_NAMES.filter((table) => specOf(table).initiative !== null);
    expect(own.filter((table) => TABLE_WORDS[table] === undefined)).toEqual([]);
    const strange = TABLE_NAMES.flatMap((table) =>
      Object.keys(TABLE_WORDS[table]?.columns ?? {}).filter((column) => !columnsOf(table).includes(column)),
    );
    expect(strange).toEqual([]);
  });
});
