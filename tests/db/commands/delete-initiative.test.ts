import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { specOf, TABLE_NAMES } from '#db/tables.ts';
import { undoLast } from '#db/undo.ts';
import type { Tx } from '#db/write.ts';
import type { IsoDate, MinorUnits } from '#shared/domain/units.ts';
import { ASSET, COST, DRIVER, desk, MARCH, refusal } from '#tests/support/desk.ts';

const day = (text: string) => text as IsoDate;
const cents = (amount: number) => amount as MinorUnits;

/** Rows that a closed review writes: an initiative with these is never deleted. */
const OF_REVIEWS = [
  'decision',
  'review_memory',
  'review_snapshot',
  'decision_override',
  'fresh_start',
] as readonly string[];

const EVIDENCE = { kind: 'audit', datedOn: day('2026-02-01'), link: '', note: 'n' } as const;

/** An initiative with rows in every table that can belong to one. */
function fill(tx: Tx, newId: () => string, assetId: string, planFor: string): string {
  const initiativeId = commands.createInitiative(tx, { name: 'B', stage: 'idea' }, newId).id;
  const own = { initiativeId };
  commands.updateInitiative(tx, { id: initiativeId, patch: { stage: 'pilot' } });
  const lineId = commands.addLine(tx, { ...own, line: { ...COST, isOnce: true } }, newId).id;
  const outcome = {
    kind: 'outcome',
    name: 'Hours',
    startsOn: null,
    endsOn: null,
    outcomeKind: 'hours_saved',
    method: 'survey',
    isCashReleasing: false,
    terms: {
      unit: 'hours',
      valuePerUnit: 1,
      agreedBy: '',
      baselineValue: null,
      baselineOn: null,
      attribution: null,
      realisation: null,
    },
  } as const;
  commands.addLine(tx, { ...own, line: outcome }, newId);
  const cell = { lineId, month: MARCH, amount: cents(1) };
  const range = { p10: cents(0), p90: cents(2) };
  commands.setForecastValues(tx, { ...own, cells: [{ ...cell, range }] });
  const approved = { inForceFrom: MARCH, approvedOn: day('2026-01-01'), approvedBy: '' };
  commands.lockPlan(tx, { ...own, ...approved, cells: [cell] }, newId);
  commands.setMonthValues(tx, { ...own, cells: [cell] });
  commands.setReadings(tx, { ...own, readings: [{ month: MARCH, value: 1 }] });
  commands.setUnitCounts(tx, { ...own, counts: [{ month: MARCH, attempts: 1, successes: null }] });
  commands.closeMonths(tx, { ...own, months: [MARCH] });
  const amounts = [{ lineId, amount: cents(2) }];
  const figures = [{ figure: 'reading' as const, value: null }];
  commands.restateMonth(tx, { ...own, month: MARCH, reason: 'Late', amounts, figures }, newId);
  commands.setReadings(tx, { ...own, readings: [{ month: (MARCH + 1) as typeof MARCH, value: 1 }] });
  fillModel(tx, newId, initiativeId, assetId);
  fillRisk(tx, newId, initiativeId);
  const plan = {
    adoptedOn: day('2026-01-01'),
    note: '',
    funded: [initiativeId],
    notFunded: [],
    rolePrices: {},
  };
  commands.adoptPlan(tx, plan, newId);
  tx.insert('scenario_choice', { scenario_id: planFor, initiative_id: initiativeId, choice: 'must' });
  tx.insert('launch', {
    initiative_id: initiativeId,
    launched_on: '2026-02-01',
    effort_points: null,
    working_days: null,
    is_funded_from_returns: 0,
  });
  return initiativeId;
}

function fillModel(tx: Tx, newId: () => string, initiativeId: string, assetId: string): void {
  const loadings = [{ factor: 'wage_rate', loading: 0.5 }];
  const driverId = commands.addDriver(tx, { initiativeId, driver: { ...DRIVER, loadings } }, newId).id;
  const scope = {
    stage: 'pilot',
    basis: 'plan',
    decisionMonth: null,
    buildMonths: null,
    rampMonths: null,
  } as const;
  const scopeId = commands.addScope(tx, { initiativeId, scope }, newId).id;
  const line = {
    name: 'Oversight',
    kind: 'variable',
    constant: 1,
    driverIds: [driverId],
    role: null,
  } as const;
  commands.addScopeLine(tx, { scopeId, line: { ...line, driverIds: [driverId] } }, newId);
  const zero = cents(0);
  const terms = { salvage: zero, exitCost: zero, upkeepPerMonth: zero, upkeepMonths: 0 };
  commands.setStopTerms(tx, { initiativeId, terms });
  commands.setAssetUse(tx, { initiativeId, assetId, neededFrom: 'pilot' });
  const reuse = { usedSince: day('2026-01-01'), reuseCostShare: null };
  commands.setAssetReuse(tx, { initiativeId, assetId, reuse });
}

function fillRisk(tx: Tx, newId: () => string, initiativeId: string): void {
  const rating = { gap: 'data', level: 2, rater: 'R', ratedOn: day('2026-02-03'), note: '' } as const;
  commands.recordAssessment(tx, { initiativeId, ...rating, evidence: [EVIDENCE] }, newId);
  const tripwire = {
    metric: 'Cost',
    comparator: 'at_most',
    threshold: 4.5,
    dueOn: day('2026-06-30'),
    committedOn: day('2026-01-05'),
    measuredValue: null,
  } as const;
  commands.addTripwire(tx, { initiativeId, tripwire }, newId);
  const incident = {
    severity: 2,
    openedOn: day('2026-02-01'),
    deadline: day('2026-02-10'),
    mitigatedOn: null,
    note: '',
  } as const;
  commands.addIncident(tx, { initiativeId, incident }, newId);
  const row = { dimension: 'data', state: 'pilot_grade', proof: null } as const;
  commands.setChecklistRow(tx, { initiativeId, row });
  const condition = { what: 'W', owner: 'O', dueOn: day('2026-05-01'), metOn: null, note: '' };
  commands.addCondition(tx, { initiativeId, condition }, newId);
  commands.setGovernance(tx, {
    initiativeId,
    governance: {
      autonomy: 'drafts',
      permissions: '',
      dataClasses: '',
      modelVersion: '',
      vendor: '',
      euRole: null,
      classifiedBy: '',
      classifiedOn: null,
      classificationReason: '',
      impactAssessment: null,
      killSwitchTestedOn: null,
      redTeamedOn: null,
      framework: [{ function: 'map', status: 1, link: '' }],
    },
  });
}

/** Tables with a row of an initiative, itself or under a row of its own. */
function tablesOf(db: ReturnType<ReturnType<typeof desk>['db']>, id: string): string[] {
  return TABLE_NAMES.filter((table) => {
    const source = specOf(table).initiative;
    if (source === null) return false;
    const where =
      typeof source === 'string'
        ? `${source} = ?`
        : `${source.by} IN (SELECT id FROM ${source.parent} WHERE initiative_id = ?)`;
    return db.prepare(`SELECT 1 FROM ${table} WHERE ${where} LIMIT 1`).get(id) !== undefined;
  });
}

describe('deleteInitiative()', () => {
  it('takes everything that belongs to it along, and nothing else, as one step that undo brings back', () => {
    const portfolio = desk();
    const { run, newId, db } = portfolio;
    const { assetId, scenarioId } = run('fill', (tx) => {
      const scenario = { name: 'S', note: '', body: '{}', sort_order: 1, id: newId() };
      tx.insert('scenario', scenario);
      return { assetId: commands.addAsset(tx, { asset: ASSET }, newId).id, scenarioId: scenario.id };
    }).value;
    const before = contentDigest(db());
    const id = run('fill', (tx) => fill(tx, newId, assetId, scenarioId)).value;
    // A new table of initiatives must be filled above, and deleted.
    const wanted = TABLE_NAMES.filter((table) => {
      const source = specOf(table).initiative;
      return source !== null && !OF_REVIEWS.includes(table);
    });
    expect(tablesOf(db(), id)).toEqual(wanted);
    const full = contentDigest(db());
    run('d', (tx) => commands.deleteInitiative(tx, { id }));
    expect(tablesOf(db(), id)).toEqual([]);
    const plans = db().prepare('SELECT count(*) FROM adopted_plan').pluck().get();
    expect(plans).toBe(1);
    undoLast(db(), portfolio.meta());
    expect(contentDigest(db())).toBe(full);
    undoLast(db(), portfolio.meta());
    expect(contentDigest(db())).toBe(before);
  });

  it('leaves the assets it built, without their builder, and no terms that say nothing more', () => {
    const { run, newId, db, id } = desk();
    const blank = {
      owner: '',
      costAlone: null,
      reuseCostShare: null,
      writeForReuse: null,
      upkeepPerMonth: null,
    };
    const [bare, owned] = run('fill', (tx) =>
      ['', 'Platform team'].map((owner) => {
        const asset = commands.addAsset(tx, { asset: ASSET }, newId).id;
        commands.setAssetTerms(tx, { id: asset, terms: { ...blank, builtBy: id, owner } });
        return asset;
      }),
    ).value;
    run('d', (tx) => commands.deleteInitiative(tx, { id }));
    expect(db().prepare('SELECT asset_id, built_by, owner FROM asset_terms').all()).toEqual([
      { asset_id: owned, built_by: null, owner: 'Platform team' },
    ]);
    expect(db().prepare('SELECT count(*) FROM shared_asset WHERE id = ?').pluck().get(bare)).toBe(1);
  });

  it('is refused once a closed review decided about the initiative', () => {
    const portfolio = desk();
    const { run, id: initiativeId, newId } = portfolio;
    const decision = {
      initiativeId,
      recommendedRule: 'C1',
      decision: 'continue',
      reason: '',
      causes: [],
    } as const;
    const review = { name: '2026-Q1', endsOn: day('2026-03-31'), decisions: [decision] };
    run('r', (tx) => commands.recordClosedReview(tx, review, newId));
    const { code, message } = refusal(portfolio, () =>
      run('d', (tx) => commands.deleteInitiative(tx, { id: initiativeId })),
    );
    expect(code).toBe('conflict');
    expect(message).toContain('2026-Q1');
    expect(message).toContain('Retired');
  });
});
