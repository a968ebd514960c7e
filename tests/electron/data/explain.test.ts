import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildSample } from '#db/sample/build-sample.ts';
import { dataContract } from '#shared/api/contract.ts';
import { openTestService } from '#tests/support/data-service.ts';
import { fixedIds } from '#tests/support/fixed-context.ts';
import { TEST_VERSION, temporaryFolder } from '#tests/support/portfolio.ts';
import { enterGatedPilot, enterSoundPilot, valueOfTask } from '#tests/support/sound-pilot.ts';

describe('explainInitiative()', () => {
  it('answers what the contract says, and the same each time it is asked', async () => {
    const { ask, settled } = await openTestService();
    const { id } = await enterSoundPilot(ask);
    await settled();
    const first = await ask('explainInitiative', { id });
    expect(dataContract.explainInitiative.output.parse(first)).toEqual(first);
    expect(await ask('explainInitiative', { id })).toEqual(first);
    expect(first).toMatchObject({ initiativeId: id, draws: 10_000, sinceReview: null });
    expect(first.drivers.map(({ name }) => name)).toContain('Tasks');
    expect(first.verdictShares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it('has another hash for another input, and the old one when the change is taken back', async () => {
    const { ask } = await openTestService();
    const { id, valueId } = await enterSoundPilot(ask);
    const hash = async () => (await ask('explainInitiative', { id })).inputHash;
    const before = await hash();
    await ask('updateDriver', { id: valueId, driver: valueOfTask(3) });
    expect(await hash()).not.toBe(before);
    await ask('undo', {});
    expect(await hash()).toBe(before);
  });

  it('explains what wants a forward model: no draws, and the model among what to measure next', async () => {
    const { ask } = await openTestService();
    const id = await enterGatedPilot(ask);
    const answer = await ask('explainInitiative', { id });
    expect(answer).toMatchObject({ draws: null, drivers: [], verdictShares: [], evpi: null });
    expect(answer.measureNext.map(({ code }) => code)).toContain('forwardModel');
  });

  it('leaves the question before unanswered when another one is asked', async () => {
    const { ask, fail, settled } = await openTestService();
    const [one, other] = [await enterSoundPilot(ask), await enterSoundPilot(ask, 3, 'Document intake')];
    await settled();
    const [earlier, newest] = await Promise.all([
      fail('explainInitiative', { id: one.id }),
      ask('explainInitiative', { id: other.id }),
    ]);
    expect(earlier.code).toBe('cancelled');
    expect(newest.initiativeId).toBe(other.id);
    expect((await ask('explainInitiative', { id: one.id })).initiativeId).toBe(one.id);
  });

  it('is stopped by whoever asked, and can be asked for again', async () => {
    const { ask, fail, settled } = await openTestService();
    const { id } = await enterSoundPilot(ask);
    await settled();
    const asked = fail('explainInitiative', { id });
    const stopping = (async () => {
      // The question reads the portfolio first; until it works in the background there is nothing to stop.
      for (let turn = 0; turn < 50; turn += 1) {
        await ask('stopExplaining', {});
        await new Promise(setImmediate);
      }
    })();
    const { code, message } = await asked;
    await stopping;
    expect(code).toBe('cancelled');
    expect(message).toContain('stopped');
    expect((await ask('explainInitiative', { id })).initiativeId).toBe(id);
  });

  it('says when the initiative is gone', async () => {
    const { ask, fail } = await openTestService();
    const id = await enterGatedPilot(ask);
    await ask('deleteInitiative', { id });
    expect((await fail('explainInitiative', { id })).code).toBe('not_found');
  });

  it('compares with the last closed review of the sample', async () => {
    const path = join(temporaryFolder(), 'sample.pilotage');
    buildSample(path, { newId: fixedIds(), appVersion: TEST_VERSION });
    const { ask } = await openTestService({ path });
    const { rows } = await ask('listRegister', {});
    const id = rows.find(({ name }) => name === 'Complaint digest')?.id ?? '';
    const { sinceReview } = await ask('explainInitiative', { id });
    expect(sinceReview).toMatchObject({ reviewName: '2026-Q3', endsOn: '2026-09-30' });
    const changes = sinceReview?.changes ?? [];
    // The review took its own decision, and the plan adopted after it leaves this one out.
    expect(changes.map(({ input }) => input)).toEqual(expect.arrayContaining(['plan', 'pastDecisions']));
    const mattered = changes.map((change) => change.mattered);
    expect(mattered).toEqual([...mattered].sort((a, b) => Number(b) - Number(a)));
    expect(new Set(mattered)).toEqual(new Set([true, false]));
  });
});
