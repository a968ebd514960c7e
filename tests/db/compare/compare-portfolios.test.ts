import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
  addLine,
  createInitiative,
  deleteInitiative,
  recordAssessment,
  setMonthValues,
  updateInitiative,
  updateSettings,
} from '#db/commands/index.ts';
import { comparePortfolios } from '#db/compare/compare-portfolios.ts';
import { asReadDb, type ReadDb } from '#db/handles.ts';
import { openImage } from '#db/image.ts';
import { openPortfolioFile } from '#db/open.ts';
import { undoLast } from '#db/undo.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { newTestPortfolio, type TestPortfolio } from '#tests/support/portfolio.ts';

/** The portfolio as it is at this moment, to compare with later. */
function snapshot(portfolio: TestPortfolio): ReadDb {
  const raw = openImage(portfolio.db().serialize());
  onTestFinished(() => void raw.close());
  return asReadDb(raw);
}

function create(portfolio: TestPortfolio, name: string): string {
  const command = portfolio.run(
    'createInitiative',
    (tx) => createInitiative(tx, { name, stage: 'idea' }, portfolio.newId),
    `Add ${name}`,
  );
  return command.value.id;
}

function rate(portfolio: TestPortfolio, initiativeId: string, gap: 'data' | 'evaluation' | 'change'): void {
  const rating = { level: 2 as const, rater: 'R', ratedOn: '2026-09-01' as IsoDate, note: '', evidence: [] };
  portfolio.run('recordAssessment', (tx) =>
    recordAssessment(tx, { initiativeId, gap, ...rating }, portfolio.newId),
  );
}

const COST = {
  kind: 'cost',
  name: 'Inference',
  category: 'inference',
  startsOn: null,
  endsOn: null,
} as const;

function setAmounts(portfolio: TestPortfolio, initiativeId: string, count: number): void {
  const line = portfolio.run('addLine', (tx) => addLine(tx, { initiativeId, line: COST }, portfolio.newId))
    .value.id;
  const cells = Array.from({ length: count }, (_, i) => ({
    lineId: line,
    month: (24_300 + i) as MonthIndex,
    amount: 100 as MinorUnits,
  }));
  portfolio.run('setMonthValues', (tx) => setMonthValues(tx, { initiativeId, cells }), 'Enter amounts');
}

function sample() {
  const portfolio = newTestPortfolio({ isFast: true });
  const [kept, gone] = [create(portfolio, 'Kept'), create(portfolio, 'Gone later')];
  rate(portfolio, gone, 'data');
  return { portfolio, kept, gone };
}

describe('comparePortfolios()', () => {
  it('finds nothing between a portfolio and its copy', () => {
    const { portfolio } = sample();
    expect(comparePortfolios(portfolio.db(), snapshot(portfolio))).toEqual({
      present: { seq: 4, initiatives: 2 },
      restored: { seq: 4, initiatives: 2 },
      stepsLost: { count: 0, latest: [] },
      initiatives: [],
      portfolioRows: 0,
    });
  });

  it('says what a restore would bring back, take away and change, and which steps would be gone', () => {
    const { portfolio, kept, gone } = sample();
    const before = snapshot(portfolio);
    const fresh = create(portfolio, 'Fresh');
    portfolio.run('deleteInitiative', (tx) => deleteInitiative(tx, { id: gone }), 'Delete Gone later');
    portfolio.run(
      'updateInitiative',
      (tx) => updateInitiative(tx, { id: kept, patch: { name: 'Kept, renamed' } }),
      'Rename Kept',
    );
    rate(portfolio, kept, 'evaluation');
    setAmounts(portfolio, kept, 4);
    portfolio.run('updateSettings', (tx) => updateSettings(tx, { reviewer: 'Zoë' }), 'Change settings');
    expect(comparePortfolios(portfolio.db(), before)).toEqual({
      present: { seq: 11, initiatives: 2 },
      restored: { seq: 4, initiatives: 2 },
      stepsLost: {
        count: 7,
        latest: ['Change settings', 'Enter amounts', 'addLine', 'recordAssessment', 'Rename Kept'],
      },
      initiatives: [
        { id: fresh, name: 'Fresh', kind: 'goes_away', rows: 1, what: [] },
        {
          id: gone,
          name: 'Gone later',
          kind: 'comes_back',
          rows: 2,
          what: ['the level of the data gap'],
        },
        {
          id: kept,
          name: 'Kept, renamed',
          kind: 'changes',
          rows: expect.any(Number),
          what: ['its name', 'the level of the evaluation gap', '4 amounts', expect.any(String)],
        },
      ],
      portfolioRows: 1,
    });
  });

  it('is the same story the other way round, without steps lost', () => {
    const { portfolio } = sample();
    const before = snapshot(portfolio);
    const fresh = create(portfolio, 'Fresh');
    const seen = comparePortfolios(before, portfolio.db());
    expect(seen.stepsLost).toEqual({ count: 0, latest: [] });
    expect(seen.initiatives).toEqual([{ id: fresh, name: 'Fresh', kind: 'comes_back', rows: 1, what: [] }]);
  });

  it('counts the steps beyond the last common one when the histories parted', () => {
    const { portfolio } = sample();
    const path = join(portfolio.folder, 'other.pilotage');
    writeFileSync(path, portfolio.db().serialize());
    const other = openPortfolioFile(path);
    onTestFinished(() => other.close());
    undoLast(other.db, portfolio.meta());
    create(portfolio, 'Here 1');
    create(portfolio, 'Here 2');
    expect(comparePortfolios(portfolio.db(), other.db).stepsLost).toEqual({
      count: 2,
      latest: ['Add Here 2', 'Add Here 1'],
    });
  });

  it('counts all steps when the histories share none', () => {
    const [one, other] = [sample().portfolio, newTestPortfolio({ isFast: true, name: 'Other' })];
    expect(comparePortfolios(one.db(), other.db()).stepsLost.count).toBe(4);
  });

  it('counts ratings of many gaps instead of naming them', () => {
    const { portfolio, kept } = sample();
    const before = snapshot(portfolio);
    for (const gap of ['data', 'evaluation', 'change'] as const) rate(portfolio, kept, gap);
    expect(comparePortfolios(portfolio.db(), before).initiatives).toMatchObject([{ what: ['3 ratings'] }]);
  });

  it('tells at most four things and how many rows are left', () => {
    const { portfolio, kept } = sample();
    const before = snapshot(portfolio);
    portfolio.run('updateInitiative', (tx) =>
      updateInitiative(tx, { id: kept, patch: { name: 'N', purpose: 'P', unit: 'U' } }),
    );
    for (const gap of ['data', 'change'] as const) rate(portfolio, kept, gap);
    setAmounts(portfolio, kept, 3);
    const [difference] = comparePortfolios(portfolio.db(), before).initiatives;
    expect(difference?.what).toEqual([
      '3 of its fields',
      'the level of the data gap',
      'the level of the change gap',
      expect.stringMatching(/^[45] other rows$/),
    ]);
  });

  it('describes what would come when the present portfolio cannot be read', () => {
    const { portfolio } = sample();
    expect(comparePortfolios(null, portfolio.db())).toEqual({
      present: null,
      restored: { seq: 4, initiatives: 2 },
      stepsLost: { count: 0, latest: [] },
      initiatives: [],
      portfolioRows: 0,
    });
  });

  it('walks rows in the order SQLite sorts them, whatever the ids', () => {
    const portfolio = newTestPortfolio({ isFast: true });
    // In UTF-16 the first of the last two sorts before the second, in UTF-8 after it.
    const ids = ['a', 'B', 'é', '\u{1F600}', '\uFF21'];
    const add = (id: string) =>
      portfolio.run('createInitiative', (tx) => createInitiative(tx, { name: id, stage: 'idea' }, () => id));
    for (const id of ids) add(id);
    const before = snapshot(portfolio);
    for (const id of ['A', '\uFF20', '\u{1F5FF}']) add(id);
    portfolio.run('deleteInitiative', (tx) => deleteInitiative(tx, { id: '\uFF21' }));
    const seen = comparePortfolios(portfolio.db(), before).initiatives;
    expect(new Set(seen.map(({ id, kind }) => `${kind} ${id}`))).toEqual(
      new Set(['goes_away A', 'goes_away \uFF20', 'goes_away \u{1F5FF}', 'comes_back \uFF21']),
    );
  });
});
