import { describe, expect, it } from 'vitest';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { openTestService, type TestService } from '#tests/support/data-service.ts';
import { COST, OUTCOME } from '#tests/support/desk.ts';

const SEPTEMBER = (2026 * 12 + 8) as MonthIndex;
const cents = (amount: number) => amount as MinorUnits;

/** Pilots with a cost and an outcome line each, by name. */
async function addPilots({ ask }: TestService, names: readonly string[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const name of names) {
    const { id } = await ask('createInitiative', { name, stage: 'pilot' });
    for (const line of [COST, OUTCOME]) await ask('addLine', { initiativeId: id, line });
    ids.push(id);
  }
  return ids;
}

describe('listMonth and enterMonth', () => {
  it('enter a month of many in one named step, and take it back in one', async () => {
    const service = await openTestService();
    const { ask } = service;
    await addPilots(service, ['B', 'A']);
    const before = await ask('listMonth', { month: SEPTEMBER });
    expect(
      before.initiatives.map((one) => [one.name, one.isClosed, one.lines.map((line) => line.amount)]),
    ).toEqual([
      ['A', false, [null, null]],
      ['B', false, [null, null]],
    ]);
    const entries = before.initiatives.map(({ id, lines }, i) => ({
      initiativeId: id,
      cells: lines.map((line) => ({ lineId: line.lineId, amount: cents(100 * (i + 1)) })),
      isClosing: true,
    }));
    await ask('enterMonth', { month: SEPTEMBER, entries });
    const after = await ask('listMonth', { month: SEPTEMBER });
    expect(after.initiatives.map((one) => [one.isClosed, one.lines.map((line) => line.amount)])).toEqual([
      [true, [100, 100]],
      [true, [200, 200]],
    ]);
    expect((await ask('undo', {})).undone?.label).toBe('Close September 2026 for 2 initiatives');
    expect(await ask('listMonth', { month: SEPTEMBER })).toEqual(before);
  });

  it('refuse what is not one entry for each initiative', async () => {
    const service = await openTestService();
    const [id = ''] = await addPilots(service, ['A']);
    const entry = { initiativeId: id, cells: [], isClosing: true };
    for (const entries of [[], [entry, entry]]) {
      const { code } = await service.fail('enterMonth', { month: SEPTEMBER, entries });
      expect(code).toBe('invalid_input');
    }
  });
});

describe('updateInitiatives and setInitiativeTexts', () => {
  it('change the register in one named step each', async () => {
    const service = await openTestService();
    const { ask } = service;
    const ids = [...(await addPilots(service, ['A', 'B']))];
    await ask('updateInitiatives', { ids, patch: { businessOwner: 'Ana Ruiz' } });
    const [a = '', b = ''] = ids;
    const values = [
      { id: a, text: 'Sales' },
      { id: b, text: 'Claims' },
    ];
    await ask('setInitiativeTexts', { field: 'unit', values });
    const { rows } = await ask('listRegister', {});
    expect(rows.map((row) => [row.name, row.businessOwner, row.unit])).toEqual([
      ['A', 'Ana Ruiz', 'Sales'],
      ['B', 'Ana Ruiz', 'Claims'],
    ]);
    expect((await ask('undo', {})).undone?.label).toBe('Paste units of 2 initiatives');
    expect((await ask('undo', {})).undone?.label).toBe('Assign business owner Ana Ruiz to 2 initiatives');
  });

  it.each([
    ['updateInitiatives', { ids: ['a', 'a'], patch: { unit: 'x' } }],
    ['updateInitiatives', { ids: ['a'], patch: {} }],
    ['updateInitiatives', { ids: ['a'], patch: { name: 'x' } }],
    ['updateInitiatives', { ids: ['a'], patch: { stageEnteredOn: '2026-09-01' } }],
    ['updateInitiatives', { ids: [], patch: { unit: 'x' } }],
    ['setInitiativeTexts', { field: 'stage', values: [{ id: 'a', text: 'pilot' }] }],
    ['setInitiativeTexts', { field: 'name', values: [{ id: 'a', text: ' ' }] }],
    ['setInitiativeTexts', { field: 'unit', values: [{ id: 'a', text: 'x'.repeat(301) }] }],
  ])('%s refuses %j', async (name, input) => {
    const { fail } = await openTestService();
    expect((await fail(name, input)).code).toBe('invalid_input');
  });
});

describe('exportRegister', () => {
  it('holds the initiatives named and no others', async () => {
    const service = await openTestService();
    const [, b = ''] = await addPilots(service, ['Alpha', 'Beta']);
    const { bytes } = await service.ask('exportRegister', { ids: [b] });
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain('Beta');
    expect(text).not.toContain('Alpha');
  });
});
