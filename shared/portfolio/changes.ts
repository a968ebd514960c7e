import type { PortfolioChanges } from '../api/schemas/portfolio.ts';
import type { IsoDate } from '../domain/units.ts';
import { RULE_VERDICTS, type RuleId } from '../domain/verdict.ts';
import type { EvaluatedInitiative } from './attention-kinds.ts';
import type { StageStep } from './review-trail.ts';

/** So many of each kind are named; the count says how many there are. */
const MOST_NAMED = 60;

export interface ChangesInput {
  readonly all: readonly EvaluatedInitiative[];
  /** Steps between stages since then, oldest first. */
  readonly steps: readonly StageStep[];
  /** Initiatives that came after this day are new. */
  readonly after: IsoDate;
  /** What the review recommended; null = there is no review to compare verdicts with. */
  readonly recommended: ReadonlyMap<string, RuleId | null> | null;
  /** Rows added by the history; null = the history of this file begins later. */
  readonly added: {
    readonly months: readonly { readonly id: string; readonly count: number }[];
    readonly evidence: readonly { readonly id: string; readonly count: number }[];
  } | null;
  /** The verdict sentence, the same as in every other view. */
  readonly sentence: (one: EvaluatedInitiative) => string;
}

type Changes = Pick<PortfolioChanges, 'verdicts' | 'fresh' | 'moves' | 'retired' | 'months' | 'evidence'>;

/**
 * What changed since a review or a day: verdicts that differ from what that review recommended, initiatives added, moved
 * between stages and retired, months closed and evidence added. Dearest first where money decides what matters.
 */
export function changesSince(input: ChangesInput): Changes {
  const { all, steps, after, recommended, added } = input;
  const byId = new Map(all.map((one) => [one.facts.initiative.id, one]));
  const nameOf = (id: string) => byId.get(id)?.facts.initiative.name;
  const dearestFirst = [...all].sort((a, b) => b.result.last3.cost - a.result.last3.cost);

  const verdicts =
    recommended === null
      ? null
      : dearestFirst.flatMap((one) => {
          const { id, name } = one.facts.initiative;
          const before = recommended.get(id);
          const { verdict, rule } = one.result;
          if (!before || verdict === null || rule === null || RULE_VERDICTS[before] === verdict) return [];
          return [
            {
              id,
              name,
              from: { verdict: RULE_VERDICTS[before], rule: before },
              to: { verdict, rule },
              reason: input.sentence(one),
            },
          ];
        });
  const fresh = dearestFirst
    .filter(({ facts }) => facts.initiative.createdAt.slice(0, 10) > after)
    .map(({ facts: { initiative } }) => ({
      id: initiative.id,
      name: initiative.name,
      stage: initiative.stage,
      on: initiative.createdAt.slice(0, 10) as IsoDate,
    }));
  // Of several steps of one initiative only where it was and where it is now matter.
  const moves = [...Map.groupBy(steps, (step) => step.initiativeId).values()].flatMap((own) => {
    const [first, last] = [own[0], own.at(-1)];
    const name = first && nameOf(first.initiativeId);
    if (!first || !last || name === undefined || first.from === last.to) return [];
    return [{ id: first.initiativeId, name, from: first.from, to: last.to, on: last.on }];
  });
  const counted = (rows: readonly { readonly id: string; readonly count: number }[]) => {
    const there = rows.flatMap(({ id, count }) => {
      const name = nameOf(id);
      return name === undefined ? [] : [{ id, name, count }];
    });
    const most = there.sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
    return {
      total: most.reduce((sum, one) => sum + one.count, 0),
      ...group(most),
    };
  };
  return {
    verdicts: verdicts === null ? null : group(verdicts),
    fresh: group(fresh),
    moves: group(moves.filter((move) => move.to !== 'retired')),
    retired: group(moves.filter((move) => move.to === 'retired')),
    months: added === null ? null : counted(added.months),
    evidence: added === null ? null : counted(added.evidence),
  };
}

function group<T>(all: readonly T[]): { count: number; first: T[] } {
  return { count: all.length, first: all.slice(0, MOST_NAMED) };
}
