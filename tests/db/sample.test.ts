import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentDigest } from '#db/digest.ts';
import { getRow, type ReadDb } from '#db/handles.ts';
import { openPortfolioFile } from '#db/open.ts';
import {
  readAdoptedPlan,
  readMemory,
  readPolicy,
  readReviewSnapshot,
  readStageRecord,
} from '#db/read/engine-inputs.ts';
import { readAllFacts } from '#db/read/facts.ts';
import { readAuditHead, readHistory } from '#db/read/history.ts';
import { readFileFacts, readPortfolio } from '#db/read/portfolio.ts';
import { buildSample, SAMPLE_AS_OF, SAMPLE_INITIATIVES } from '#db/sample/build-sample.ts';
import { verifyFile } from '#db/verify.ts';
import { evaluate } from '#shared/decision/evaluate.ts';
import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import { inputHash } from '#shared/decision/input-hash.ts';
import { RULE_IDS } from '#shared/domain/verdict.ts';
import { fixedIds } from '#tests/support/fixed-context.ts';
import { TEST_VERSION, temporaryFolder } from '#tests/support/portfolio.ts';

function makeSample() {
  const path = join(temporaryFolder(true), 'sample.pilotage');
  buildSample(path, { newId: fixedIds(), appVersion: TEST_VERSION });
  return openPortfolioFile(path);
}

function contextOf(db: ReadDb): EngineContext {
  return {
    policy: readPolicy(db),
    plan: readAdoptedPlan(db, SAMPLE_AS_OF),
    stageRecord: readStageRecord(db, SAMPLE_AS_OF),
    memory: readMemory(db, SAMPLE_AS_OF),
    asOf: SAMPLE_AS_OF,
    seed: readFileFacts(db).fileId,
    minorPerUnit: 100,
  };
}

describe('buildSample()', () => {
  it('gives every initiative the rule its story was written for', () => {
    const file = makeSample();
    const facts = new Map(readAllFacts(file.db).map((one) => [one.initiative.name, one]));
    const context = contextOf(file.db);
    const told = SAMPLE_INITIATIVES.map(({ key, fields }) => {
      const { rule, isAdvance } = evaluate(facts.get(fields.name) as InitiativeFacts, context);
      return [key, rule, isAdvance];
    });
    file.close();
    expect(told).toEqual(
      SAMPLE_INITIATIVES.map((one) => [one.key, one.expectedRule, one.isAdvance ?? false]),
    );
  });

  it('shows every rule but K4', () => {
    const rules = new Set(SAMPLE_INITIATIVES.map((one) => one.expectedRule));
    expect(RULE_IDS.filter((rule) => !rules.has(rule))).toEqual(['K4']);
    expect(rules).toContain(null);
  });

  it('kept the inputs of its last review, which give the same hash and the same recommendation again', () => {
    const file = makeSample();
    const snapshots = readAllFacts(file.db).flatMap(({ initiative }) => {
      const snapshot = readReviewSnapshot(file.db, initiative.id);
      return snapshot === null ? [] : [snapshot];
    });
    file.close();
    expect(snapshots).toHaveLength(6);
    for (const { facts, context, rule, inputHash: hash } of snapshots) {
      expect(inputHash(facts, context)).toBe(hash);
      expect(evaluate(facts, context).rule).toBe(rule);
    }
  });

  it('is a file like any other: sound, pinned to its last day, with dated history', () => {
    const file = makeSample();
    expect(verifyFile(file.db)).toMatchObject({ isGood: true });
    expect(readPortfolio(file.db)).toMatchObject({ currency: 'EUR', sampleAsOf: SAMPLE_AS_OF });
    const history = readHistory(file.db, { limit: 5000 });
    expect(history.length).toBe(readAuditHead(file.db).seq);
    const moments = history.map((entry) => entry.at);
    expect(moments).toEqual([...moments].sort().reverse());
    expect([moments.at(-1)?.slice(0, 10), moments[0]?.slice(0, 10)]).toEqual(['2025-04-01', SAMPLE_AS_OF]);
    expect(new Set(history.slice(0, -1).map((entry) => entry.actor))).toEqual(
      new Set(['Program lead (sample)']),
    );
    file.close();
  });

  it('leaves months unmeasured: blank, not zero', () => {
    const file = makeSample();
    const count = (sql: string) => getRow<{ n: number }>(file.db, sql)?.n;
    expect(count('SELECT count(*) AS n FROM month_value WHERE amount_minor = 0')).toBe(0);
    const lines = SAMPLE_INITIATIVES.flatMap((one) => one.lines.flatMap((line) => line.series.euros));
    const measured = lines.filter((euros) => euros !== null);
    expect(measured.length).toBeLessThan(lines.length);
    expect(count('SELECT count(*) AS n FROM month_value')).toBe(measured.length);
    file.close();
  });

  it('is the same every time', () => {
    const digests = [makeSample(), makeSample()].map((file) => {
      const digest = [contentDigest(file.db), readAuditHead(file.db).hash];
      file.close();
      return digest;
    });
    expect(digests[0]).toEqual(digests[1]);
  });
});
