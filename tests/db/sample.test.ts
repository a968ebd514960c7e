import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { contentDigest } from '#db/digest.ts';
import { getRow } from '#db/handles.ts';
import { openPortfolioFile } from '#db/open.ts';
import { readAllFacts } from '#db/read/facts.ts';
import { readAuditHead, readHistory } from '#db/read/history.ts';
import { readPortfolio } from '#db/read/portfolio.ts';
import { buildSample, SAMPLE_AS_OF, SAMPLE_INITIATIVES } from '#db/sample/build-sample.ts';
import { verifyFile } from '#db/verify.ts';
import { decide } from '#shared/decision/decide.ts';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import type { DecisionResult } from '#shared/decision/result.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { fixedIds } from '#tests/support/fixed-context.ts';
import { TEST_VERSION, temporaryFolder } from '#tests/support/portfolio.ts';

function makeSample() {
  const path = join(temporaryFolder(true), 'sample.pilotage');
  buildSample(path, { newId: fixedIds(), appVersion: TEST_VERSION });
  return openPortfolioFile(path);
}

describe('buildSample()', () => {
  it('gives every initiative the rule its story was written for', () => {
    const file = makeSample();
    const facts = new Map(readAllFacts(file.db).map((one) => [one.initiative.name, one]));
    const told = SAMPLE_INITIATIVES.map(({ key, fields }) => {
      const one = facts.get(fields.name) as InitiativeFacts;
      const { rule, isAdvance }: DecisionResult = decide(one, DEFAULT_POLICY, SAMPLE_AS_OF);
      return [key, rule, isAdvance];
    });
    file.close();
    expect(told).toEqual(
      SAMPLE_INITIATIVES.map((one) => [one.key, one.expectedRule, one.isAdvance ?? false]),
    );
  });

  it('holds every verdict the engine can give so far', () => {
    const rules = SAMPLE_INITIATIVES.map((one) => one.expectedRule);
    expect(new Set(rules)).toEqual(new Set(['K1', 'K2', 'K5', 'K6', 'H1', 'H3', 'F1', 'C1', null]));
  });

  it('is a file like any other: sound, pinned to its last day, with dated history', () => {
    const file = makeSample();
    expect(verifyFile(file.db)).toMatchObject({ isGood: true });
    expect(readPortfolio(file.db)).toMatchObject({ currency: 'EUR', sampleAsOf: SAMPLE_AS_OF });
    const history = readHistory(file.db, { limit: 500 });
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
