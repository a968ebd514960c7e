import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { monthsName, shortName } from '#db/commands/words.ts';
import type { ReadDb } from '#db/handles.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

const month = (index: number) => (2026 * 12 + index) as MonthIndex;
const COST = {
  kind: 'cost',
  name: 'Inference',
  startsOn: null,
  endsOn: null,
  category: 'inference',
} as const;

describe('monthsName()', () => {
  it.each([
    [[2], 'March 2026'],
    [[0, 1, 2], 'January 2026 to March 2026'],
    [[2, 0, 1, 1], 'January 2026 to March 2026'],
    [[-1, 0], 'December 2025 to January 2026'],
    [[0, 2, 5], '3 months'],
  ])('says %j as %s', (months, words) => {
    expect(monthsName(months.map(month))).toBe(words);
  });
});

describe('shortName()', () => {
  it('puts a name on one line and cuts it at a whole character', () => {
    expect(shortName(' Claims\n  triage ')).toBe('Claims triage');
    const cut = shortName(`${'x'.repeat(78)}\u{1f600}\u{1f600}`);
    expect([cut.length, cut.isWellFormed(), cut.endsWith('…')]).toEqual([80, true, true]);
  });
});

describe('labels', () => {
  it.each<[string, (db: ReadDb, ids: Ids) => string]>([
    [
      'Close March 2026 for Claims triage',
      (db, { initiativeId }) => commands.closeMonthsLabel(db, { initiativeId, months: [month(2)] }),
    ],
    [
      'Enter March 2026 for Claims triage',
      (db, { initiativeId, lineId }) =>
        commands.setMonthValuesLabel(db, {
          initiativeId,
          cells: [{ lineId, month: month(2), amount: null }],
        }),
    ],
    [
      'Enter 2 amounts for Claims triage',
      (db, { initiativeId, lineId }) =>
        commands.setMonthValuesLabel(db, {
          initiativeId,
          cells: [1, 2].map((n) => ({ lineId, month: month(n), amount: null })),
        }),
    ],
    [
      'Change business owner of Claims triage',
      (db, { initiativeId }) =>
        commands.updateInitiativeLabel(db, {
          id: initiativeId,
          patch: { businessOwner: 'x', unit: undefined },
        }),
    ],
    [
      'Change 2 details of Claims triage',
      (db, { initiativeId }) =>
        commands.updateInitiativeLabel(db, { id: initiativeId, patch: { purpose: 'x', unit: 'y' } }),
    ],
    [
      'Rate Data readiness of Claims triage at level 3',
      (db, { initiativeId }) =>
        commands.recordAssessmentLabel(db, {
          initiativeId,
          gap: 'data',
          level: 3,
          rater: '',
          ratedOn: '2026-01-01' as IsoDate,
          note: '',
          evidence: [],
        }),
    ],
    [
      'Remove line Inference from Claims triage',
      (db, { lineId }) => commands.removeLineLabel(db, { id: lineId }),
    ],
    ['Delete an initiative', (db) => commands.deleteInitiativeLabel(db, { id: 'gone' })],
    [
      'Import 1 initiative from a.csv',
      () => commands.importBatchLabel({ fileName: 'a.csv', records: [{} as never] }),
    ],
  ])('say %s', (words, label) => {
    const { db, ids } = filledPortfolio();
    expect(label(db, ids)).toBe(words);
  });
});

interface Ids {
  readonly initiativeId: string;
  readonly lineId: string;
}

function filledPortfolio(): { readonly db: ReadDb; readonly ids: Ids } {
  const { run, newId, db } = newTestPortfolio();
  const ids = run('fill', (tx) => {
    const { id } = commands.createInitiative(tx, { name: 'Claims triage', stage: 'idea' }, newId);
    return { initiativeId: id, lineId: commands.addLine(tx, { initiativeId: id, line: COST }, newId).id };
  }).value;
  return { db: db(), ids };
}
