import type { AttentionEntry, AttentionItem } from '../api/schemas/portfolio.ts';
import type { IsoDate } from '../domain/units.ts';
import {
  ATTENTION_FINDERS,
  ATTENTION_KINDS,
  type AttentionKind,
  type EvaluatedInitiative,
  type Found,
  type OverdueCondition,
} from './attention-kinds.ts';

export type { EvaluatedInitiative } from './attention-kinds.ts';

/** So many initiatives of a kind are named on the home screen; the register lists all. */
const MOST_NAMED = 8;

interface Named extends Found {
  readonly id: string;
  readonly name: string;
  readonly cost: number;
}

/**
 * What the program lead should look at first, most urgent kind first; within a kind the longest overdue, then the
 * dearest. Retired initiatives ask for nothing. Each initiative is named with what is wrong and the place of the fix;
 * `count` says how many there are, the register finds them all by the kind.
 * @param overdue by initiative, the condition whose day has passed the longest
 */
export function needsAttention(
  all: readonly EvaluatedInitiative[],
  asOf: IsoDate,
  overdue: ReadonlyMap<string, OverdueCondition>,
): AttentionItem[] {
  const items: AttentionItem[] = [];
  for (const kind of ATTENTION_KINDS) {
    const found: Named[] = [];
    for (const one of all) {
      const { initiative } = one.facts;
      if (initiative.stage === 'retired') continue;
      const own = ATTENTION_FINDERS[kind](one, asOf, overdue);
      if (own === null) continue;
      found.push({ ...own, id: initiative.id, name: initiative.name, cost: one.result.last3.cost });
    }
    if (found.length === 0) continue;
    found.sort((a, b) => b.weight - a.weight || b.cost - a.cost || compare(a.name, b.name));
    items.push({
      kind,
      count: found.length,
      first: found.slice(0, MOST_NAMED).map(toEntry),
    });
  }
  return items;
}

/** The kinds of attention one initiative asks for, in the order of urgency; none for a retired one. */
export function attentionKinds(
  one: EvaluatedInitiative,
  asOf: IsoDate,
  overdue: ReadonlyMap<string, OverdueCondition>,
): AttentionKind[] {
  if (one.facts.initiative.stage === 'retired') return [];
  return ATTENTION_KINDS.filter((kind) => ATTENTION_FINDERS[kind](one, asOf, overdue) !== null);
}

function toEntry({ id, name, detail, tab, focus }: Named): AttentionEntry {
  return { id, name, detail, tab, focus };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
