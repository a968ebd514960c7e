import { describe, expect, it } from 'vitest';
import type { IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { openTestService } from '#tests/support/data-service.ts';
import { ASSET } from '#tests/support/desk.ts';
import { enterSoundPilot } from '#tests/support/sound-pilot.ts';

const OCTOBER = (2026 * 12 + 9) as MonthIndex;
const money = (amount: number) => amount as MinorUnits;

describe('getInitiative()', () => {
  it('gives everything that was entered about an initiative', async () => {
    const { ask, settled } = await openTestService();
    const pilot = await enterSoundPilot(ask);
    const { id, outcomeLineId } = pilot;
    const asset = await ask('addAsset', { asset: ASSET });
    await ask('setAssetUse', { initiativeId: id, assetId: asset.id, neededFrom: 'limited' });
    const counts = [{ month: OCTOBER, attempts: 900, successes: 700 }];
    await ask('setUnitCounts', { initiativeId: id, counts });
    const forecast = { lineId: outcomeLineId, month: OCTOBER, amount: money(160_000) };
    await ask('setForecastValues', { initiativeId: id, cells: [forecast] });
    const planned = { lineId: outcomeLineId, month: OCTOBER, amount: money(170_000) };
    const plan = { inForceFrom: OCTOBER, approvedOn: '2026-09-20' as IsoDate, approvedBy: 'CFO' };
    await ask('lockPlan', { initiativeId: id, ...plan, cells: [planned] });
    const row = { dimension: 'ownership', state: 'pilot_grade', proof: null } as const;
    await ask('setChecklistRow', { initiativeId: id, row });
    await settled();

    const detail = await ask('getInitiative', { id });
    expect(detail.drivers.map(({ name, p10, p90 }) => [name, p10, p90])).toEqual([
      ['Tasks', 900, 1100],
      ['Value of a task', 2, 2],
      ['Cost of a task', 0.5, 0.5],
      ['Platform', 500, 500],
      ['Pilot', 100, 100],
    ]);
    expect(detail.scopes.map(({ stage, lines }) => [stage, lines.map(({ kind }) => kind)])).toEqual([
      ['pilot', ['fixed']],
      ['limited', ['benefit', 'variable', 'fixed']],
    ]);
    expect(detail.stopTerms).toEqual({ salvage: 0, exitCost: 0, upkeepPerMonth: 0, upkeepMonths: 0 });
    expect(detail.assetUses).toEqual([{ asset: { id: asset.id, ...ASSET }, neededFrom: 'limited' }]);
    expect(detail.unitCounts).toEqual(counts);
    expect(detail.forecasts).toEqual([forecast]);
    expect(detail.planVersions).toMatchObject([{ version: 1, ...plan, values: [planned] }]);
    expect(detail.checklist).toEqual([row]);
    // Three months of 1,500.00 less 1,000.00.
    expect(detail.statement.find((figure) => figure.id === 'net_value')).toMatchObject({
      value: 150_000,
      label: 'actual, undiscounted, raw, life to date, 2026-07 to 2026-09',
    });
  });

  it('gives blanks, not zeros, for what was not entered', async () => {
    const { ask } = await openTestService();
    const { id } = await ask('createInitiative', { name: 'Bare', stage: 'idea' });
    const detail = await ask('getInitiative', { id });
    expect(detail).toMatchObject({ drivers: [], scopes: [], stopTerms: null, assetUses: [], checklist: [] });
    expect(detail.decision.value).toMatchObject({ status: 'unknown' });
    expect(detail.statement.filter(({ value }) => value === 0)).toEqual([]);
  });
});

describe('listRegister()', () => {
  it('has the value, the money and the gates of each row, null where there is none', async () => {
    const { ask, settled } = await openTestService();
    const { id } = await enterSoundPilot(ask);
    await ask('createInitiative', { name: 'Bare', stage: 'idea' });
    await settled();
    const { rows } = await ask('listRegister', {});
    const detail = await ask('getInitiative', { id });
    const { value } = detail.decision;
    expect(rows.find((row) => row.id === id)).toMatchObject({
      verdict: 'continue',
      rule: 'C1',
      value: value.status === 'known' ? value.value : 'no value',
      cost3: 300_000,
      net3: 150_000,
      closedMonths: 3,
      isComputing: false,
      isValueComputing: false,
    });
    expect(rows.find((row) => row.name === 'Bare')).toMatchObject({
      verdict: 'hold',
      rule: 'H1',
      value: null,
      cost3: null,
      net3: null,
      isValueComputing: false,
    });
  });
});

describe('listAssets()', () => {
  it('lists the shared assets by name, with the number of initiatives that use each', async () => {
    const { ask } = await openTestService();
    expect(await ask('listAssets', {})).toEqual({ assets: [] });
    const [suite, connector] = [
      await ask('addAsset', { asset: { ...ASSET, name: 'Text suite', kind: 'eval_suite' } }),
      await ask('addAsset', { asset: ASSET }),
    ];
    for (const name of ['A', 'B']) {
      const { id } = await ask('createInitiative', { name, stage: 'idea' });
      await ask('setAssetUse', { initiativeId: id, assetId: connector.id, neededFrom: 'pilot' });
    }
    const { assets } = await ask('listAssets', {});
    expect(assets.map(({ asset, users }) => [asset.id, asset.name, users])).toEqual([
      [connector.id, 'Policy connector', 2],
      [suite.id, 'Text suite', 0],
    ]);
  });
});
