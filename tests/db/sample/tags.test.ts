import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getRow, getRows } from '#db/handles.ts';
import { readAdoptedPlan } from '#db/read/engine-inputs.ts';
import { readTrace } from '#db/read/trace-facts.ts';
import { SAMPLE_AS_OF } from '#db/sample/build-sample.ts';
import { SAMPLE_TAGS, type SampleTag } from '#db/sample/tags.ts';
import { explain } from '#shared/decision/explain/explain.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { RuleId } from '#shared/domain/verdict.ts';
import { BUILD_TIMEOUT, contextOf, makeSample, resultsOf, reviewed } from './sample-file.ts';

let file: ReturnType<typeof makeSample>;
let results: ReturnType<typeof resultsOf>;
beforeAll(() => {
  file = makeSample();
  results = resultsOf(file.db);
}, BUILD_TIMEOUT);
afterAll(() => file.close());

function found(name: string) {
  const one = results.get(name);
  if (!one) throw new Error(`the sample has no ${name}`);
  return one;
}
const only = (tag: SampleTag) => found(SAMPLE_TAGS[tag][0]);
const traceOf = (name: string) => readTrace(file.db, found(name).facts.initiative.id);
/** "Q2 K6 continue, overridden" for each review that spoke of it. */
const pastOf = (name: string) =>
  reviewed(file.db)
    .filter((one) => one.name === name)
    .map(
      ({ review, rule, decision, decidedBy }) =>
        `${review.slice(5)} ${rule} ${decision}${decidedBy === null ? '' : ', overridden'}`,
    );
const costIn = (name: string, month: string) => {
  const row = getRow<{ euros: number }>(
    file.db,
    `SELECT sum(amount_minor) / 100.0 AS euros FROM month_value JOIN value_line ON value_line.id = line_id
     WHERE kind = 'cost' AND initiative_id = ? AND month = CAST(? AS INTEGER) * 12 + CAST(? AS INTEGER) - 1`,
    found(name).facts.initiative.id,
    ...(month.split('-') as [string, string]),
  );
  return row?.euros ?? 0;
};

describe('SAMPLE_TAGS', () => {
  it('names initiatives and shared assets that are there', () => {
    const assets = getRows<{ name: string }>(file.db, 'SELECT name FROM shared_asset').map(
      ({ name }) => name,
    );
    const known = new Set([...results.keys(), ...assets]);
    const named = Object.values(SAMPLE_TAGS).flat();
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  });

  it.each<[SampleTag, RuleId, readonly string[]]>([
    ['earned-scale', 'S1', ['Q1 C1 continue', 'Q2 C1 continue', 'Q3 S1 scale']],
    ['huge-activity-negative-margin', 'K3', ['Q1 H1 hold', 'Q2 K3 hold, overridden', 'Q3 K3 kill']],
    [
      'kept-alive-by-override',
      'K6',
      ['Q1 H1 hold', 'Q2 K6 continue, overridden', 'Q3 K6 continue, overridden'],
    ],
    ['evaluation-below-floor', 'F1', ['Q1 C1 continue', 'Q2 C1 continue', 'Q3 F1 fix']],
    ['half-the-planned-benefit', 'F2', ['Q1 H1 hold', 'Q2 C1 continue', 'Q3 F2 fix']],
    ['waits-for-connector', 'H2', ['Q1 H1 hold', 'Q2 H2 hold', 'Q3 H2 hold']],
    ['test-worth-buying', 'H3', ['Q1 H1 hold', 'Q2 H3 hold', 'Q3 H3 hold']],
    ['good-but-unfunded', 'H4', ['Q1 H1 hold', 'Q2 H1 hold', 'Q3 C1 continue']],
    ['tripwire-missed', 'K2', ['Q1 C1 continue', 'Q2 K2 continue, overridden', 'Q3 K2 kill']],
    ['hard-governance-failure', 'K1', ['Q1 H1 hold', 'Q2 H1 hold', 'Q3 K1 kill']],
    ['third-fix', 'K5', ['Q1 F1 fix', 'Q2 F1 fix', 'Q3 K5 fix, overridden']],
    ['watched-then-killed', 'K4', ['Q1 H1 hold', 'Q2 H0 hold', 'Q3 K4 kill']],
    ['on-kill-watch', 'H0', ['Q1 H1 hold', 'Q2 H1 hold', 'Q3 H0 hold']],
  ])('%s: %s now, after its reviews', (tag, rule, past) => {
    expect(only(tag).result.rule).toBe(rule);
    expect(pastOf(SAMPLE_TAGS[tag][0])).toEqual(past);
  });

  it('huge-activity-negative-margin: most tasks of all, hardly a draw in which one earns its cost', () => {
    const tasks = [...results.values()].map(({ facts }) =>
      facts.unitCounts.reduce((sum, { attempts }) => sum + (attempts ?? 0), 0),
    );
    const { facts, result } = only('huge-activity-negative-margin');
    const own = facts.unitCounts.reduce((sum, { attempts }) => sum + (attempts ?? 0), 0);
    expect(own).toBe(Math.max(...tasks));
    expect(result.unitEconomics).toMatchObject({ status: 'known', value: 0 });
  });

  it('evaluation-below-floor: strong value, and the evaluation gate alone fails', () => {
    const { result } = only('evaluation-below-floor');
    expect(result.valueClass).toBe('positive');
    expect(result.gates.filter(({ state }) => state !== 'pass').map(({ gate }) => gate)).toEqual(['G5']);
  });

  it('half-the-planned-benefit: between .5 and .6 of the plan', () => {
    const { benefitRealisation } = only('half-the-planned-benefit').result;
    const share = benefitRealisation.status === 'known' ? benefitRealisation.value : Number.NaN;
    expect(share).toBeGreaterThanOrEqual(0.5);
    expect(share).toBeLessThan(0.6);
  });

  it('test-worth-buying: the cheapest test costs less than knowing is worth', () => {
    const { facts } = only('test-worth-buying');
    const explained = explain(facts, contextOf(file.db), null);
    if (explained === 'cancelled') throw new Error('nobody cancels here');
    const test = explained.measureNext.find(({ code }) => code === explained.cheapestTest);
    expect(test).toMatchObject({ advice: 'measure', cost: 300_000 });
    expect(test?.evppi).toBeGreaterThan(300_000);
  });

  it('good-but-unfunded: the plan after the review leaves it out, and nothing else stands against it', () => {
    const { facts, result } = only('good-but-unfunded');
    const plan = readAdoptedPlan(file.db, SAMPLE_AS_OF);
    expect(plan?.notFunded).toEqual([facts.initiative.id]);
    expect(result.rules.filter(({ status }) => status === 'fires').map(({ rule }) => rule)).toEqual(['H4']);
  });

  it('killed-early: its budget carries the two it made room for', () => {
    const { facts } = only('killed-early');
    expect(pastOf(facts.initiative.name)).toEqual(['Q1 K2 kill']);
    expect(facts.initiative).toMatchObject({ stage: 'retired', stageEnteredOn: '2026-04-17' });
    const plan = readAdoptedPlan(file.db, '2026-04-30' as IsoDate);
    const heirs = SAMPLE_TAGS['funded-by-the-kill'].map((name) => found(name).facts);
    for (const { initiative } of heirs) {
      expect(plan?.funded).toContain(initiative.id);
      expect(initiative).toMatchObject({ stage: 'pilot' });
      expect(initiative.stageEnteredOn?.slice(0, 7)).toBe('2026-05');
    }
    expect(plan?.funded).not.toContain(facts.initiative.id);
    const released = costIn(facts.initiative.name, '2026-03');
    const used = SAMPLE_TAGS['funded-by-the-kill'].map((name) => costIn(name, '2026-09'));
    expect(Math.min(...used)).toBeGreaterThan(0);
    expect(used.reduce((sum, one) => sum + one)).toBeLessThan(released);
  });

  it('ideas-without-numbers: held for measuring, with no line and no driver', () => {
    for (const name of SAMPLE_TAGS['ideas-without-numbers']) {
      const { facts, result } = found(name);
      expect([name, result.rule, result.stage, facts.lines.length, facts.drivers.length]).toEqual([
        name,
        'H1',
        'idea',
        0,
        0,
      ]);
    }
  });

  it('retired: three, without a verdict', () => {
    const retired = [...results].filter(([, { result }]) => result.stage === 'retired');
    expect(retired.map(([name]) => name).sort()).toEqual([...SAMPLE_TAGS.retired].sort());
    expect(retired.map(([, { result }]) => result.verdict)).toEqual([null, null, null]);
  });

  it('duplicate-pair: near names, different units', () => {
    const [one, other] = SAMPLE_TAGS['duplicate-pair'].map((name) => found(name).facts.initiative);
    expect(one?.name.replace('Complaint ', 'Complaints ')).toBe(other?.name);
    expect(one?.unit).not.toBe(other?.unit);
  });

  it('raters-apart: two raters of one gap two levels apart', () => {
    const { facts } = only('raters-apart');
    const latest = new Map(
      facts.assessments.filter(({ gap }) => gap === 'change').map(({ rater, level }) => [rater, level]),
    );
    const levels = [...latest.values()];
    expect(Math.max(...levels) - Math.min(...levels)).toBe(2);
  });

  it('restated-month: old and new figures with a reason, the month marked', () => {
    const [money, counts] = SAMPLE_TAGS['restated-month'].map((name) => traceOf(name).restatements);
    expect(money).toMatchObject([{ amounts: [{ after: 2_190_000 }], figures: [] }]);
    expect(counts).toMatchObject([
      { amounts: [], figures: [{ figure: 'attempts' }, { figure: 'successes' }] },
    ]);
    for (const { reason } of [...(money ?? []), ...(counts ?? [])]) expect(reason).not.toBe('');
    const states = getRows<{ state: string }>(
      file.db,
      `SELECT state FROM month_state WHERE state = 'restated'`,
    );
    expect(states).toHaveLength(2);
  });

  it('missing-months: one nobody closed in between, one still open', () => {
    const [between, open] = SAMPLE_TAGS['missing-months'].map((name) => found(name).facts);
    const months = (between?.closedMonths ?? []).map(Number);
    expect(Math.max(...months) - Math.min(...months) + 1 - months.length).toBe(1);
    const entered = new Set(open?.values.map(({ month }) => Number(month)));
    expect(entered.size).toBe((open?.closedMonths.length ?? 0) + 1);
  });

  it('stale-evidence: gaps whose evidence proves nothing any more', () => {
    const { result } = only('stale-evidence');
    expect(Object.values(result.gaps).filter(({ isStale }) => isStale)).toHaveLength(5);
    expect(result.rule).toBe('H1');
  });

  it('conditions-met-and-overdue: one met in time, one past its day', () => {
    const [met, overdue] = SAMPLE_TAGS['conditions-met-and-overdue'].map((name) => traceOf(name).conditions);
    expect(met).toMatchObject([{ metOn: '2026-08-25', dueOn: '2026-08-31' }]);
    expect(overdue).toMatchObject([{ metOn: null, dueOn: '2026-08-31' }]);
  });

  it('hard-governance-failure: who classified it and why is on record', () => {
    const { governance } = traceOf(SAMPLE_TAGS['hard-governance-failure'][0]);
    expect(governance).toMatchObject({ classifiedOn: '2026-07-20', impactAssessment: 'no' });
  });

  it('orphan-asset: the one asset with fewer than two users', () => {
    const orphans = getRows<{ name: string }>(
      file.db,
      `SELECT name FROM shared_asset
       WHERE (SELECT count(*) FROM asset_use WHERE asset_id = shared_asset.id) < 2`,
    );
    expect(orphans.map(({ name }) => name)).toEqual(SAMPLE_TAGS['orphan-asset']);
  });
});
