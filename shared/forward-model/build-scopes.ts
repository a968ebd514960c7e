import {
  SCOPE_STAGE_NAMES,
  SCOPE_STAGE_RANK,
  SCOPE_STAGES,
  type Scope,
  type ScopeStage,
} from '../domain/forward-model.ts';
import type { ActiveStage } from '../domain/stage.ts';
import { byText, type MissingList } from './build-missing.ts';

/** The last scope a forward model cannot do without; scopes up to it from the current one on are needed. */
const LAST_NEEDED: Readonly<Record<ActiveStage, ScopeStage>> = {
  idea: 'limited',
  pilot: 'limited',
  limited: 'limited',
  scaled: 'scaled',
};

/** A scope the model uses, its lines sorted by id. */
export type UsedScope = Pick<
  Scope,
  'stage' | 'basis' | 'decisionMonth' | 'buildMonths' | 'rampMonths' | 'lines'
>;

/** An idea may have no scope of its own: it costs nothing yet. */
const EMPTY_IDEA: UsedScope = {
  stage: 'idea',
  basis: 'plan',
  decisionMonth: 0,
  buildMonths: 0,
  rampMonths: 1,
  lines: [],
};

/**
 * The scopes from the current stage on, in order of their stage; earlier ones are history. Names every scope that is
 * needed and not there, a gap in the chain, a stage stored twice, and a scope without lines (only that of an idea may
 * be empty). Source: methodology 2.6, Scopes needed.
 */
export function chainOf(
  scopes: readonly Scope[],
  stage: ActiveStage,
  missing: MissingList,
): readonly UsedScope[] {
  const now = SCOPE_STAGE_RANK[stage];
  const stored = new Map<ScopeStage, Scope[]>();
  let last = SCOPE_STAGE_RANK[LAST_NEEDED[stage]];
  for (const scope of scopes) {
    if (SCOPE_STAGE_RANK[scope.stage] < now) continue;
    stored.set(scope.stage, [...(stored.get(scope.stage) ?? []), scope]);
    last = Math.max(last, SCOPE_STAGE_RANK[scope.stage]);
  }
  const chain: UsedScope[] = [];
  for (const place of SCOPE_STAGES.slice(now, last + 1)) {
    const found = stored.get(place) ?? [];
    const [scope] = found;
    if (found.length > 1) {
      missing.add(
        `scope:${place}:twice`,
        `a single scope for ${SCOPE_STAGE_NAMES[place]}: there are ${found.length}`,
      );
    } else if (scope !== undefined) {
      chain.push({ ...scope, lines: [...scope.lines].sort((a, b) => byText(a.id, b.id)) });
      if (scope.lines.length === 0 && place !== 'idea') {
        missing.add(`scope:${place}:lines`, `lines of the scope for ${SCOPE_STAGE_NAMES[place]}`);
      }
    } else if (place === 'idea') {
      chain.push(EMPTY_IDEA);
    } else {
      missing.add(`scope:${place}`, missingScope(place, SCOPE_STAGES[last] as ScopeStage, stage));
    }
  }
  return chain;
}

function missingScope(place: ScopeStage, last: ScopeStage, stage: ActiveStage): string {
  const text = `a scope for ${SCOPE_STAGE_NAMES[place]}`;
  const isNeeded = SCOPE_STAGE_RANK[place] <= SCOPE_STAGE_RANK[LAST_NEEDED[stage]];
  return isNeeded ? text : `${text}, through which ${SCOPE_STAGE_NAMES[last]} is reached`;
}
