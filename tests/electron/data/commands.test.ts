import { describe, expect, it } from 'vitest';
import { recordClosedReview, recordClosedReviewLabel } from '#db/commands/index.ts';
import { openPortfolioFile } from '#db/open.ts';
import { runCommand } from '#db/write.ts';
import type { Input } from '#shared/api/contract.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { openTestService, type TestService } from '#tests/support/data-service.ts';
import { ASSET, COST } from '#tests/support/desk.ts';
import { fixedClock, fixedIds } from '#tests/support/fixed-context.ts';
import { TEST_VERSION } from '#tests/support/portfolio.ts';

const SEPTEMBER = (2026 * 12 + 8) as MonthIndex;
const money = (amount: number) => amount as MinorUnits;
const day = (text: string) => text as IsoDate;

const CONDITION = {
  what: 'Sign-off by legal',
  owner: 'Head of claims',
  dueOn: day('2026-09-30'),
  metOn: null,
  note: '',
};
const GOVERNANCE: Input<'setGovernance'>['governance'] = {
  autonomy: 'acts_with_approval',
  permissions: 'Reads claims',
  dataClasses: '',
  modelVersion: '',
  vendor: '',
  euRole: null,
  classifiedBy: '',
  classifiedOn: null,
  classificationReason: '',
  impactAssessment: null,
  killSwitchTestedOn: day('2026-03-01'),
  redTeamedOn: null,
  framework: [{ function: 'measure', status: 4, link: '' }],
};

/** Closes a review about one initiative in the file of a closed service. */
function recordReview(path: string, initiativeId: string): void {
  const file = openPortfolioFile(path);
  try {
    const decision = {
      initiativeId,
      recommendedRule: null,
      decision: 'fix',
      reason: '',
      causes: [],
    } as const;
    const review = { name: '2026-Q3', endsOn: day('2026-09-30'), decisions: [decision] };
    const at = fixedClock('2026-11-01T00:00:00.000Z')();
    const meta = { name: 'recordClosedReview', label: recordClosedReviewLabel(review), actor: 'Tester', at };
    runCommand(file.db, { ...meta, appVersion: TEST_VERSION }, (tx) =>
      recordClosedReview(tx, review, fixedIds('review')),
    );
  } finally {
    file.close();
  }
}

/** A pilot with one cost line whose September is closed at 500. */
async function closedPilot({ ask }: TestService) {
  const { id } = await ask('createInitiative', { name: 'Claims triage', stage: 'pilot' });
  const line = await ask('addLine', { initiativeId: id, line: COST });
  const cells = [{ lineId: line.id, month: SEPTEMBER, amount: money(500) }];
  await ask('setMonthValues', { initiativeId: id, cells });
  await ask('closeMonths', { initiativeId: id, months: [SEPTEMBER] });
  return { id, lineId: line.id };
}

describe('restateMonth', () => {
  it('corrects a closed month, is shown beside it, counts in the register and is undone by name', async () => {
    const service = await openTestService();
    const { ask, fail } = service;
    const { id, lineId } = await closedPilot(service);
    const input = {
      initiativeId: id,
      month: SEPTEMBER,
      reason: 'Invoice came late',
      amounts: [{ lineId, amount: money(700) }],
      figures: [{ figure: 'reading' as const, value: 0.5 }],
    };
    const made = await ask('restateMonth', input);
    const detail = await ask('getInitiative', { id });
    expect(detail).toMatchObject({
      closedMonths: [SEPTEMBER],
      values: [{ lineId, month: SEPTEMBER, amount: 700 }],
      readings: [{ month: SEPTEMBER, value: 0.5 }],
      restatements: [
        {
          id: made.id,
          month: SEPTEMBER,
          reason: 'Invoice came late',
          amounts: [{ before: 500, after: 700 }],
        },
      ],
    });
    expect((await ask('getPortfolio', {})).net3.value).toBe(-700);
    expect((await fail('restateMonth', input)).code).toBe('conflict');
    expect((await fail('reopenMonths', { initiativeId: id, months: [SEPTEMBER] })).message).toContain(
      'it was restated',
    );
    expect((await ask('getStatus', {})).undo).toMatchObject({
      label: 'Restate September 2026 for Claims triage',
      refusal: null,
    });
    await ask('undo', {});
    expect((await ask('getInitiative', { id })).restatements).toEqual([]);
    await ask('reopenMonths', { initiativeId: id, months: [SEPTEMBER] });
  });

  it('asks for a reason', async () => {
    const service = await openTestService();
    const { id, lineId } = await closedPilot(service);
    const input = { initiativeId: id, month: SEPTEMBER, reason: ' ', figures: [] };
    const error = await service.fail('restateMonth', { ...input, amounts: [{ lineId, amount: 1 }] });
    expect(error).toMatchObject({ code: 'invalid_input', details: { field: 'reason' } });
  });
});

describe('governance, conditions, assets and ranges', () => {
  it('are given with the initiative as they were set, blank before', async () => {
    const { ask } = await openTestService();
    const { id } = await ask('createInitiative', { name: 'Claims triage', stage: 'pilot' });
    const blank = {
      governance: null,
      launch: null,
      conditions: [],
      restatements: [],
      assetTerms: [],
      forecastRanges: [],
    };
    expect(await ask('getInitiative', { id })).toMatchObject(blank);

    await ask('setGovernance', { initiativeId: id, governance: GOVERNANCE });
    const condition = await ask('addCondition', { initiativeId: id, condition: CONDITION });
    const asset = await ask('addAsset', { asset: ASSET });
    await ask('setAssetUse', { initiativeId: id, assetId: asset.id, neededFrom: 'pilot' });
    const terms = {
      builtBy: id,
      owner: 'Platform team',
      costAlone: money(9_000),
      reuseCostShare: 0.2,
      writeForReuse: 1.5,
      upkeepPerMonth: null,
    };
    await ask('setAssetTerms', { id: asset.id, terms });
    const reuse = { usedSince: day('2026-03-01'), reuseCostShare: null };
    await ask('setAssetReuse', { initiativeId: id, assetId: asset.id, reuse });
    const line = await ask('addLine', { initiativeId: id, line: COST });
    const range = { p10: money(90), p90: money(150) };
    const cell = { lineId: line.id, month: SEPTEMBER, amount: money(100) };
    await ask('setForecastValues', { initiativeId: id, cells: [{ ...cell, range }] });
    expect(await ask('getInitiative', { id })).toMatchObject({
      governance: GOVERNANCE,
      conditions: [{ ...CONDITION, id: condition.id, initiativeId: id, reviewId: null }],
      assetTerms: [{ assetId: asset.id, terms, reuse }],
      forecasts: [cell],
      forecastRanges: [{ lineId: line.id, month: SEPTEMBER, ...range }],
    });
  });

  it('refuses a range that does not hold its forecast', async () => {
    const { ask, fail } = await openTestService();
    const { id } = await ask('createInitiative', { name: 'Claims triage', stage: 'pilot' });
    const line = await ask('addLine', { initiativeId: id, line: COST });
    const range = { p10: 101, p90: 150 };
    const cells = [{ lineId: line.id, month: SEPTEMBER, amount: 100, range }];
    expect((await fail('setForecastValues', { initiativeId: id, cells })).code).toBe('invalid_input');
  });
});

describe('setLaunch', () => {
  const launch = {
    launchedOn: day('2026-03-02'),
    effortPoints: 7,
    workingDays: null,
    isFundedFromReturns: true,
  };

  it('is given with the initiative, named in undo and taken back', async () => {
    const { ask, events } = await openTestService();
    const { id } = await ask('createInitiative', { name: 'Claims triage', stage: 'limited' });
    await ask('setLaunch', { initiativeId: id, launch });
    expect(events.at(-1)).toEqual({ type: 'changed', tables: ['launch', 'history'] });
    const { launch: kept, history } = await ask('getInitiative', { id });
    expect([kept, history[0]?.label]).toEqual([launch, 'Record the launch of Claims triage']);
    await ask('setLaunch', { initiativeId: id, launch: null });
    expect((await ask('getInitiative', { id })).launch).toBeNull();
    await ask('undo', {});
    expect((await ask('getInitiative', { id })).launch).toEqual(launch);
  });

  it.each<[string, object]>([
    ['effortPoints', { effortPoints: 0 }],
    ['workingDays', { workingDays: -1 }],
    ['workingDays', { workingDays: 1.5 }],
    ['launchedOn', { launchedOn: '2026-02-30' }],
  ])('refuses %s of %j', async (field, change) => {
    const { ask, fail } = await openTestService();
    const { id } = await ask('createInitiative', { name: 'Claims triage', stage: 'limited' });
    const error = await fail('setLaunch', { initiativeId: id, launch: { ...launch, ...change } });
    expect(error).toMatchObject({ code: 'invalid_input', details: { field } });
    expect((await ask('getInitiative', { id })).launch).toBeNull();
  });
});

describe('conditions', () => {
  it('ask for attention from the day after they were due until they are met or gone', async () => {
    let today = '2026-09-30';
    const { ask } = await openTestService({ today: () => today });
    const { id } = await ask('createInitiative', { name: 'Claims triage', stage: 'pilot' });
    const made = await ask('addCondition', { initiativeId: id, condition: CONDITION });
    const overdue = async () =>
      (await ask('getPortfolio', {})).attention.filter(({ kind }) => kind === 'condition_overdue');
    expect(await overdue()).toEqual([]);
    today = '2026-10-01';
    expect(await overdue()).toMatchObject([{ count: 1, first: [{ id, focus: `condition:${made.id}` }] }]);
    await ask('updateCondition', { id: made.id, condition: { ...CONDITION, metOn: day('2026-10-01') } });
    expect(await overdue()).toEqual([]);
    await ask('undo', {});
    expect(await overdue()).toHaveLength(1);
    await ask('removeCondition', { id: made.id });
    expect(await overdue()).toEqual([]);
  });
});

describe('saved views', () => {
  it('are saved, replaced by name, listed and removed', async () => {
    const { ask, events } = await openTestService();
    expect(await ask('listSavedViews', {})).toEqual({ views: [] });
    const view = { screen: 'register', name: 'At risk', body: { sort: ['name'] } } as const;
    const made = await ask('saveView', { ...view, body: { sort: ['name'] } });
    expect(await ask('saveView', { ...view, body: { sort: [] } })).toEqual(made);
    expect(await ask('listSavedViews', {})).toEqual({ views: [{ ...view, ...made, body: { sort: [] } }] });
    expect(events.at(-1)).toEqual({ type: 'changed', tables: ['saved_view', 'history'] });
    await ask('removeView', made);
    expect(await ask('listSavedViews', {})).toEqual({ views: [] });
  });
});

describe('undo', () => {
  it('of a closed review is refused in words, which the status gives beforehand', async () => {
    const service = await openTestService();
    const { id } = await closedPilot(service);
    await service.service.close();
    recordReview(service.path, id);
    const { ask, fail } = await openTestService({ path: service.path });
    const { undo } = await ask('getStatus', {});
    expect(undo).toMatchObject({
      label: 'Record the closed review 2026-Q3',
      refusal: expect.stringContaining('closed for ever'),
    });
    expect(await fail('undo', {})).toMatchObject({ code: 'conflict', message: undo?.refusal });
    const reopen = await fail('reopenMonths', { initiativeId: id, months: [SEPTEMBER] });
    expect(reopen.message).toContain('the closed review 2026-Q3 stands on it');
  });
});
