import { describe, expect, it } from 'vitest';
import { dataContract } from '#shared/api/contract.ts';
import { GAPS } from '#shared/domain/gap.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { openTestService } from '#tests/support/data-service.ts';

const day = (text: string) => text as IsoDate;
const june = (2026 * 12 + 5) as MonthIndex;
const money = (amount: number) => amount as MinorUnits;

describe('openDataService()', () => {
  it('refuses names that are no calls, inherited ones included', async () => {
    const { fail } = await openTestService();
    for (const name of ['drop', 'constructor', '__proto__', 'toString', '', 'newPortfolio']) {
      expect((await fail(name, {})).code).toBe('invalid_input');
    }
  });

  it('answers hostile input to every call with invalid_input', async () => {
    const { fail } = await openTestService();
    for (const name of Object.keys(dataContract)) {
      for (const input of [null, undefined, 7, 'x', [1], { surprise: true }]) {
        expect([name, (await fail(name, input)).code]).toEqual([name, 'invalid_input']);
      }
    }
  });

  it('says which initiative is gone, for every call that names one', async () => {
    const { fail } = await openTestService();
    expect((await fail('getInitiative', { id: 'nobody' })).code).toBe('not_found');
    expect((await fail('updateInitiative', { id: 'nobody', patch: { name: 'X' } })).code).toBe('not_found');
    expect((await fail('closeMonths', { initiativeId: 'nobody', months: [june] })).code).toBe('not_found');
  });

  it('names the field of an input that is not accepted', async () => {
    const { fail } = await openTestService();
    const error = await fail('createInitiative', { name: ' ', stage: 'idea' });
    expect(error).toMatchObject({ code: 'invalid_input', details: { field: 'name' } });
    expect(error.message).toBe('name: a name is needed.');
  });

  it('tells which tables a command changed, and nothing for a read', async () => {
    const { ask, events } = await openTestService();
    await ask('createInitiative', { name: 'Claims triage', stage: 'idea' });
    expect(events).toEqual([{ type: 'changed', tables: ['initiative', 'history'] }]);
    await ask('listRegister', {});
    expect(events).toHaveLength(1);
  });

  it('changes verdict and reasons with the facts, and goes back by undo', async () => {
    const { ask } = await openTestService({ today: '2026-07-15' });
    const { id } = await ask('createInitiative', {
      name: 'Claims triage',
      stage: 'pilot',
      stageEnteredOn: day('2026-03-01'),
      businessOwner: 'Head of claims',
      technicalOwner: 'Platform lead',
      metricName: 'Share settled at once',
      metricUnit: 'share',
      baselineValue: 0.5,
      baselineDataEnd: day('2026-02-01'),
      baselineSource: 'before',
      lawfulBasis: 'yes',
      riskClass: 'minimal',
      oversight: 'A clerk releases each payment',
    });
    const verdict = async () => (await ask('getInitiative', { id })).decision.rule;
    expect(await verdict()).toBe('H1');

    for (const gap of GAPS) {
      await ask('recordAssessment', {
        initiativeId: id,
        gap,
        level: 2,
        rater: 'Ada',
        ratedOn: day('2026-07-01'),
        note: '',
        evidence: [{ kind: 'test', datedOn: day('2026-07-01'), link: '', note: 'Trial run' }],
      });
    }
    await ask('addTripwire', {
      initiativeId: id,
      tripwire: {
        metric: 'Share settled at once',
        comparator: 'at_least',
        threshold: 0.6,
        dueOn: day('2026-12-31'),
        committedOn: day('2026-02-15'),
        measuredValue: null,
      },
    });
    const cost = await ask('addLine', {
      initiativeId: id,
      line: { kind: 'cost', name: 'Inference', category: 'inference', startsOn: null, endsOn: null },
    });
    const outcome = await ask('addLine', {
      initiativeId: id,
      line: {
        kind: 'outcome',
        name: 'Hours',
        outcomeKind: 'hours_saved',
        method: 'log_count',
        isCashReleasing: false,
        startsOn: null,
        endsOn: null,
      },
    });
    const months = [june, (june - 1) as MonthIndex, (june - 2) as MonthIndex];
    const enter = (benefit: number) =>
      ask('setMonthValues', {
        initiativeId: id,
        cells: months.flatMap((month) => [
          { lineId: cost.id, month, amount: money(100_000) },
          { lineId: outcome.id, month, amount: money(benefit) },
        ]),
      });
    await enter(50_000);
    await ask('closeMonths', { initiativeId: id, months });
    expect(await verdict()).toBe('H3');
    const losing = await ask('getInitiative', { id });
    expect(losing.sentence).toContain('HOLD (H3)');
    expect(losing.decision.value).toEqual({ status: 'known', value: -50_000 * 3 * 4 });

    await ask('reopenMonths', { initiativeId: id, months });
    await enter(150_000);
    await ask('closeMonths', { initiativeId: id, months });
    expect(await verdict()).toBe('C1');

    const before = await ask('getStatus', {});
    expect(before.undo?.label).toContain('Claims triage');
    await ask('undo', {});
    expect(await verdict()).toBe('H1');
    await ask('redo', {});
    expect(await verdict()).toBe('C1');
  });

  it('refuses to change a closed month and says which', async () => {
    const { ask, fail } = await openTestService();
    const { id } = await ask('createInitiative', { name: 'Triage', stage: 'pilot' });
    const line = await ask('addLine', {
      initiativeId: id,
      line: { kind: 'cost', name: 'Licence', category: 'platform', startsOn: null, endsOn: null },
    });
    await ask('closeMonths', { initiativeId: id, months: [june] });
    const error = await fail('setMonthValues', {
      initiativeId: id,
      cells: [{ lineId: line.id, month: june, amount: 1 }],
    });
    expect(error.code).toBe('conflict');
    expect(error.message).toContain('June 2026');
  });

  it('evaluates only what a command touched, and the same as a fresh start', async () => {
    const one = await openTestService();
    const ids = [];
    for (const name of ['A', 'B', 'C'])
      ids.push((await one.ask('createInitiative', { name, stage: 'pilot' })).id);
    await one.ask('listRegister', {});
    await one.ask('updateInitiative', { id: ids[1] ?? '', patch: { businessOwner: 'Ann', name: 'B2' } });
    await one.ask('deleteInitiative', { id: ids[2] ?? '' });
    const kept = await one.ask('listRegister', {});
    await one.service.close();
    const fresh = await openTestService({ path: one.path });
    expect(await fresh.ask('listRegister', {})).toEqual(kept);
    expect(kept.rows.map((row) => row.name)).toEqual(['A', 'B2']);
  });
});
