import type { ReadDb } from '#db/handles.ts';
import { readAdoptedPlan, readMemory, readPolicy, readStageRecord } from '#db/read/engine-inputs.ts';
import { readAllFacts, readFacts } from '#db/read/facts.ts';
import { readLastChanged } from '#db/read/history.ts';
import { readFileFacts, readPortfolio } from '#db/read/portfolio.ts';
import type { TableName } from '#db/tables.ts';
import { evaluate } from '#shared/decision/evaluate.ts';
import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import type { Simulated } from '#shared/decision/result.ts';
import { currencyExponent } from '#shared/domain/currency.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import type { SimulationRequest } from '#shared/forward-model/model.ts';
import type { EvaluatedInitiative } from '#shared/portfolio/attention.ts';

/** More changed initiatives than this are cheaper to read all at once than one by one. */
const MOST_SINGLE_READS = 100;

/** Tables that are part of what the engine is given beside the facts: a change in one concerns every initiative. */
const CONTEXT_TABLES: ReadonlySet<string> = new Set<TableName>([
  'portfolio',
  'policy_version',
  'adopted_plan',
  'plan_choice',
  'role_price',
  'stage_change',
  'review',
  'review_memory',
]);

export type SimulateOrWait = (request: SimulationRequest) => Simulated | 'computing';

export interface Evaluated extends EvaluatedInitiative {
  readonly lastChangedAt: Instant;
}

export interface Evaluation {
  /** Every initiative with its verdict as of `asOf`, by id; computed once and kept until something changes. */
  readonly all: (asOf: IsoDate) => ReadonlyMap<string, Evaluated>;
  /** What the engine is given beside the facts. */
  readonly context: (asOf: IsoDate) => EngineContext;
  /**
   * Forgets what a command touched: these initiatives, or everything when it changed a row that belongs to none (a
   * shared asset, the policy); and the context when one of its tables changed.
   */
  readonly forget: (initiativeIds: readonly string[] | 'all', tables: readonly string[]) => void;
  /** The facts of these initiatives stand, their simulations have come in: decided again, not read again. */
  readonly decideAgain: (initiativeIds: readonly string[]) => void;
}

/**
 * The evaluated portfolio, kept in memory. After a command only the initiatives it touched are read and decided again;
 * that is allowed because scores are absolute: no initiative's verdict depends on another's.
 */
export function evaluation(db: ReadDb, simulate: SimulateOrWait): Evaluation {
  let kept: Map<string, Evaluated> | undefined;
  let context: EngineContext | undefined;
  /** The context the kept verdicts were made with: somebody may have asked for a newer one meanwhile. */
  let decidedWith: EngineContext | undefined;
  /** Read again; decided again. */
  const stale = new Set<string>();
  const undecided = new Set<string>();

  const contextOn = (asOf: IsoDate): EngineContext => {
    if (context?.asOf !== asOf) context = engineContext(db, asOf);
    return context;
  };
  const decided = (facts: InitiativeFacts, lastChangedAt: Instant, asOf: IsoDate): Evaluated => ({
    facts,
    result: evaluate(facts, contextOn(asOf), simulate),
    lastChangedAt,
    lastChangedOn: lastChangedAt.slice(0, 10) as IsoDate,
  });

  const readAll = (asOf: IsoDate) => {
    const changed = readLastChanged(db);
    kept = new Map(
      readAllFacts(db).map((facts) => {
        const { id, createdAt } = facts.initiative;
        return [id, decided(facts, changed.get(id) ?? createdAt, asOf)];
      }),
    );
    stale.clear();
    undecided.clear();
    return kept;
  };

  const readStale = (known: Map<string, Evaluated>, asOf: IsoDate) => {
    for (const id of stale) {
      const facts = readFacts(db, id);
      if (facts) {
        const lastChangedAt = readLastChanged(db, id).get(id) ?? facts.initiative.createdAt;
        known.set(id, decided(facts, lastChangedAt, asOf));
      } else known.delete(id);
    }
    stale.clear();
  };

  return {
    context: contextOn,
    all(asOf) {
      const isNewContext = contextOn(asOf) !== decidedWith;
      decidedWith = contextOn(asOf);
      if (!kept || stale.size > MOST_SINGLE_READS) return readAll(asOf);
      if (isNewContext) for (const id of kept.keys()) undecided.add(id);
      for (const id of undecided) {
        const one = kept.get(id);
        if (one && !stale.has(id)) kept.set(id, decided(one.facts, one.lastChangedAt, asOf));
      }
      undecided.clear();
      readStale(kept, asOf);
      return kept;
    },
    forget(initiativeIds, tables) {
      if (tables.some((table) => CONTEXT_TABLES.has(table))) context = undefined;
      if (initiativeIds === 'all') kept = undefined;
      else for (const id of initiativeIds) stale.add(id);
    },
    decideAgain(initiativeIds) {
      for (const id of initiativeIds) undecided.add(id);
    },
  };
}

function engineContext(db: ReadDb, asOf: IsoDate): EngineContext {
  const { currency } = readPortfolio(db);
  return {
    policy: readPolicy(db),
    plan: readAdoptedPlan(db, asOf),
    stageRecord: readStageRecord(db, asOf),
    memory: readMemory(db, asOf),
    asOf,
    // One seed a portfolio: the same file gives the same draws on every machine and at every opening.
    seed: readFileFacts(db).fileId,
    minorPerUnit: 10 ** currencyExponent(currency),
  };
}
