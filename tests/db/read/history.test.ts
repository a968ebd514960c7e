import { describe, expect, it } from 'vitest';
import { createInitiative, recordAssessment, updateInitiative, updateSettings } from '#db/commands/index.ts';
import { readHistory, readLastChanged, readTouchedInitiatives } from '#db/read/history.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { newTestPortfolio, type TestPortfolio } from '#tests/support/portfolio.ts';

const create = (portfolio: TestPortfolio, name: string) =>
  portfolio.run('createInitiative', (tx) => createInitiative(tx, { name, stage: 'idea' }, portfolio.newId))
    .value.id;
const update = (portfolio: TestPortfolio, id: string, unit: string) =>
  portfolio.run('updateInitiative', (tx) => updateInitiative(tx, { id, patch: { unit } }));

/** Entries 2 to 6: add A, add B, change A, change settings, change B. */
function busyPortfolio() {
  const portfolio = newTestPortfolio();
  const [a, b] = [create(portfolio, 'A'), create(portfolio, 'B')];
  update(portfolio, a, '1');
  portfolio.run('updateSettings', (tx) => updateSettings(tx, { reviewer: 'R' }));
  update(portfolio, b, '2');
  return { portfolio, a, b };
}

describe('readHistory()', () => {
  it('gives pages, newest first', () => {
    const { portfolio } = busyPortfolio();
    const seqs = (before?: number) =>
      readHistory(portfolio.db(), { before, limit: 4 }).map((entry) => entry.seq);
    expect([seqs(), seqs(3), seqs(1)]).toEqual([[6, 5, 4, 3], [2, 1], []]);
  });

  it('gives only what concerns one initiative', () => {
    const { portfolio, a } = busyPortfolio();
    const page = (before?: number) =>
      readHistory(portfolio.db(), { initiativeId: a, before, limit: 1 }).map((entry) => entry.seq);
    expect([page(), page(4), page(2)]).toEqual([[4], [2], []]);
  });
});

describe('readLastChanged()', () => {
  it('gives the moment of the last change of the initiative or of anything that belongs to it', () => {
    const { portfolio, a, b } = busyPortfolio();
    const rating = {
      gap: 'data',
      level: 1,
      rater: '',
      ratedOn: '2026-01-01' as IsoDate,
      note: '',
      evidence: [],
    } as const;
    portfolio.run('r', (tx) =>
      recordAssessment(tx, { initiativeId: a, ...rating, evidence: [] }, portfolio.newId),
    );
    const [last, before] = readHistory(portfolio.db(), { limit: 2 });
    expect([...readLastChanged(portfolio.db())].sort()).toEqual([
      [a, last?.at],
      [b, before?.at],
    ]);
    expect([...readLastChanged(portfolio.db(), b)]).toEqual([[b, before?.at]]);
  });
});

describe('readTouchedInitiatives()', () => {
  it('names the initiatives of an entry, or none when it concerns more', () => {
    const { portfolio, a, b } = busyPortfolio();
    const { seq } = portfolio.run('both', (tx) => {
      for (const id of [a, b, a]) updateInitiative(tx, { id, patch: { purpose: `new ${tx.at}` } });
    });
    const touched = (entry: number, most: number) => readTouchedInitiatives(portfolio.db(), entry, most);
    expect(touched(seq, 2)?.sort()).toEqual([a, b]);
    expect(touched(seq, 1)).toBeNull();
    expect(touched(5, 9)).toBeNull();
    expect(touched(99, 9)).toEqual([]);
  });
});
