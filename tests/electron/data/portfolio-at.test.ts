import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { createPortfolioFile } from '#db/create.ts';
import { openPortfolioFile } from '#db/open.ts';
import { runCommand } from '#db/write.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { Instant, IsoDate, MinorUnits } from '#shared/domain/units.ts';
import { withValue } from '#shared/policy/policy-path.ts';
import { openTestService, type TestService } from '#tests/support/data-service.ts';
import { fixedClock, fixedIds } from '#tests/support/fixed-context.ts';
import { TEST_VERSION, temporaryFolder } from '#tests/support/portfolio.ts';
import { enterSoundPilot, PILOT_MONTHS, type SoundPilot, valueOfTask } from '#tests/support/sound-pilot.ts';
import { workerGate } from '#tests/support/worker-gate.ts';

const day = (text: string) => text as IsoDate;
const DAY_1 = day('2026-10-01');
const DAY_2 = day('2026-10-05');
const DAY_3 = day('2026-11-06');
const utf8 = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** A portfolio whose calendar the test turns; what is entered on a day is a second apart from nine o'clock. */
async function openOnDays(
  options: { readonly computeWorker?: string } = {},
): Promise<TestService & { readonly goTo: (next: IsoDate, hour?: string) => void }> {
  let today = DAY_1;
  let moment = Date.parse(`${DAY_1}T09:00:00.000Z`);
  const service = await openTestService({
    ...options,
    today: () => today,
    now: () => {
      moment += 1000;
      return new Date(moment).toISOString() as Instant;
    },
  });
  return {
    ...service,
    goTo: (next, hour = '09') => {
      today = next;
      moment = Date.parse(`${next}T${hour}:00:00.000Z`);
    },
  };
}

type Ask = TestService['ask'];

/** Everything the screens show as of a day; what names the moment of asking is left out. */
async function seenOn(ask: Ask, id: string, asOf?: IsoDate) {
  const at = asOf === undefined ? {} : { asOf };
  const { madeAt: _madeAt, notes: _notes, ...report } = await ask('getReport', at);
  return {
    summary: await ask('getPortfolio', at),
    register: await ask('listRegister', at),
    detail: await ask('getInitiative', { id, ...at }),
    assets: await ask('listAssets', at),
    policy: await ask('getPolicy', at),
    history: await ask('listHistory', { limit: 500, ...at }),
    csv: utf8((await ask('exportRegister', at)).bytes),
    report,
  };
}

/** Three days: a pilot is entered; its figures are corrected and another is added; the pilot is deleted. */
async function threeDays() {
  const service = await openOnDays();
  const { ask, settled, goTo } = service;
  const pilot: SoundPilot = await enterSoundPilot(ask);
  await ask('createInitiative', { name: 'Fraud signals', stage: 'idea' });
  await settled();
  const first = await seenOn(ask, pilot.id);
  const explained = await ask('explainInitiative', { id: pilot.id });

  goTo(DAY_2);
  await ask('updateInitiative', {
    id: pilot.id,
    patch: { name: 'Claims triage, renamed', stage: 'limited' },
  });
  const month = PILOT_MONTHS[2] ?? expect.fail();
  await ask('reopenMonths', { initiativeId: pilot.id, months: [month] });
  const cells = [{ lineId: pilot.costLineId, month, amount: 999_000 as MinorUnits }];
  await ask('setMonthValues', { initiativeId: pilot.id, cells });
  await ask('closeMonths', { initiativeId: pilot.id, months: [month] });
  const policy = withValue(DEFAULT_POLICY, 'strikes', 3);
  await ask('savePolicy', { policy, reason: 'Agreed by the board.' });
  const late = await ask('createInitiative', { name: 'Late arrival', stage: 'idea' });
  await settled();
  const second = await seenOn(ask, pilot.id);

  goTo(DAY_3);
  await ask('deleteInitiative', { id: pilot.id });
  await ask('updateSettings', { name: 'Renamed portfolio' });
  return { ...service, pilot, late, first, explained, second };
}

describe('viewAt()', () => {
  it('shows each past day as it was: figures, verdicts, initiatives, explanation, exports, history', {
    timeout: 60_000,
  }, async () => {
    const { ask, pilot, late, first, explained, second } = await threeDays();
    expect((await ask('listRegister', {})).rows.map(({ name }) => name)).toEqual([
      'Fraud signals',
      'Late arrival',
    ]);

    expect(await seenOn(ask, pilot.id, DAY_1)).toEqual(first);
    expect(await seenOn(ask, pilot.id, DAY_2)).toEqual(second);
    expect(await ask('explainInitiative', { id: pilot.id, asOf: DAY_1 })).toEqual(explained);

    // The pictures themselves say what they must: else two equal mistakes would pass.
    expect(first.register.rows.map(({ name }) => name)).toEqual(['Claims triage', 'Fraud signals']);
    expect(first.register.rows[0]).toMatchObject({ stage: 'pilot', verdict: 'continue', cost3: 300_000 });
    expect(second.register.rows[0]).toMatchObject({ stage: 'limited', cost3: 1_199_000 });
    expect(second.register.rows.map(({ id }) => id)).toContain(late.id);
    expect(first.report).toMatchObject({ asOf: DAY_1, portfolioName: 'Test portfolio' });
    expect([first.policy.policy.version, second.policy.policy.version]).toEqual([1, 2]);
    expect(first.report.auditHead).not.toEqual(second.report.auditHead);
  });

  it('shows the end of a day without an entry as the day before left it', async () => {
    const { ask, pilot, first } = await threeDays();
    const between = await seenOn(ask, pilot.id, day('2026-10-03'));
    expect(between.history).toEqual(first.history);
    expect(between.register.asOf).toBe('2026-10-03');
    expect(between.register.rows.map(({ name, cost3 }) => [name, cost3])).toEqual(
      first.register.rows.map(({ name, cost3 }) => [name, cost3]),
    );
  });

  it('says in a report of a past day that it is one, and names the file after the day', async () => {
    const { ask, first } = await threeDays();
    const report = await ask('getReport', { asOf: DAY_1 });
    expect(report.notes[0]).toContain('as it was known at the end of 2026-10-01');
    expect(report.auditHead).toEqual(first.report.auditHead);
    expect((await ask('getReport', {})).notes.join()).not.toContain('as it was known');
    expect((await ask('exportRegister', { asOf: DAY_1 })).name).toBe(
      'test-portfolio-register-2026-10-01.csv',
    );
  });

  it('refuses a day after today, one before the portfolio was begun, and what was not there yet', async () => {
    const { fail, ask, late, goTo } = await threeDays();
    expect(await fail('getPortfolio', { asOf: '2026-11-07' })).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('future'),
    });
    expect(await fail('getPortfolio', { asOf: '2026-09-30' })).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('begun on 2026-10-01'),
    });
    expect(await fail('getInitiative', { id: late.id, asOf: DAY_1 })).toMatchObject({
      code: 'not_found',
      message: expect.stringContaining('2026-10-01'),
    });
    expect(await fail('getPortfolio', { asOf: '2026-02-30' })).toMatchObject({ code: 'invalid_input' });
    goTo(day('2026-11-07'));
    expect(await ask('getPortfolio', { asOf: day('2026-11-07') })).toEqual(await ask('getPortfolio', {}));
  });

  it('tells from which day on there is something to see', async () => {
    const { ask } = await openOnDays();
    expect((await ask('getStatus', {})).knownFrom).toBe(DAY_1);
  });

  it('lets today be changed beside a past day that is looked at, and keeps the day', async () => {
    const { ask, pilot, late, first, events } = await threeDays();
    expect((await seenOn(ask, pilot.id, DAY_1)).register).toEqual(first.register);
    await ask('updateInitiative', { id: late.id, patch: { purpose: 'Something new' } });
    await ask('undo', {});
    await ask('undo', {});
    expect((await seenOn(ask, pilot.id, DAY_1)).register).toEqual(first.register);
    expect(events.some((event) => event.type === 'changed')).toBe(true);
  });

  it('opens a day again when a clock set back has brought it round again', async () => {
    const { ask, goTo } = await threeDays();
    const names = async () => (await ask('listRegister', { asOf: DAY_2 })).rows.map(({ name }) => name);
    expect(await names()).not.toContain('Entered by a clock set back');
    goTo(DAY_2, '18');
    await ask('createInitiative', { name: 'Entered by a clock set back', stage: 'idea' });
    goTo(DAY_3);
    expect(await names()).toContain('Entered by a clock set back');
  });

  it('looks at more days than it keeps open, at the same time', { timeout: 60_000 }, async () => {
    const { ask, first } = await threeDays();
    const days = ['01', '02', '03', '04', '05', '06', '07'].map((text) => day(`2026-10-${text}`));
    const totals = await Promise.all(
      [...days, ...days].map(async (asOf) => (await ask('getPortfolio', { asOf })).total),
    );
    expect(totals).toEqual([2, 2, 2, 2, 3, 3, 3, 2, 2, 2, 2, 3, 3, 3]);
    expect((await ask('getPortfolio', { asOf: DAY_1 })).byVerdict).toEqual(first.summary.byVerdict);
  });

  it('computes a past day beside today, and neither takes the other back', async () => {
    const gate = workerGate();
    const { ask, goTo, settled } = await openOnDays({ computeWorker: gate.entry });
    const { id, valueId } = await enterSoundPilot(ask);
    goTo(DAY_2);
    await ask('updateDriver', { id: valueId, driver: valueOfTask(5) });
    const valueOn = async (asOf?: IsoDate) =>
      (await ask('getInitiative', asOf ? { id, asOf } : { id })).decision.value;
    expect([await valueOn(), await valueOn(DAY_1)]).toMatchObject([
      { status: 'computing' },
      { status: 'computing' },
    ]);
    await gate.held();
    gate.release();
    await settled();
    // The report of the past day waits for the simulations of that day.
    const report = ask('getReport', { asOf: DAY_1 });
    await gate.held();
    gate.release();
    expect((await report).summary.computing).toBe(0);
    const [now, then] = [await valueOn(), await valueOn(DAY_1)];
    expect([now, then]).toMatchObject([{ status: 'known' }, { status: 'known' }]);
    expect(now).not.toEqual(then);
  });

  it('leaves what is tried out in the sample out of its story, whatever the calendar says', async () => {
    const path = join(temporaryFolder(), 'sample.pilotage');
    const newId = fixedIds('story');
    const at = '2026-08-01T09:00:00.000Z' as Instant;
    const sampleAsOf = day('2026-09-30');
    createPortfolioFile(path, {
      ...{ name: 'Sample', currency: 'EUR', at, newId, appVersion: TEST_VERSION, sampleAsOf },
    });
    const file = openPortfolioFile(path);
    for (const [name, moment] of [
      ['In August', '2026-08-10T09:00:00.000Z'],
      ['In September', '2026-09-20T09:00:00.000Z'],
    ] as const) {
      const meta = { actor: 'Story', at: moment as Instant, appVersion: TEST_VERSION, name, label: name };
      runCommand(file.db, meta, (tx) => commands.createInitiative(tx, { name, stage: 'idea' }, newId));
    }
    file.close();
    // The calendar of the machine stands in the middle of the story.
    const now = fixedClock('2026-08-15T09:00:00.000Z');
    const { ask, fail } = await openTestService({ path, isSample: true, now, today: '2026-08-15' });
    await ask('createInitiative', { name: 'Tried out', stage: 'idea' });
    const names = async (asOf?: string) =>
      (await ask('listRegister', asOf ? { asOf: day(asOf) } : {})).rows.map(({ name }) => name).sort();
    expect(await names()).toEqual(['In August', 'In September', 'Tried out']);
    expect(await names('2026-09-30')).toEqual(await names());
    expect(await names('2026-09-29')).toEqual(['In August', 'In September']);
    expect(await names('2026-08-20')).toEqual(['In August']);
    expect(await fail('listRegister', { asOf: '2026-10-01' })).toMatchObject({ code: 'invalid_input' });
  });
});
