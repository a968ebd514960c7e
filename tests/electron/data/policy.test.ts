import { describe, expect, it } from 'vitest';
import type { Output } from '#shared/api/contract.ts';
import { GAPS } from '#shared/domain/gap.ts';
import { DEFAULT_POLICY, type Policy } from '#shared/domain/policy.ts';
import type { IsoDate, MinorUnits } from '#shared/domain/units.ts';
import { withValue } from '#shared/policy/policy-path.ts';
import { openTestService, type TestService } from '#tests/support/data-service.ts';

const day = (text: string) => text as IsoDate;

function changed(...changes: readonly (readonly [string, number | string])[]): Policy {
  return changes.reduce((policy, [path, value]) => withValue(policy, path, value), DEFAULT_POLICY);
}

/** A pilot whose tripwire fell due on 10 September and was never measured: K2 once its grace is over, H1 before. */
async function addUnmeasuredPilot({ ask }: TestService): Promise<string> {
  const { id } = await ask('createInitiative', {
    name: 'Claims triage',
    stage: 'pilot',
    stageEnteredOn: day('2026-08-01'),
  });
  await ask('addTripwire', {
    initiativeId: id,
    tripwire: {
      metric: 'Share settled at once',
      comparator: 'at_least',
      threshold: 0.6,
      dueOn: day('2026-09-10'),
      committedOn: day('2026-07-15'),
      measuredValue: null,
    },
  });
  return id;
}

/** An idea that passes every gate and earns only from limited production on, a year ahead. */
async function addLateEarningIdea({ ask }: TestService): Promise<string> {
  const { id } = await ask('createInitiative', {
    name: 'Document intake',
    stage: 'idea',
    stageEnteredOn: day('2026-08-01'),
    businessOwner: 'Head of claims',
    metricName: 'Documents read without help',
    metricUnit: 'share',
    lawfulBasis: 'yes',
    riskClass: 'minimal',
  });
  for (const gap of GAPS) {
    await ask('recordAssessment', {
      initiativeId: id,
      gap,
      level: 1,
      rater: 'Ada',
      ratedOn: day('2026-09-01'),
      note: '',
      evidence: [{ kind: 'document', datedOn: day('2026-09-01'), link: '', note: 'The plan' }],
    });
  }
  const driver = async (name: string, amount: number) =>
    ask('addDriver', {
      initiativeId: id,
      driver: {
        name,
        unit: 'EUR a month',
        bound: 'positive',
        p10: amount,
        p50: amount,
        p90: amount,
        datedOn: day('2026-09-01'),
        grade: 'document',
        isVolume: false,
        loadings: [],
        measureCost: null,
        measureDays: null,
      },
    });
  const [saved, run] = [await driver('Saved', 100_000), await driver('Run cost', 1000)];
  const months = { decisionMonth: 3, buildMonths: 1, rampMonths: 3 };
  const none = { decisionMonth: null, buildMonths: null, rampMonths: null };
  await ask('addScope', { initiativeId: id, scope: { stage: 'idea', basis: 'plan', ...none } });
  const pilot = await ask('addScope', {
    initiativeId: id,
    scope: { stage: 'pilot', basis: 'plan', ...months },
  });
  const limited = await ask('addScope', {
    initiativeId: id,
    scope: { stage: 'limited', basis: 'plan', ...months, decisionMonth: 12 },
  });
  const line = { constant: 1, role: null };
  await ask('addScopeLine', {
    scopeId: pilot.id,
    line: { ...line, name: 'Run', kind: 'fixed', driverIds: [run.id] },
  });
  await ask('addScopeLine', {
    scopeId: limited.id,
    line: { ...line, name: 'Saved hours', kind: 'benefit', driverIds: [saved.id] },
  });
  const nothing = 0 as MinorUnits;
  await ask('setStopTerms', {
    initiativeId: id,
    terms: { salvage: nothing, exitCost: nothing, upkeepPerMonth: nothing, upkeepMonths: 0 },
  });
  return id;
}

/** The preview once nothing in it waits for a simulation. Each call itself waits a moment for them. */
async function settledPreview({ ask }: TestService, policy: Policy): Promise<Output<'previewPolicy'>> {
  for (let asked = 0; asked < 50; asked += 1) {
    const preview = await ask('previewPolicy', { policy });
    const isWaiting = preview.differences.some(({ because }) => because.kind === 'computing');
    if (preview.computing === 0 && !isWaiting) return preview;
  }
  throw new Error('the preview never settled');
}

describe('getPolicy()', () => {
  it('is the shipped policy, version 1, while none was saved', async () => {
    const { ask } = await openTestService();
    expect(await ask('getPolicy', {})).toEqual({ policy: DEFAULT_POLICY, versions: [] });
  });
});

describe('savePolicy()', () => {
  it('makes the next version the one in force, keeps the ones before, and is undone as one step', async () => {
    const { ask } = await openTestService();
    const second = changed(['strikes', 3]);
    expect(await ask('savePolicy', { policy: second, reason: 'The board asked for it.' })).toEqual({
      version: 2,
    });
    const third = { ...withValue(second, 'anchors.data.0', 'Nobody looked.'), version: 2 };
    expect(await ask('savePolicy', { policy: third, reason: 'Plainer words.' })).toEqual({ version: 3 });

    const { policy, versions } = await ask('getPolicy', {});
    expect(policy).toEqual({ ...third, version: 3 });
    expect(versions.map(({ version, actor, reason }) => [version, actor, reason])).toEqual([
      [3, 'Program lead', 'Plainer words.'],
      [2, 'Program lead', 'The board asked for it.'],
    ]);
    expect((await ask('getPolicyVersion', { version: 2 })).policy).toEqual({ ...second, version: 2 });
    expect((await ask('getPolicyVersion', { version: 1 })).policy).toEqual(DEFAULT_POLICY);

    expect((await ask('undo', {})).undone?.label).toBe('Save policy version 3');
    expect((await ask('getPolicy', {})).policy).toEqual({ ...second, version: 2 });
  });

  it('changes verdicts at once', async () => {
    const service = await openTestService();
    const id = await addUnmeasuredPilot(service);
    const rule = async () => (await service.ask('getInitiative', { id })).decision.rule;
    expect(await rule()).toBe('H1');
    await service.ask('savePolicy', { policy: changed(['tripwireGraceDays', 10]), reason: 'Teeth.' });
    expect(await rule()).toBe('K2');
    await service.ask('undo', {});
    expect(await rule()).toBe('H1');
  });

  it('refuses the values that are in force already', async () => {
    const { ask, fail } = await openTestService();
    const error = await fail('savePolicy', { policy: DEFAULT_POLICY, reason: 'No reason.' });
    expect(error).toMatchObject({ code: 'invalid_input' });
    expect(error.message).toContain('nothing would change');
    expect((await ask('getPolicy', {})).versions).toEqual([]);
  });

  it('refuses changes that were made to a version no longer in force', async () => {
    const { ask, fail } = await openTestService();
    await ask('savePolicy', { policy: changed(['strikes', 3]), reason: 'First.' });
    const error = await fail('savePolicy', { policy: changed(['strikes', 4]), reason: 'Second.' });
    expect(error.code).toBe('conflict');
    expect(error.message).toContain('version 2');
    expect((await ask('getPolicy', {})).policy.strikes).toBe(3);
  });

  it.each([
    [changed(['horizonMonths', 500]), 'horizonMonths'],
    [changed(['gapWeights.data', 0.5]), 'gapWeights'],
    [changed(['readinessLeave', 90]), 'readinessLeave'],
  ])('names the value that cannot be used (%#)', async (policy, field) => {
    const { ask, fail } = await openTestService();
    expect(await fail('savePolicy', { policy, reason: 'Why not.' })).toMatchObject({
      code: 'invalid_input',
      details: { field },
    });
    expect((await ask('getPolicy', {})).versions).toEqual([]);
  });

  it('asks for a reason', async () => {
    const { fail } = await openTestService();
    expect(await fail('savePolicy', { policy: changed(['strikes', 3]), reason: ' ' })).toMatchObject({
      code: 'invalid_input',
      details: { field: 'reason' },
    });
  });
});

describe('getPolicyVersion()', () => {
  it('says when there is no such version', async () => {
    const { fail } = await openTestService();
    expect((await fail('getPolicyVersion', { version: 7 })).code).toBe('not_found');
  });
});

describe('previewPolicy()', () => {
  it('says which verdicts would change and which of the changed fields is the reason, and saves nothing', async () => {
    const service = await openTestService();
    const id = await addUnmeasuredPilot(service);
    await service.ask('createInitiative', { name: 'Fraud notes', stage: 'idea' });
    await service.ask('createInitiative', { name: 'Old one', stage: 'retired' });

    const policy = changed(['tripwireGraceDays', 10], ['strikes', 3]);
    const preview = await settledPreview(service, policy);
    expect(preview.problems).toEqual([]);
    expect(preview.changes.map(({ path, from, to }) => [path, from, to])).toEqual([
      ['strikes', 2, 3],
      ['tripwireGraceDays', 30, 10],
    ]);
    expect(preview.compared).toBe(2);
    expect(preview.differences).toEqual([
      {
        id,
        name: 'Claims triage',
        from: { verdict: 'hold', rule: 'H1' },
        to: { verdict: 'kill', rule: 'K2' },
        isVerdictChanged: true,
        because: {
          kind: 'alone',
          settings: [{ name: 'Grace for measuring a tripwire (K2)', paths: ['tripwireGraceDays'] }],
        },
      },
    ]);
    expect((await service.ask('getPolicy', {})).versions).toEqual([]);
    expect((await service.ask('getInitiative', { id })).decision.rule).toBe('H1');
  });

  it('finds no difference between equal policies', async () => {
    const service = await openTestService();
    await addUnmeasuredPilot(service);
    expect(await settledPreview(service, DEFAULT_POLICY)).toEqual({
      problems: [],
      changes: [],
      compared: 1,
      computing: 0,
      differences: [],
    });
  });

  it('simulates under the new values, and goes back to the old verdict with the field put back', async () => {
    const service = await openTestService();
    const id = await addLateEarningIdea(service);
    // Earnings begin in month 14: within 36 months the idea pays, within 12 it only costs.
    const preview = await settledPreview(service, changed(['horizonMonths', 12], ['discountRate', 0.12]));
    expect(preview.compared).toBe(1);
    expect(preview.differences).toEqual([
      {
        id,
        name: 'Document intake',
        from: { verdict: 'continue', rule: 'C1' },
        to: { verdict: 'kill', rule: 'K4' },
        isVerdictChanged: true,
        because: { kind: 'alone', settings: [{ name: 'Horizon', paths: ['horizonMonths'] }] },
      },
    ]);
    expect((await service.ask('getInitiative', { id })).decision.rule).toBe('C1');
  });

  it('names what is wrong and compares nothing', async () => {
    const service = await openTestService();
    await addUnmeasuredPilot(service);
    const preview = await service.ask('previewPolicy', { policy: changed(['deadBand', 0.2]) });
    expect(preview.problems.map(({ path }) => path)).toContain('deadBand');
    expect(preview).toMatchObject({ compared: 0, computing: 0, differences: [] });
  });
});
