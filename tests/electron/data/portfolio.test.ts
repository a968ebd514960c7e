import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildSample } from '#db/sample/build-sample.ts';
import type { Output } from '#shared/api/contract.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import { PORTFOLIO_FIGURES } from '#shared/portfolio/figures.ts';
import { openTestService, type TestService } from '#tests/support/data-service.ts';
import { fixedIds } from '#tests/support/fixed-context.ts';
import { TEST_VERSION, temporaryFolder } from '#tests/support/portfolio.ts';

const CONDITION = {
  what: 'Name a validator',
  owner: 'Head of claims',
  dueOn: '2026-12-31' as IsoDate,
  metOn: null,
  note: '',
};
/** Built once; every test opens a copy of its own. */
const folder = mkdtempSync(join(tmpdir(), 'pilotage-sample-'));
const built = join(folder, 'sample.pilotage');
beforeAll(() => buildSample(built, { newId: fixedIds(), appVersion: TEST_VERSION }), 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openSample(isSettled = true): Promise<TestService> {
  const path = join(temporaryFolder(), 'sample.pilotage');
  copyFileSync(built, path);
  const service = await openTestService({ path, isSample: true });
  if (!isSettled) return service;
  await service.ask('getPortfolio', {});
  await service.settled();
  return service;
}

async function idOf({ ask }: Pick<TestService, 'ask'>, name: string): Promise<string> {
  const { rows } = await ask('listRegister', {});
  return rows.find((row) => row.name === name)?.id ?? '';
}

describe('getPortfolioFigure()', () => {
  it('gives every header figure as the home screen shows it', async () => {
    const { ask } = await openSample();
    const summary = await ask('getPortfolio', {});
    for (const figure of PORTFOLIO_FIGURES) {
      const detail = await ask('getPortfolioFigure', { figure });
      const shown = figure === 'inProduction' ? summary.inProduction.share : summary[figure].value;
      expect([figure, detail.value]).toEqual([figure, shown]);
      expect(detail.contributions.length).toBeGreaterThan(0);
    }
    // Six initiatives went on although the last review, or reviews in a row, recommended KILL.
    expect(summary.killSpend.why).toMatch(/^6 initiatives/);
  });
});

describe('getChanges()', () => {
  const names = (group: { readonly first: readonly { readonly name: string }[] } | null) =>
    group?.first.map(({ name }) => name) ?? [];

  it('compares with the last review closed before the day', async () => {
    const { ask } = await openSample();
    const changes = await ask('getChanges', {});
    expect(changes.since).toMatchObject({ kind: 'review', review: { name: '2026-Q2' } });
    expect(changes.reviews.map(({ name }) => name)).toEqual(['2026-Q3', '2026-Q2', '2026-Q1']);
    expect(changes.verdicts?.first[0]).toMatchObject({
      name: 'Claims triage',
      from: { verdict: 'continue', rule: 'C1' },
      to: { verdict: 'scale', rule: 'S1' },
      reason: expect.stringContaining('SCALE (S1)'),
    });
    expect(names(changes.fresh)).toEqual(['Broker enquiry routing', 'Regulation watch']);
    expect(changes.moves.first).toMatchObject([{ name: 'Complaint digest', from: 'pilot', to: 'limited' }]);
    expect(changes.months?.total).toBeGreaterThan(20);
    expect(changes.evidence?.total).toBeGreaterThan(0);
  });

  it('compares with another review, or 90 days back without verdicts, and refuses one that is not there', async () => {
    const { ask, fail } = await openSample();
    const { reviews } = await ask('getChanges', {});
    const [third] = reviews;
    // Closed on the very day; the plan adopted afterwards leaves one of them out.
    const evening = await ask('getChanges', { reviewId: third?.id ?? '' });
    expect(evening.verdicts).toMatchObject({
      count: 1,
      first: [{ name: 'Complaint digest', from: { rule: 'C1' }, to: { rule: 'H4' } }],
    });
    const days = await ask('getChanges', { reviewId: null });
    expect(days.since).toEqual({ kind: 'day', day: '2026-07-02' });
    expect(days.verdicts).toBeNull();
    expect(await fail('getChanges', { reviewId: 'nobody' })).toMatchObject({ code: 'not_found' });
  });

  it('leaves out what was taken back again', async () => {
    const service = await openTestService();
    const { ask } = service;
    const { id } = await ask('createInitiative', { name: 'Claims triage', stage: 'pilot' });
    const count = async () => (await ask('getChanges', { reviewId: null })).fresh.count;
    expect(await count()).toBe(1);
    const before: Output<'getChanges'> = await ask('getChanges', {});
    expect(before.since.kind).toBe('day');
    await ask('updateInitiative', { id, patch: { stage: 'limited' } });
    expect((await ask('getChanges', {})).moves.count).toBe(1);
    await ask('undo', {});
    expect((await ask('getChanges', {})).moves.count).toBe(0);

    // The portfolio is younger than 90 days: what it holds has all been added since.
    const months = [(2026 * 12 + 5) as MonthIndex, (2026 * 12 + 6) as MonthIndex];
    const line = { name: 'Tokens', category: 'inference', startsOn: null, endsOn: null } as const;
    await ask('addLine', { initiativeId: id, line: { kind: 'cost', ...line } });
    await ask('closeMonths', { initiativeId: id, months });
    const closed = async () => (await ask('getChanges', {})).months;
    expect(await closed()).toMatchObject({ total: 2, first: [{ id, count: 2 }] });
    await ask('undo', {});
    expect(await closed()).toMatchObject({ total: 0, first: [] });
  });

  it('cannot tell what was added since before a copy without its history was made', async () => {
    const { ask, folder } = await openTestService();
    await ask('createInitiative', { name: 'Claims triage', stage: 'pilot' });
    const { bytes } = await ask('exportCopy', { withHistory: false });
    const path = join(folder, 'copy.pilotage');
    writeFileSync(path, bytes);
    const copy = await openTestService({ path });
    expect(await copy.ask('getChanges', {})).toMatchObject({ months: null, evidence: null });
  });
});

describe('getDecisions()', () => {
  it('gives every review with its override and what followed, latest first', async () => {
    const service = await openSample(false);
    const id = await idOf(service, 'Customer chat assistant');
    const { decisions, otherConditions } = await service.ask('getDecisions', { id });
    expect(decisions.map(({ review, rule, decision }) => [review.name, rule, decision])).toEqual([
      ['2026-Q3', 'K3', 'kill'],
      ['2026-Q2', 'K3', 'hold'],
      ['2026-Q1', 'H1', 'hold'],
    ]);
    expect(decisions[1]?.override).toMatchObject({
      decidedBy: 'Head of customer service',
      expiresOn: '2026-09-30',
    });
    expect(decisions[1]?.followed.months).toHaveLength(3);
    expect(decisions[1]?.followed.net).toBeLessThan(0);
    expect(otherConditions.length + decisions.flatMap((one) => one.conditions).length).toBeGreaterThan(0);
  });

  it('leaves out a review of a day that had not come', async () => {
    const service = await openSample(false);
    const id = await idOf(service, 'Customer chat assistant');
    const { decisions } = await service.ask('getDecisions', { id, asOf: '2026-06-01' as IsoDate });
    expect(decisions.map(({ review }) => review.name)).toEqual(['2026-Q1']);
  });

  it('has nothing but conditions where no review was held', async () => {
    const { ask, fail } = await openTestService();
    const { id } = await ask('createInitiative', { name: 'Claims triage', stage: 'pilot' });
    await ask('addCondition', { initiativeId: id, condition: CONDITION });
    expect(await ask('getDecisions', { id })).toMatchObject({
      decisions: [],
      otherConditions: [{ what: CONDITION.what }],
    });
    expect(await fail('getDecisions', { id: 'nobody' })).toMatchObject({ code: 'not_found' });
  });
});
