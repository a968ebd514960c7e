import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getRow, getRows } from '#db/handles.ts';
import { readAllFacts } from '#db/read/facts.ts';
import { SAMPLE_INITIATIVES } from '#db/sample/build-sample.ts';
import { SAMPLE_TAGS } from '#db/sample/tags.ts';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { addMonths, dayNumber, monthOf, wholeMonthsBetween } from '#shared/domain/calendar.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { claimedShare } from '#shared/finance/claimed-share.ts';
import { BUILD_TIMEOUT, makeSample } from './sample-file.ts';

/* What methodology 6 asks of a quarter, worked out here from the stored figures alone. */

const Q1 = '2026-03-31' as IsoDate;
const Q2 = '2026-06-30' as IsoDate;
const Q3 = '2026-09-30' as IsoDate;

let file: ReturnType<typeof makeSample>;
let facts: readonly InitiativeFacts[];
beforeAll(() => {
  file = makeSample();
  facts = readAllFacts(file.db);
}, BUILD_TIMEOUT);
afterAll(() => file.close());

/** The day each initiative that ever was in production entered it, if by `on`, and was still there. */
function inProduction(on: IsoDate): string[] {
  const moves = getRows<{ id: string; stage: string }>(
    file.db,
    `SELECT initiative_id AS id, to_stage AS stage FROM stage_change WHERE changed_on <= ?
     ORDER BY initiative_id, changed_on, ordinal`,
    on,
  );
  const now = new Map(moves.map(({ id, stage }) => [id, stage]));
  return [...now].filter(([, stage]) => stage === 'limited' || stage === 'scaled').map(([id]) => id);
}

/** Claimed benefit less cost of the three months up to `on` of the initiatives in production, and what is unmeasured. */
function netOf(on: IsoDate) {
  const ids = new Set(inProduction(on));
  const last = monthOf(on);
  let net = 0;
  let unmeasured = 0;
  for (const { initiative, lines, values } of facts) {
    if (!ids.has(initiative.id)) continue;
    for (const line of lines) {
      for (let month = addMonths(last, -2); month <= last; month = addMonths(month, 1)) {
        const amount = values.find((one) => one.lineId === line.id && one.month === month)?.amount ?? null;
        const isExpected = month >= (line.startsOn ?? 0) && month <= (line.endsOn ?? Number.MAX_SAFE_INTEGER);
        if (amount === null) unmeasured += isExpected ? 1 : 0;
        else net += line.kind === 'cost' ? -amount : amount * claimedShare(line, DEFAULT_POLICY);
      }
    }
  }
  return { net, agents: ids.size, perAgent: net / ids.size, unmeasured };
}

interface AssetRow {
  readonly id: string;
  readonly name: string;
  readonly live_on: IsoDate;
  readonly cost: number;
  readonly rcr: number;
  readonly rcwr: number;
  readonly upkeep: number;
}

/** Savings by reuse less what writing for reuse and keeping the live assets cost, up to a day; by asset. */
function reuseOf(on: IsoDate): Map<string, number> {
  const assets = getRows<AssetRow>(
    file.db,
    `SELECT id, name, live_on, cost_alone_minor AS cost, reuse_cost_share AS rcr, write_for_reuse AS rcwr,
       upkeep_minor AS upkeep
     FROM shared_asset JOIN asset_terms ON asset_id = id WHERE live_on <= ?`,
    on,
  );
  return new Map(
    assets.map(({ id, name, live_on, cost, rcr, rcwr, upkeep }) => {
      const uses = getRow<{ n: number }>(
        file.db,
        'SELECT count(*) AS n FROM asset_reuse WHERE asset_id = ? AND used_since <= ?',
        id,
        on,
      );
      const months = wholeMonthsBetween(live_on, on);
      return [name, (uses?.n ?? 0) * (1 - rcr) * cost - (rcwr * cost + upkeep * months)];
    }),
  );
}
const sum = (values: Iterable<number>) => [...values].reduce((total, one) => total + one, 0);

interface LaunchRow {
  readonly name: string;
  readonly launched_on: IsoDate;
  readonly working_days: number;
  readonly is_funded_from_returns: number;
  readonly cost_per_point: number | null;
}

/** The launches up to a day in their order, each with what building it cost up to its month, a point of effort. */
function launchesUpTo(on: IsoDate): LaunchRow[] {
  return getRows<LaunchRow>(
    file.db,
    `SELECT name, launched_on, working_days, is_funded_from_returns,
       (SELECT sum(amount_minor) / 100.0 FROM month_value
        JOIN value_line ON value_line.id = line_id AND category = 'integration_build'
        WHERE value_line.initiative_id = initiative.id
          AND month < CAST(substr(launched_on, 1, 4) AS INTEGER) * 12 + CAST(substr(launched_on, 6, 2) AS INTEGER)
       ) / effort_points AS cost_per_point
     FROM launch JOIN initiative ON initiative.id = launch.initiative_id
     WHERE launched_on <= ? ORDER BY launched_on`,
    on,
  );
}

/** The launches of which both the cost and the effort are on record. */
const completeUpTo = (on: IsoDate) =>
  launchesUpTo(on).filter(({ cost_per_point }) => cost_per_point !== null);

/** Student's t at .9, by degrees of freedom: what a two-sided 80 % interval takes. */
const T_90: Readonly<Record<number, number>> = { 3: 1.638, 4: 1.533, 5: 1.476, 6: 1.44 };

/** Slope b of ln y = ln a + b ln n over n = 1, 2, ..., with its 80 % interval. */
function slopeOf(ys: readonly number[]) {
  const points = ys.map((y, index) => ({ x: Math.log(index + 1), y: Math.log(y) }));
  const mean = (values: readonly number[]) => sum(values) / values.length;
  const [mx, my] = [mean(points.map(({ x }) => x)), mean(points.map(({ y }) => y))];
  const sxx = sum(points.map(({ x }) => (x - mx) ** 2));
  const slope = sum(points.map(({ x, y }) => (x - mx) * (y - my))) / sxx;
  const left = sum(points.map(({ x, y }) => (y - my - slope * (x - mx)) ** 2));
  const half = (T_90[ys.length - 2] ?? Number.NaN) * Math.sqrt(left / (ys.length - 2) / sxx);
  return { slope, low: slope - half, high: slope + half };
}
const marginalCost = (on: IsoDate) =>
  slopeOf(completeUpTo(on).map(({ cost_per_point }) => cost_per_point ?? 0));

/** Mondays to Fridays from one day up to, but without, another. */
function weekdays(from: IsoDate, to: IsoDate): number {
  const days = Array.from({ length: dayNumber(to) - dayNumber(from) }, (_, k) => dayNumber(from) + k);
  // Day 0, 1970-01-01, was a Thursday.
  return days.filter((day) => (day + 3) % 7 < 5).length;
}

describe('the compounding of the sample', () => {
  it('has not enough data in the first quarter: four launches with a known cost, terms of assets and launches not recorded', () => {
    expect(completeUpTo(Q1)).toHaveLength(4);
    const first = getRow<{ on_day: string }>(
      file.db,
      `SELECT min(substr(at, 1, 10)) AS on_day FROM history WHERE command IN ('setAssetTerms', 'setLaunch')`,
    );
    expect(first?.on_day).toBe('2026-04-22');
    expect(netOf(Q1).unmeasured).toBeGreaterThan(0);
  });

  it('is additive in the second: enough launches and all measured, but reuse has not paid for itself', () => {
    expect(completeUpTo(Q2)).toHaveLength(7);
    expect(marginalCost(Q2).high).toBeLessThan(0);
    expect(netOf(Q2).unmeasured).toBe(0);
    expect(netOf(Q2).perAgent).toBeGreaterThan(netOf(Q1).perAgent);
    expect(sum(reuseOf(Q2).values())).toBeLessThan(0);
  });

  it('compounds in the third: reuse has paid, value per agent rises, and returns carry what was begun', () => {
    expect(sum(reuseOf(Q3).values())).toBeGreaterThan(0);
    const [before, now] = [netOf(Q2), netOf(Q3)];
    expect(now.unmeasured).toBe(0);
    expect(now.perAgent).toBeGreaterThan(before.perAgent);
    const begun = facts.filter(
      ({ initiative: { stage, stageEnteredOn } }) =>
        stage === 'pilot' && stageEnteredOn !== null && stageEnteredOn > Q2,
    );
    expect(begun).toHaveLength(1);
    const planned = begun.flatMap(({ lines, planVersions }) => {
      const costLines = new Set(lines.filter(({ kind }) => kind === 'cost').map(({ id }) => id));
      return planVersions.flatMap(({ values }) =>
        values.filter(({ lineId }) => costLines.has(lineId)).map(({ amount }) => amount),
      );
    });
    expect(planned.length).toBeGreaterThan(0);
    expect(sum(planned)).toBeLessThan(before.net);
  });

  it('launches at falling cost a point: eight of them, the 80 % interval of the slope below zero', () => {
    expect(completeUpTo(Q3)).toHaveLength(8);
    const { slope, low, high } = marginalCost(Q3);
    expect([slope, low, high].map((one) => Number(one.toFixed(3)))).toEqual([-0.257, -0.302, -0.213]);
    expect(high).toBeLessThan(0);
  });

  it('records launches as the stories tell them: entry into limited production, working days of the pilot', () => {
    const entered = new Map(
      facts.map(({ initiative }) => [initiative.name, initiative.stageEnteredOn] as const),
    );
    for (const { name, launched_on, working_days } of launchesUpTo(Q3)) {
      expect([name, launched_on]).toEqual([name, entered.get(name)]);
      const stages = SAMPLE_INITIATIVES.find(({ fields }) => fields.name === name)?.stages ?? [];
      const pilotOn = stages.find(([stage]) => stage === 'pilot')?.[1] ?? launched_on;
      const most = weekdays(pilotOn, launched_on);
      // A dozen holidays a year at the most.
      expect([name, working_days <= most && working_days >= most - 12]).toEqual([name, true]);
    }
    expect(slopeOf(launchesUpTo(Q3).map(({ working_days }) => working_days)).slope).toBeLessThan(0);
  });

  it('paid for the launch of the third quarter out of returns, which were there', () => {
    const funded = launchesUpTo(Q3).filter(({ is_funded_from_returns }) => is_funded_from_returns === 1);
    expect(funded.map(({ name }) => name)).toEqual([...SAMPLE_TAGS['funded-from-returns']]);
    const [launch] = funded;
    expect(launch?.launched_on.slice(0, 7)).toBe('2026-07');
    const { initiative, lines, values } = facts.find((one) => one.initiative.name === launch?.name) ?? {
      lines: [],
      values: [],
    };
    expect(initiative).toBeDefined();
    const build = new Set(
      lines
        .filter((line) => line.kind === 'cost' && line.category === 'integration_build')
        .map(({ id }) => id),
    );
    const cost = sum(values.filter(({ lineId }) => build.has(lineId)).map(({ amount }) => amount ?? 0));
    expect(cost).toBeGreaterThan(0);
    expect(cost).toBeLessThan(netOf(Q2).net);
  });

  it('has one asset that pays back on its third use', () => {
    const [name] = SAMPLE_TAGS['pays-back-on-third-use'];
    expect(reuseOf(Q2).get(name)).toBeLessThan(0);
    expect(reuseOf(Q3).get(name)).toBeGreaterThan(0);
    const uses = getRow<{ n: number }>(
      file.db,
      'SELECT count(*) AS n FROM asset_reuse JOIN shared_asset ON id = asset_id WHERE name = ?',
      name,
    );
    expect(uses?.n).toBe(3);
  });
});
