import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getRows, type ReadDb } from '#db/handles.ts';
import { openPortfolioFile } from '#db/open.ts';
import { readAdoptedPlan, readMemory, readPolicy, readStageRecord } from '#db/read/engine-inputs.ts';
import { readAllFacts } from '#db/read/facts.ts';
import { readFileFacts } from '#db/read/portfolio.ts';
import { buildSample, SAMPLE_AS_OF } from '#db/sample/build-sample.ts';
import { createSample } from '#electron/data/files.ts';
import { evaluate } from '#shared/decision/evaluate.ts';
import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import type { DecisionResult } from '#shared/decision/result.ts';
import type { RuleId, Verdict } from '#shared/domain/verdict.ts';
import { fixedIds } from '#tests/support/fixed-context.ts';
import { TEST_VERSION } from '#tests/support/portfolio.ts';

/** A sample takes a second to build; a machine that runs many tests at once may take far longer. */
export const BUILD_TIMEOUT = 60_000;

/**
 * A new sample, open until it is closed: the very file the app opens, or with `prefix` one of other ids, which gives
 * the engine another seed.
 */
export function makeSample(prefix?: string) {
  const folder = mkdtempSync(join(tmpdir(), 'pilotage-test-sample-'));
  const path = join(folder, 'sample.pilotage');
  if (prefix === undefined) createSample(path, TEST_VERSION);
  else buildSample(path, { newId: fixedIds(prefix), appVersion: TEST_VERSION });
  const file = openPortfolioFile(path);
  const close = () => {
    file.close();
    rmSync(folder, { recursive: true, force: true });
  };
  return { db: file.db, close };
}

/** What the engine is given beside the facts on the sample's last day. */
export function contextOf(db: ReadDb): EngineContext {
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

/** What the engine says of every initiative on the sample's last day, by name. */
export function resultsOf(db: ReadDb): Map<string, { facts: InitiativeFacts; result: DecisionResult }> {
  const context = contextOf(db);
  return new Map(
    readAllFacts(db).map((facts) => [facts.initiative.name, { facts, result: evaluate(facts, context) }]),
  );
}

export interface Reviewed {
  readonly review: string;
  readonly name: string;
  readonly rule: RuleId;
  readonly decision: Verdict;
  readonly reason: string;
  readonly causes: string;
  readonly decidedBy: string | null;
  readonly expiresOn: string | null;
}

/** Every decision of every review, earliest first. */
export function reviewed(db: ReadDb): Reviewed[] {
  return getRows<Reviewed>(
    db,
    `SELECT review.name AS review, initiative.name, decision.recommended_rule AS rule, decision.decision,
       decision.reason, decision.causes, decision_override.decided_by AS decidedBy,
       decision_override.expires_on AS expiresOn
     FROM decision
     JOIN review ON review.id = decision.review_id
     JOIN initiative ON initiative.id = decision.initiative_id
     LEFT JOIN decision_override ON decision_override.review_id = decision.review_id
       AND decision_override.initiative_id = decision.initiative_id
     ORDER BY review.ends_on, initiative.name`,
  );
}
