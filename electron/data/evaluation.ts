import type { ReadDb } from '#db/handles.ts';
import { readAllFacts, readFacts } from '#db/read/facts.ts';
import { readLastChanged } from '#db/read/history.ts';
import { decide } from '#shared/decision/decide.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import type { EvaluatedInitiative } from '#shared/portfolio/attention.ts';

/** More changed initiatives than this are cheaper to read all at once than one by one. */
const MOST_SINGLE_READS = 100;

export interface Evaluated extends EvaluatedInitiative {
  readonly lastChangedAt: Instant;
}

export interface Evaluation {
  /** Every initiative with its verdict as of `asOf`, by id; computed once and kept until something changes. */
  readonly all: (asOf: IsoDate) => ReadonlyMap<string, Evaluated>;
  /** Forgets what a command touched: these initiatives, or everything. */
  readonly forget: (initiativeIds: readonly string[] | 'all') => void;
}

/**
 * The evaluated portfolio, kept in memory. After a command only the initiatives it touched are read and decided again;
 * that is allowed because scores are absolute: no initiative's verdict depends on another's.
 */
export function evaluation(db: ReadDb): Evaluation {
  let kept: Map<string, Evaluated> | undefined;
  let keptAsOf: IsoDate | undefined;
  const stale = new Set<string>();

  const readAll = (asOf: IsoDate) => {
    const changed = readLastChanged(db);
    kept = new Map(
      readAllFacts(db).map((facts) => {
        const { id, createdAt } = facts.initiative;
        return [id, evaluated(facts, changed.get(id) ?? createdAt, asOf)];
      }),
    );
    keptAsOf = asOf;
    stale.clear();
    return kept;
  };

  return {
    all(asOf) {
      if (!kept || keptAsOf !== asOf || stale.size > MOST_SINGLE_READS) return readAll(asOf);
      if (stale.size > 0) {
        for (const id of stale) {
          const facts = readFacts(db, id);
          if (facts)
            kept.set(
              id,
              evaluated(facts, readLastChanged(db, id).get(id) ?? facts.initiative.createdAt, asOf),
            );
          else kept.delete(id);
        }
        stale.clear();
      }
      return kept;
    },
    forget(initiativeIds) {
      if (initiativeIds === 'all') kept = undefined;
      else for (const id of initiativeIds) stale.add(id);
    },
  };
}

function evaluated(facts: EvaluatedInitiative['facts'], lastChangedAt: Instant, asOf: IsoDate): Evaluated {
  return {
    facts,
    result: decide(facts, DEFAULT_POLICY, asOf),
    lastChangedAt,
    lastChangedOn: lastChangedAt.slice(0, 10) as IsoDate,
  };
}
