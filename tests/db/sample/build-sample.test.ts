import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentDigest } from '#db/digest.ts';
import { getRow, getRows, type ReadDb } from '#db/handles.ts';
import { readAuditHead, readHistory } from '#db/read/history.ts';
import { readPolicyVersion } from '#db/read/policy-versions.ts';
import { readPortfolio } from '#db/read/portfolio.ts';
import { fromSnapshotInputs } from '#db/rows/snapshot-row.ts';
import { SAMPLE_AS_OF, SAMPLE_INITIATIVES } from '#db/sample/build-sample.ts';
import { REVIEWS } from '#db/sample/reviews.ts';
import type { RowOf } from '#db/tables.ts';
import { verifyFile } from '#db/verify.ts';
import { evaluate } from '#shared/decision/evaluate.ts';
import { inputHash } from '#shared/decision/input-hash.ts';
import { memoryAfter } from '#shared/decision/memory-after.ts';
import { RULE_IDS } from '#shared/domain/verdict.ts';
import { BUILD_TIMEOUT, makeSample, resultsOf, reviewed } from './sample-file.ts';

let file: ReturnType<typeof makeSample>;
beforeAll(() => {
  file = makeSample();
}, BUILD_TIMEOUT);
afterAll(() => file.close());

const nameOf = (key: string) => SAMPLE_INITIATIVES.find((one) => one.key === key)?.fields.name;

function expectStories(db: ReadDb): void {
  const results = resultsOf(db);
  const told = SAMPLE_INITIATIVES.map(({ key, fields }) => {
    const { rule, isAdvance } = results.get(fields.name)?.result ?? {};
    return [key, rule, isAdvance];
  });
  expect(told).toEqual(SAMPLE_INITIATIVES.map((one) => [one.key, one.expectedRule, one.isAdvance ?? false]));
  const recommended = reviewed(db).map(({ review, name, rule }) => `${review} ${name} ${rule}`);
  const expected = REVIEWS.flatMap(({ name, decisions }) =>
    decisions.map(({ key, expectedRule }) => `${name} ${nameOf(key)} ${expectedRule}`),
  );
  expect(recommended.sort()).toEqual(expected.sort());
}

describe('buildSample()', () => {
  it('holds 24 initiatives, 3 of them retired, and 6 shared assets', () => {
    const count = (sql: string) => getRow<{ n: number }>(file.db, sql)?.n;
    expect(count('SELECT count(*) AS n FROM initiative')).toBe(24);
    expect(count(`SELECT count(*) AS n FROM initiative WHERE stage = 'retired'`)).toBe(3);
    expect(count('SELECT count(*) AS n FROM shared_asset')).toBe(6);
  });

  it('gives every initiative the rule of its story, in the reviews and on its last day', () => {
    expectStories(file.db);
  });

  // The seed of the engine is the id of the file: no story may hang on one of them.
  it.each(['one', 'another'])('gives the same rules with ids from "%s"', (prefix) => {
    const other = makeSample(prefix);
    expectStories(other.db);
    other.close();
  });

  it('shows all 15 rules on its last day', () => {
    const rules = new Set([...resultsOf(file.db).values()].map(({ result }) => result.rule));
    expect(RULE_IDS.filter((rule) => !rules.has(rule))).toEqual([]);
  });

  it('closed three reviews about all that ran at their end', () => {
    const closed = getRows<{ name: string; ends_on: string; closed: string }>(
      file.db,
      'SELECT name, ends_on, substr(closed_at, 1, 10) AS closed FROM review ORDER BY ends_on',
    );
    expect(closed.map(({ name, ends_on, closed: on }) => [name, ends_on, on])).toEqual([
      ['2026-Q1', '2026-03-31', '2026-04-16'],
      ['2026-Q2', '2026-06-30', '2026-07-15'],
      ['2026-Q3', '2026-09-30', '2026-09-30'],
    ]);
    for (const { name, endsOn } of REVIEWS) {
      const ran = SAMPLE_INITIATIVES.filter(({ addedOn, stages }) => {
        const retiredOn = stages.find(([stage]) => stage === 'retired')?.[1];
        return addedOn <= endsOn && (!retiredOn || retiredOn > endsOn);
      });
      const decided = reviewed(file.db).filter((one) => one.review === name);
      expect(decided.map((one) => one.name)).toEqual(ran.map(({ fields }) => fields.name).sort());
    }
  });

  it('overrides with name, reason and expiry wherever people did not follow', () => {
    const decisions = reviewed(file.db);
    const verdicts: Record<string, string> = { K: 'kill', F: 'fix', H: 'hold', S: 'scale', C: 'continue' };
    for (const { rule, decision, decidedBy, expiresOn } of decisions) {
      const isFollowed = verdicts[rule.slice(0, 1)] === decision;
      expect([rule, decision, decidedBy === null, expiresOn === null]).toEqual([
        rule,
        decision,
        isFollowed,
        isFollowed,
      ]);
    }
    expect(decisions.filter(({ decidedBy }) => decidedBy !== null)).toHaveLength(6);
  });

  it('kept the inputs of every recommendation: hash, rule and memory come out again', () => {
    const rows = getRows<
      RowOf<'review_snapshot'> & { recommended_rule: string; name: string; initiative: string }
    >(
      file.db,
      `SELECT review_snapshot.*, decision.recommended_rule, review.name, initiative.name AS initiative
       FROM review_snapshot
       JOIN decision USING (review_id, initiative_id)
       JOIN review ON review.id = review_snapshot.review_id
       JOIN initiative ON initiative.id = review_snapshot.initiative_id
       ORDER BY review.ends_on`,
    );
    expect(rows).toHaveLength(reviewed(file.db).length);
    const before = new Map<string, unknown>();
    for (const row of rows) {
      const { facts, context } = fromSnapshotInputs(
        row.inputs,
        readPolicyVersion(file.db, row.policy_version),
        row.seed,
      );
      const memory = context.memory.get(row.initiative_id) ?? null;
      // Each review starts from what the one before left behind.
      expect(memory).toEqual(before.get(row.initiative_id) ?? null);
      expect([row.name, row.initiative, inputHash(facts, context)]).toEqual([
        row.name,
        row.initiative,
        row.input_hash,
      ]);
      const result = evaluate(facts, context);
      expect([row.name, row.initiative, result.rule]).toEqual([
        row.name,
        row.initiative,
        row.recommended_rule,
      ]);
      const after = memoryAfter(result, memory);
      if (after) before.set(row.initiative_id, after);
    }
  });

  it('is a file like any other: sound, pinned to its last day, with dated history', () => {
    expect(verifyFile(file.db)).toMatchObject({ isGood: true });
    expect(readPortfolio(file.db)).toMatchObject({ currency: 'EUR', sampleAsOf: SAMPLE_AS_OF });
    const history = readHistory(file.db, { limit: 5000 });
    expect(history.length).toBe(readAuditHead(file.db).seq);
    const moments = history.map((entry) => entry.at);
    expect(moments).toEqual([...moments].sort().reverse());
    expect([moments.at(-1)?.slice(0, 10), moments[0]?.slice(0, 10)]).toEqual(['2025-04-01', SAMPLE_AS_OF]);
    const months = new Set(moments.map((at) => at.slice(0, 7)));
    expect(months.size).toBe(18);
    expect(new Set(history.slice(0, -1).map((entry) => entry.actor))).toEqual(
      new Set(['Program lead (sample)']),
    );
  });

  it('leaves months unmeasured: blank, not zero', () => {
    const count = (sql: string) => getRow<{ n: number }>(file.db, sql)?.n;
    expect(count('SELECT count(*) AS n FROM month_value WHERE amount_minor = 0')).toBe(0);
    const lines = SAMPLE_INITIATIVES.flatMap((one) => one.lines.flatMap((line) => line.series.euros));
    const measured = lines.filter((euros) => euros !== null);
    expect(measured.length).toBeLessThan(lines.length);
    expect(count('SELECT count(*) AS n FROM month_value')).toBe(measured.length);
  });

  it('is the same every time', () => {
    const again = makeSample();
    const digests = [file, again].map(({ db }) => [contentDigest(db), readAuditHead(db).hash]);
    again.close();
    expect(digests[0]).toEqual(digests[1]);
  });
});
