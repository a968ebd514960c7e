import { evaluate } from '#shared/decision/evaluate.ts';
import type { EngineContext, Override } from '#shared/decision/facts.ts';
import { inputHash } from '#shared/decision/input-hash.ts';
import { memoryAfter } from '#shared/decision/memory-after.ts';
import { ENGINE_VERSION } from '#shared/decision/result.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import * as commands from '../commands/index.ts';
import type { ReadDb } from '../handles.ts';
import { readAdoptedPlan, readMemory, readPolicy, readStageRecord } from '../read/engine-inputs.ts';
import { readFacts } from '../read/facts.ts';
import { readFileFacts } from '../read/portfolio.ts';
import { tripwireKey } from './risk-steps.ts';
import type { ScriptOverride, ScriptReview } from './script.ts';
import { type Ids, idOf, type Step } from './step.ts';

const CENTS = 100;

/**
 * Recording a review that was held. The recommendations are the engine's own, made from what was known on the review's
 * last day and from what the review before left behind; the decisions are those of people.
 */
export function reviewStep(review: ScriptReview, ids: Ids, newId: () => string): Step {
  const { name, endsOn, heldOn } = review;
  return {
    on: heldOn,
    name: 'recordClosedReview',
    label: () => commands.recordClosedReviewLabel({ name }),
    run: (tx) => {
      const context = contextOn(tx.db, endsOn);
      const decisions = review.decisions.map(({ key, decision, reason, causes = [], override }) => {
        const initiativeId = idOf(ids, key);
        return {
          initiativeId,
          decision,
          reason,
          causes,
          ...(override && { override: newOverride(key, override, ids) }),
          ...recommended(tx.db, initiativeId, context),
        };
      });
      return commands.recordClosedReview(tx, { name, endsOn, decisions }, newId);
    },
  };
}

function newOverride(key: string, { newTripwire, ...rest }: ScriptOverride, ids: Ids): Override {
  return { ...rest, newTripwireId: newTripwire ? idOf(ids, tripwireKey(key, ...newTripwire)) : null };
}

function contextOn(db: ReadDb, asOf: IsoDate): EngineContext {
  return {
    policy: readPolicy(db),
    plan: readAdoptedPlan(db, asOf),
    stageRecord: readStageRecord(db, asOf),
    memory: readMemory(db, asOf),
    asOf,
    seed: readFileFacts(db).fileId,
    minorPerUnit: CENTS,
  };
}

/** What the engine said of one initiative, what it keeps for the next review, and what it was made from. */
function recommended(db: ReadDb, initiativeId: string, context: EngineContext) {
  const facts = readFacts(db, initiativeId);
  if (facts === undefined) throw new Error(`the sample reviews ${initiativeId}, which is not there`);
  const result = evaluate(facts, context);
  const memory = memoryAfter(result, context.memory.get(initiativeId) ?? null);
  return {
    recommendedRule: result.rule,
    ...(memory && { memory }),
    snapshot: {
      facts,
      context,
      inputHash: inputHash(facts, context),
      engineVersion: ENGINE_VERSION,
    },
  };
}
