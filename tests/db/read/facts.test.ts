import { describe, expect, it } from 'vitest';
import { recordClosedReview } from '#db/commands/index.ts';
import { readAllFacts, readAssessmentOwner, readFacts } from '#db/read/facts.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';
import { runStep } from '#tests/support/random-commands.ts';

/** A portfolio on which every kind of command ran for several initiatives. */
function richPortfolio() {
  const portfolio = newTestPortfolio({ isFast: true });
  const actions = [
    'create',
    'create',
    'line',
    'line',
    'driver',
    'driver',
    'asset',
    'scope',
    'scopeLine',
    'assetUse',
    'stopTerms',
    'values',
    'forecast',
    'counts',
    'plan',
    'close',
    'readings',
    'assess',
    'evidence',
    'tripwire',
    'incident',
    'checklist',
    'review',
  ] as const;
  for (let n = 0; n < 140; n += 1) {
    const action = actions[n % actions.length] ?? 'create';
    runStep(portfolio, { action, pick: n * 7, n: n * 5 + 1, text: `Step ${n}` });
  }
  return portfolio;
}

describe('readFacts() and readAllFacts()', () => {
  it('say the same about every initiative', () => {
    const { db } = richPortfolio();
    const all = readAllFacts(db());
    expect(all.length).toBeGreaterThan(8);
    expect(all.map((one) => readFacts(db(), one.initiative.id))).toEqual(all);
  });

  it('leave no row out', () => {
    const { db } = richPortfolio();
    const all = readAllFacts(db());
    const count = (table: string) => db().prepare(`SELECT count(*) FROM ${table}`).pluck().get();
    const total = (of: (one: (typeof all)[number]) => readonly unknown[]) =>
      all.reduce((sum, one) => sum + of(one).length, 0);
    const pairs: [unknown, number][] = [
      [count('assessment'), total((one) => one.assessments)],
      [count('evidence'), total((one) => one.assessments.flatMap((a) => a.evidence))],
      [count('value_line'), total((one) => one.lines)],
      [count('month_value'), total((one) => one.values)],
      [count('month_state'), total((one) => one.closedMonths)],
      [count('metric_reading'), total((one) => one.readings)],
      [count('tripwire'), total((one) => one.tripwires)],
      [count('incident'), total((one) => one.incidents)],
      [count('decision'), total((one) => one.pastDecisions)],
      [count('decision_override'), total((one) => one.pastDecisions.filter((past) => past.override))],
      [count('cost_terms'), total((one) => one.lines.filter((line) => 'isOnce' in line))],
      [count('outcome_terms'), total((one) => one.lines.filter((line) => 'terms' in line))],
      [count('forecast_value'), total((one) => one.forecasts)],
      [count('unit_count'), total((one) => one.unitCounts)],
      [count('plan_version'), total((one) => one.planVersions)],
      [count('plan_value'), total((one) => one.planVersions.flatMap((plan) => plan.values))],
      [count('driver'), total((one) => one.drivers)],
      [count('driver_loading'), total((one) => one.drivers.flatMap((driver) => driver.loadings))],
      [count('scope'), total((one) => one.scopes)],
      [count('scope_line'), total((one) => one.scopes.flatMap((scope) => scope.lines))],
      [
        count('scope_line_driver'),
        total((one) => one.scopes.flatMap((scope) => scope.lines.flatMap((line) => line.driverIds))),
      ],
      [count('stop_terms'), total((one) => (one.stopTerms === null ? [] : [one.stopTerms]))],
      [count('asset_use'), total((one) => one.assetUses)],
      [count('checklist_row'), total((one) => one.checklist)],
    ];
    for (const [stored, read] of pairs) expect(read).toBe(stored);
    expect(pairs.map(([, read]) => read)).not.toContain(0);
  });

  it('give the decisions of closed reviews, latest last', () => {
    const portfolio = newTestPortfolio();
    runStep(portfolio, { action: 'create', pick: 0, n: 1, text: 'A' });
    const id = readAllFacts(portfolio.db())[0]?.initiative.id ?? '';
    for (const [name, endsOn] of [
      ['Q2', '2026-06-30'],
      ['Q1', '2026-03-31'],
    ] as const) {
      const decision = {
        initiativeId: id,
        recommendedRule: 'F1',
        decision: 'fix',
        reason: name,
        causes: ['G5', 'BRI'],
      } as const;
      portfolio.run('r', (tx) =>
        recordClosedReview(tx, { name, endsOn: endsOn as IsoDate, decisions: [decision] }, portfolio.newId),
      );
    }
    expect(readFacts(portfolio.db(), id)?.pastDecisions).toMatchObject([
      { endsOn: '2026-03-31', recommendedRule: 'F1', decision: 'fix', causes: ['G5', 'BRI'] },
      { endsOn: '2026-06-30' },
    ]);
  });

  it('know nothing of an id that is not there', () => {
    const { db } = newTestPortfolio();
    expect(readFacts(db(), 'gone')).toBeUndefined();
    expect(readAssessmentOwner(db(), 'gone')).toBeUndefined();
    expect(readAllFacts(db())).toEqual([]);
  });
});

describe('readAssessmentOwner()', () => {
  it('names initiative and gap', () => {
    const { db } = richPortfolio();
    const one = readAllFacts(db()).flatMap((facts) => facts.assessments)[0];
    expect(readAssessmentOwner(db(), one?.id ?? '')).toEqual({
      initiativeId: one?.initiativeId,
      gap: one?.gap,
    });
  });
});
