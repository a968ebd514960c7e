import { describe, expect, it } from 'vitest';
import { openTestService, type TestService } from '#tests/support/data-service.ts';
import { enterSoundPilot, valueOfTask } from '#tests/support/sound-pilot.ts';
import { type WorkerGate, workerGate } from '#tests/support/worker-gate.ts';

/** A sound pilot whose simulation is in a worker's hand and stays there. */
async function computingPilot(): Promise<
  TestService & { readonly gate: WorkerGate; readonly id: string; readonly valueId: string }
> {
  const gate = workerGate();
  const service = await openTestService({ computeWorker: gate.entry });
  const { id, valueId } = await enterSoundPilot(service.ask);
  expect((await service.ask('getStatus', {})).computing).toBe(1);
  await gate.held();
  return { ...service, gate, id, valueId };
}

const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('settledPortfolio()', () => {
  it('lets a screen show "computing" and tells the page when the results are in', async () => {
    const { ask, gate, id, events, settled } = await computingPilot();
    const waiting = await ask('getInitiative', { id });
    expect(waiting.decision).toMatchObject({
      isComputing: true,
      verdict: null,
      value: { status: 'computing' },
    });
    const { rows } = await ask('listRegister', {});
    expect(rows[0]).toMatchObject({ isComputing: true, isValueComputing: true, value: null, verdict: null });
    expect(await ask('getPortfolio', {})).toMatchObject({
      computing: 1,
      offMap: [{ reason: 'computing', count: 1 }],
    });
    expect(events).not.toContainEqual({ type: 'changed', tables: ['simulation'] });

    gate.release();
    await settled();
    expect(events.at(-1)).toEqual({ type: 'changed', tables: ['simulation'] });
    const after = await ask('getInitiative', { id });
    expect(after.decision).toMatchObject({ isComputing: false, rule: 'C1', value: { status: 'known' } });
    expect(await ask('getPortfolio', {})).toMatchObject({ computing: 0, offMap: [] });
  });

  it('makes an export wait: no figure in it reads "computing"', async () => {
    const { ask, gate } = await computingPilot();
    const [report, csv] = [ask('getReport', {}), ask('exportRegister', {})];
    gate.release();
    expect(JSON.stringify(await report)).not.toMatch(/computing: |Computing/);
    expect((await report).summary).toMatchObject({ computing: 0, byVerdict: { continue: 1 } });
    expect(utf8((await csv).bytes)).not.toMatch(/computing/i);
    expect(utf8((await csv).bytes)).toContain('CONTINUE');
  });

  it('makes an export wait for what a change begins meanwhile as well', async () => {
    const { ask, gate, valueId } = await computingPilot();
    const report = ask('getReport', {});
    await ask('updateDriver', { id: valueId, driver: valueOfTask(0.5) });
    gate.release();
    await gate.held();
    gate.release();
    expect((await report).summary).toMatchObject({ computing: 0, byVerdict: { kill: 1 } });
  });
});
