import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import type { ReadDb } from '#db/handles.ts';
import { readFacts } from '#db/read/facts.ts';
import { readHistory } from '#db/read/history.ts';
import { readUndo, undoLast } from '#db/undo.ts';
import { STAGES } from '#shared/domain/stage.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { refusal } from '#tests/support/desk.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

/** A portfolio with `count` pilots, and what stands in each of them. */
function pilots(count: number) {
  const portfolio = newTestPortfolio({ isFast: true });
  const ids = Array.from({ length: count }, (_, i) => {
    const input = { name: `Pilot ${i + 1}`, stage: 'pilot', unit: 'Claims' } as const;
    return portfolio.run('createInitiative', (tx) => commands.createInitiative(tx, input, portfolio.newId))
      .value.id;
  });
  const of = (id: string) => readFacts(portfolio.db(), id)?.initiative;
  return { ...portfolio, ids, of };
}

describe('updateInitiatives()', () => {
  it('changes all of them in one step, and undo takes back all of them', () => {
    const portfolio = pilots(3);
    const { ids, of, run, db, meta } = portfolio;
    const before = contentDigest(db());
    const entries = readHistory(db(), { limit: 100 }).length;
    run('updateInitiatives', (tx) =>
      commands.updateInitiatives(tx, { ids: ids.slice(0, 2), patch: { businessOwner: 'Ana Ruiz' } }),
    );
    expect(ids.map((id) => of(id)?.businessOwner)).toEqual(['Ana Ruiz', 'Ana Ruiz', '']);
    expect(readHistory(db(), { limit: 100 })).toHaveLength(entries + 1);
    undoLast(db(), meta());
    expect(contentDigest(db())).toBe(before);
  });

  it('leaves alone what is so already', () => {
    const { ids, run, of } = pilots(2);
    const [first = ''] = ids;
    run('u', (tx) => commands.updateInitiatives(tx, { ids: [first], patch: { isPaused: true } }));
    const { tables } = run('u', (tx) =>
      commands.updateInitiatives(tx, { ids: [first], patch: { isPaused: true } }),
    );
    expect([of(first)?.isPaused, tables]).toEqual([true, []]);
  });

  it('enters a stage with its day, and forgets the day of the stage that was left', () => {
    const { ids, run, of } = pilots(2);
    const stageEnteredOn = '2026-09-01' as IsoDate;
    run('u', (tx) => commands.updateInitiatives(tx, { ids, patch: { stage: 'limited', stageEnteredOn } }));
    expect(ids.map((id) => of(id)?.stageEnteredOn)).toEqual([stageEnteredOn, stageEnteredOn]);
    run('u', (tx) => commands.updateInitiatives(tx, { ids, patch: { stage: 'scaled' } }));
    expect(ids.map((id) => [of(id)?.stage, of(id)?.stageEnteredOn])).toEqual([
      ['scaled', null],
      ['scaled', null],
    ]);
  });

  it('changes none when one is gone', () => {
    const portfolio = pilots(2);
    const { code } = refusal(portfolio, () =>
      portfolio.run('u', (tx) =>
        commands.updateInitiatives(tx, { ids: [...portfolio.ids, 'gone'], patch: { unit: 'Sales' } }),
      ),
    );
    expect(code).toBe('not_found');
  });

  it('is taken back exactly, whatever it changed', () => {
    const portfolio = pilots(4);
    const { ids, run, db, meta } = portfolio;
    const patch = fc.record(
      {
        unit: fc.constantFrom('', 'Claims', 'Sales'),
        businessOwner: fc.constantFrom('', 'Ana Ruiz'),
        stage: fc.constantFrom(...STAGES),
        isPaused: fc.boolean(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.subarray(ids, { minLength: 1 }), patch, (some, change) => {
        const before = contentDigest(db());
        const { tables } = run('u', (tx) => commands.updateInitiatives(tx, { ids: some, patch: change }));
        if (tables.length > 0) {
          expect(contentDigest(db())).not.toBe(before);
          undoLast(db(), meta());
        }
        expect(contentDigest(db())).toBe(before);
      }),
      { numRuns: 40 },
    );
  });
});

describe('updateInitiativesLabel()', () => {
  type Patch = Parameters<typeof commands.updateInitiatives>[1]['patch'];

  it.each<[Patch, string]>([
    [{ businessOwner: 'Ana Ruiz' }, 'Assign business owner Ana Ruiz to 3 initiatives'],
    [{ technicalOwner: 'Bo' }, 'Assign technical owner Bo to 3 initiatives'],
    [{ financeValidator: ' ' }, 'Clear finance validator of 3 initiatives'],
    [{ unit: 'Sales' }, 'Set unit Sales for 3 initiatives'],
    [{ unit: '' }, 'Clear unit of 3 initiatives'],
    [
      { stage: 'limited', stageEnteredOn: '2026-09-01' as IsoDate },
      'Set stage Limited production for 3 initiatives',
    ],
    [{ isPaused: true }, 'Pause 3 initiatives'],
    [{ isPaused: false, unit: undefined }, 'Resume 3 initiatives'],
    [{ unit: 'Sales', stage: 'idea' }, 'Change 2 details of 3 initiatives'],
  ])('names %j', (patch, label) => {
    const { db, ids } = pilots(3);
    expect(commands.updateInitiativesLabel(db() as ReadDb, { ids, patch })).toBe(label);
  });

  it('calls the only one by its name', () => {
    const { db, ids } = pilots(1);
    expect(commands.updateInitiativesLabel(db(), { ids, patch: { isPaused: true } })).toBe('Pause Pilot 1');
  });
});

describe('setInitiativeTexts()', () => {
  it('sets each to its own text in one step with a name', () => {
    const { ids, run, of, db } = pilots(2);
    const [a = '', b = ''] = ids;
    const input = {
      field: 'unit' as const,
      values: [
        { id: a, text: 'Sales' },
        { id: b, text: '' },
      ],
    };
    const label = commands.setInitiativeTextsLabel(db(), input);
    run('setInitiativeTexts', (tx) => commands.setInitiativeTexts(tx, input), label);
    expect(ids.map((id) => of(id)?.unit)).toEqual(['Sales', '']);
    expect(readUndo(db())?.label).toBe('Paste units of 2 initiatives');
  });
});
