import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { monthsName, quotedNames, shortName } from '#db/commands/words.ts';
import type { ReadDb } from '#db/handles.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import { ASSET, COST, DRIVER } from '#tests/support/desk.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

const month = (index: number) => (2026 * 12 + index) as MonthIndex;
describe('monthsName()', () => {
  it.each([
    [[2], 'March 2026'],
    [[0, 1, 2], 'January 2026 to March 2026'],
    [[2, 0, 1, 1], 'January 2026 to March 2026'],
    [[-1, 0], 'December 2025 to January 2026'],
    [[0, 2, 5], '3 months'],
  ])('says %j as %s', (months, words) => {
    expect(monthsName(months.map(month))).toBe(words);
  });
});

describe('shortName()', () => {
  it('puts a name on one line and cuts it at a whole character', () => {
    expect(shortName(' Claims\n  triage ')).toBe('Claims triage');
    const cut = shortName(`${'x'.repeat(78)}\u{1f600}\u{1f600}`);
    expect([cut.length, cut.isWellFormed(), cut.endsWith('…')]).toEqual([80, true, true]);
  });
});

describe('quotedNames()', () => {
  it.each([
    [['A'], '“A”'],
    [['A', 'B'], '“A” and “B”'],
    [['A', 'B', 'C'], '“A”, “B” and 1 other'],
    [['A', 'B', 'C', 'D'], '“A”, “B” and 2 others'],
  ])('says %j as %s', (names, words) => {
    expect(quotedNames(names)).toBe(words);
  });
});

describe('labels', () => {
  it.each<[string, (db: ReadDb, ids: Ids) => string]>([
    [
      'Close March 2026 for Claims triage',
      (db, { initiativeId }) => commands.closeMonthsLabel(db, { initiativeId, months: [month(2)] }),
    ],
    [
      'Enter March 2026 for Claims triage',
      (db, { initiativeId, lineId }) =>
        commands.setMonthValuesLabel(db, {
          initiativeId,
          cells: [{ lineId, month: month(2), amount: null }],
        }),
    ],
    [
      'Enter 2 amounts for Claims triage',
      (db, { initiativeId, lineId }) =>
        commands.setMonthValuesLabel(db, {
          initiativeId,
          cells: [1, 2].map((n) => ({ lineId, month: month(n), amount: null })),
        }),
    ],
    [
      'Change business owner of Claims triage',
      (db, { initiativeId }) =>
        commands.updateInitiativeLabel(db, {
          id: initiativeId,
          patch: { businessOwner: 'x', unit: undefined },
        }),
    ],
    [
      'Change 2 details of Claims triage',
      (db, { initiativeId }) =>
        commands.updateInitiativeLabel(db, { id: initiativeId, patch: { purpose: 'x', unit: 'y' } }),
    ],
    [
      'Rate Data readiness of Claims triage at level 3',
      (db, { initiativeId }) =>
        commands.recordAssessmentLabel(db, {
          initiativeId,
          gap: 'data',
          level: 3,
          rater: '',
          ratedOn: '2026-01-01' as IsoDate,
          note: '',
          evidence: [],
        }),
    ],
    [
      'Remove line Inference from Claims triage',
      (db, { lineId }) => commands.removeLineLabel(db, { id: lineId }),
    ],
    [
      'Add driver Tasks to Claims triage',
      (db, { initiativeId }) => commands.addDriverLabel(db, { initiativeId, driver: DRIVER }),
    ],
    [
      'Change driver Tasks of Claims triage',
      (db, { driverId }) => commands.updateDriverLabel(db, { id: driverId, driver: DRIVER }),
    ],
    [
      'Remove driver Tasks from Claims triage',
      (db, { driverId }) => commands.removeDriverLabel(db, { id: driverId }),
    ],
    [
      'Add scope Limited production to Claims triage',
      (db, { initiativeId }) =>
        commands.addScopeLabel(db, { initiativeId, scope: { ...SCOPE, stage: 'limited' } }),
    ],
    [
      'Change scope Pilot of Claims triage',
      (db, { scopeId }) => commands.updateScopeLabel(db, { id: scopeId, scope: SCOPE }),
    ],
    [
      'Remove scope Pilot from Claims triage',
      (db, { scopeId }) => commands.removeScopeLabel(db, { id: scopeId }),
    ],
    [
      'Add line Oversight to a scope of Claims triage',
      (db, { scopeId }) => commands.addScopeLineLabel(db, { scopeId, line: SCOPE_LINE }),
    ],
    [
      'Change line Oversight in a scope of Claims triage',
      (db, { scopeLineId }) => commands.updateScopeLineLabel(db, { id: scopeLineId, line: SCOPE_LINE }),
    ],
    [
      'Remove line Oversight from a scope of Claims triage',
      (db, { scopeLineId }) => commands.removeScopeLineLabel(db, { id: scopeLineId }),
    ],
    [
      'Clear stop terms of Claims triage',
      (db, { initiativeId }) => commands.setStopTermsLabel(db, { initiativeId, terms: null }),
    ],
    ['Add shared asset Policy connector', () => commands.addAssetLabel({ asset: ASSET })],
    ['Change shared asset Policy connector', () => commands.updateAssetLabel({ id: 'a', asset: ASSET })],
    [
      'Remove shared asset Policy connector',
      (db, { assetId }) => commands.removeAssetLabel(db, { id: assetId }),
    ],
    [
      'Use Policy connector in Claims triage from Limited production on',
      (db, { initiativeId, assetId }) =>
        commands.setAssetUseLabel(db, { initiativeId, assetId, neededFrom: 'limited' }),
    ],
    [
      'Stop using Policy connector in Claims triage',
      (db, { initiativeId, assetId }) =>
        commands.setAssetUseLabel(db, { initiativeId, assetId, neededFrom: null }),
    ],
    [
      'Enter task counts of March 2026 for Claims triage',
      (db, { initiativeId }) =>
        commands.setUnitCountsLabel(db, {
          initiativeId,
          counts: [{ month: month(2), attempts: 1, successes: null }],
        }),
    ],
    [
      'Forecast 1 amount for Claims triage',
      (db, { initiativeId, lineId }) =>
        commands.setForecastValuesLabel(db, {
          initiativeId,
          cells: [{ lineId, month: month(2), amount: null }],
        }),
    ],
    [
      'Lock plan version 2 of Claims triage',
      (db, { initiativeId }) => commands.lockPlanLabel(db, { ...PLAN, initiativeId, inForceFrom: month(3) }),
    ],
    [
      'Mark as production-ready: Success metric of Claims triage',
      (db, { initiativeId }) =>
        commands.setChecklistRowLabel(db, {
          initiativeId,
          row: {
            dimension: 'success_metric',
            state: 'production_ready',
            proof: { kind: 'audit', datedOn: '2026-01-01' as IsoDate, link: '', note: 'n' },
          },
        }),
    ],
    [
      'Take back the claim about Data of Claims triage',
      (db, { initiativeId }) =>
        commands.setChecklistRowLabel(db, {
          initiativeId,
          row: { dimension: 'data', state: 'unsaid', proof: null },
        }),
    ],
    [
      'Restate March 2026 for Claims triage',
      (db, { initiativeId }) =>
        commands.restateMonthLabel(db, {
          initiativeId,
          month: month(2),
          reason: 'Late',
          amounts: [],
          figures: [],
        }),
    ],
    [
      'Change governance of Claims triage',
      (db, { initiativeId }) => commands.setGovernanceLabel(db, { initiativeId, governance: {} as never }),
    ],
    [
      'Record the launch of Claims triage',
      (db, { initiativeId }) => commands.setLaunchLabel(db, { initiativeId, launch: LAUNCH }),
    ],
    [
      'Change the launch of Policy questions',
      (db, { launchedId }) => commands.setLaunchLabel(db, { initiativeId: launchedId, launch: LAUNCH }),
    ],
    [
      'Take back the launch of Policy questions',
      (db, { launchedId }) => commands.setLaunchLabel(db, { initiativeId: launchedId, launch: null }),
    ],
    [
      'Set condition Sign-off for Claims triage',
      (db, { initiativeId }) => commands.addConditionLabel(db, { initiativeId, condition: CONDITION }),
    ],
    [
      'Change condition Sign-off of Claims triage',
      (db, { conditionId }) => commands.updateConditionLabel(db, { id: conditionId, condition: CONDITION }),
    ],
    [
      'Mark condition as met: Sign-off of Claims triage',
      (db, { conditionId }) =>
        commands.updateConditionLabel(db, {
          id: conditionId,
          condition: { ...CONDITION, metOn: '2026-04-01' as IsoDate },
        }),
    ],
    [
      'Remove condition Sign-off from Claims triage',
      (db, { conditionId }) => commands.removeConditionLabel(db, { id: conditionId }),
    ],
    [
      'Change costs and owner of shared asset Policy connector',
      (db, { assetId }) => commands.setAssetTermsLabel(db, { id: assetId, terms: {} as never }),
    ],
    [
      'Reuse Policy connector in Claims triage since 2026-03-01',
      (db, { initiativeId, assetId }) =>
        commands.setAssetReuseLabel(db, {
          initiativeId,
          assetId,
          reuse: { usedSince: '2026-03-01' as IsoDate, reuseCostShare: null },
        }),
    ],
    [
      'Take back the reuse of Policy connector in Claims triage',
      (db, { initiativeId, assetId }) =>
        commands.setAssetReuseLabel(db, { initiativeId, assetId, reuse: null }),
    ],
    ['Save view Pilots', () => commands.saveViewLabel({ screen: 'register', name: 'Pilots', body: {} })],
    ['Remove view Pilots', (db, { viewId }) => commands.removeViewLabel(db, { id: viewId })],
    ['Save policy version 2', (db) => commands.savePolicyLabel(db)],
    ['Adopt a plan that funds 2 initiatives', () => commands.adoptPlanLabel({ funded: ['a', 'b'] })],
    ['Delete an initiative', (db) => commands.deleteInitiativeLabel(db, { id: 'gone' })],
    [
      'Import 1 initiative from a.csv',
      () => commands.importBatchLabel({ fileName: 'a.csv', records: [{} as never] }),
    ],
  ])('say %s', (words, label) => {
    const { db, ids } = filledPortfolio();
    expect(label(db, ids)).toBe(words);
  });
});

const SCOPE = {
  stage: 'pilot',
  basis: 'plan',
  decisionMonth: null,
  buildMonths: null,
  rampMonths: null,
} as const;
const SCOPE_LINE = {
  name: 'Oversight',
  kind: 'variable' as const,
  constant: 1,
  driverIds: [] as string[],
  role: null,
};
const CONDITION = {
  what: 'Sign-off',
  owner: 'Head of claims',
  dueOn: '2026-04-30' as IsoDate,
  metOn: null,
  note: '',
};
const LAUNCH = {
  launchedOn: '2026-03-02' as IsoDate,
  effortPoints: null,
  workingDays: null,
  isFundedFromReturns: false,
};
const PLAN = { approvedOn: '2026-01-01' as IsoDate, approvedBy: '', cells: [] };

interface Ids {
  readonly initiativeId: string;
  readonly launchedId: string;
  readonly lineId: string;
  readonly driverId: string;
  readonly scopeId: string;
  readonly scopeLineId: string;
  readonly assetId: string;
  readonly conditionId: string;
  readonly viewId: string;
}

function filledPortfolio(): { readonly db: ReadDb; readonly ids: Ids } {
  const { run, newId, db } = newTestPortfolio();
  const ids = run('fill', (tx) => {
    const { id: initiativeId } = commands.createInitiative(
      tx,
      { name: 'Claims triage', stage: 'idea' },
      newId,
    );
    const launchedId = commands.createInitiative(
      tx,
      { name: 'Policy questions', stage: 'limited' },
      newId,
    ).id;
    commands.setLaunch(tx, { initiativeId: launchedId, launch: LAUNCH });
    const driverId = commands.addDriver(tx, { initiativeId, driver: DRIVER }, newId).id;
    const scopeId = commands.addScope(tx, { initiativeId, scope: SCOPE }, newId).id;
    const line = { ...SCOPE_LINE, driverIds: [driverId] };
    commands.lockPlan(tx, { ...PLAN, initiativeId, inForceFrom: month(2) }, newId);
    return {
      initiativeId,
      launchedId,
      lineId: commands.addLine(tx, { initiativeId, line: COST }, newId).id,
      driverId,
      scopeId,
      scopeLineId: commands.addScopeLine(tx, { scopeId, line }, newId).id,
      assetId: commands.addAsset(tx, { asset: ASSET }, newId).id,
      conditionId: commands.addCondition(tx, { initiativeId, condition: CONDITION }, newId).id,
      viewId: commands.saveView(tx, { screen: 'register', name: 'Pilots', body: {} }, newId).id,
    };
  }).value;
  return { db: db(), ids };
}
