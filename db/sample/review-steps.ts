import { evaluate } from '#shared/decision/evaluate.ts';
import type { EngineContext } from '#shared/decision/facts.ts';
import { inputHash } from '#shared/decision/input-hash.ts';
import { memoryAfter } from '#shared/decision/memory-after.ts';
import { ENGINE_VERSION } from '#shared/decision/result.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import * as commands from '../commands/index.ts';
import type { ReadDb } from '../handles.ts';
import { readAdoptedPlan, readMemory, readPolicy, readStageRecord } from '../read/engine-inputs.ts';
import { readFacts } from '../read/facts.ts';
import { readFileFacts } from '../read/portfolio.ts';
import type { ScriptReview } from './script.ts';
import { type Ids, idOf, type Step } from './steps.ts';

const CENTS = 100;

/**
 * Recording a review that was held. Of a review that kept its inputs the recommendation is the engine's own, made from
 * what was known on its last day; of an earlier one it is what somebody wrote down.
 */
export function reviewStep(review: ScriptReview, ids: Ids, newId: () => string): Step {
  const { name, endsOn, heldOn } = review;
  return {
    on: heldOn,
    name: 'recordClosedReview',
    label: () => commands.recordClosedReviewLabel({ name }),
    run: (tx) =>
      commands.recordClosedReview(
        tx,
        {
          name,
          endsOn,
          decisions: review.decisions.map(({ key, causes = [], recommendedRule, ...rest }) => {
            const initiativeId = idOf(ids, key);
            const decided = { ...rest, causes, initiativeId };
            return recommendedRule === 'engine'
              ? { ...decided, ...recommended(tx.db, initiativeId, endsOn) }
              : { ...decided, recommendedRule };
          }),
        },
        newId,
      ),
  };
}

/** What the engine said on the review's last day, what it keeps for the next review, and what it was made from. */
function recommended(db: ReadDb, initiativeId: string, endsOn: IsoDate) {
  const facts = readFacts(db, initiativeId);
  if (facts === undefined) throw new Error(`the sample reviews ${initiativeId}, which is not there`);
  const context: EngineContext = {
    policy: readPolicy(db),
    plan: readAdoptedPlan(db, endsOn),
    stageRecord: readStageRecord(db, endsOn),
    memory: readMemory(db, endsOn),
    asOf: endsOn,
    seed: readFileFacts(db).fileId,
    minorPerUnit: CENTS,
  };
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
