import type { Input } from '#shared/api/contract.ts';
import {
  SCOPE_STAGE_RANK,
  SCOPE_STAGES,
  type Scope,
  type ScopeBasis,
  type ScopeStage,
} from '#shared/domain/forward-model.ts';
import type { Stage } from '#shared/domain/stage.ts';

export type NewScope = Input<'addScope'>['scope'];

/** A scope as its form holds it. */
export interface ScopeDraft {
  readonly stage: ScopeStage;
  readonly basis: ScopeBasis;
  readonly decisionMonth: string;
  readonly buildMonths: string;
  readonly rampMonths: string;
}

export function emptyScope(stage: ScopeStage): ScopeDraft {
  return { stage, basis: 'plan', decisionMonth: '', buildMonths: '', rampMonths: '' };
}

const text = (months: number | null) => (months === null ? '' : String(months));

export function scopeDraftOf(scope: Scope): ScopeDraft {
  return {
    stage: scope.stage,
    basis: scope.basis,
    decisionMonth: text(scope.decisionMonth),
    buildMonths: text(scope.buildMonths),
    rampMonths: text(scope.rampMonths),
  };
}

/** Where a scope stands on the road of an initiative: left behind, where it is now, or still to come. */
export function placeOnRoad(scope: ScopeStage, stage: Stage): 'past' | 'now' | 'later' {
  if (stage === 'retired') return 'past';
  const ahead = SCOPE_STAGE_RANK[scope] - SCOPE_STAGE_RANK[stage];
  return ahead < 0 ? 'past' : ahead === 0 ? 'now' : 'later';
}

type MonthsField = 'decisionMonth' | 'buildMonths' | 'rampMonths';
export type ScopeProblems = { readonly [F in MonthsField]?: string };

const FEWEST: Readonly<Record<MonthsField, number>> = { decisionMonth: 0, buildMonths: 0, rampMonths: 1 };
const FIELDS = ['decisionMonth', 'buildMonths', 'rampMonths'] as const satisfies readonly MonthsField[];

/** Whole months, null when blank, undefined when it is something else. */
function readMonths(field: MonthsField, value: string): number | null | undefined {
  const body = value.trim();
  if (body === '') return null;
  if (!/^\d{1,3}$/.test(body)) return undefined;
  const months = Number(body);
  return months >= FEWEST[field] && months <= 600 ? months : undefined;
}

/** What is wrong with a form, by field. Blank months are allowed: the verdict then names them as missing. */
export function scopeProblems(draft: ScopeDraft): ScopeProblems {
  const problems: Partial<Record<MonthsField, string>> = {};
  for (const field of FIELDS) {
    if (readMonths(field, draft[field]) === undefined) {
      problems[field] = `Write whole months, ${FEWEST[field]} to 600.`;
    }
  }
  return problems;
}

/** The scope a form describes, or null while something is wrong with it. */
export function scopeFromDraft(draft: ScopeDraft): NewScope | null {
  const [decisionMonth, buildMonths, rampMonths] = FIELDS.map((field) => readMonths(field, draft[field]));
  if (decisionMonth === undefined || buildMonths === undefined || rampMonths === undefined) return null;
  return { stage: draft.stage, basis: draft.basis, decisionMonth, buildMonths, rampMonths };
}

/** Stages from the current one on that have no scope yet. */
export function openStages(scopes: readonly Scope[], stage: Stage): readonly ScopeStage[] {
  return SCOPE_STAGES.filter(
    (one) => placeOnRoad(one, stage) !== 'past' && !scopes.some((scope) => scope.stage === one),
  );
}

/** Scopes in order of the road. */
export function onTheRoad(scopes: readonly Scope[]): readonly Scope[] {
  return [...scopes].sort((a, b) => SCOPE_STAGE_RANK[a.stage] - SCOPE_STAGE_RANK[b.stage]);
}

const months = (count: number) => `${count} ${count === 1 ? 'month' : 'months'}`;

/** "decided in 3 months, built in 2 months, full after 3 more" ; what is not entered is said. */
export function roadText(scope: Scope): string {
  const { decisionMonth, buildMonths, rampMonths } = scope;
  return [
    decisionMonth === null
      ? 'decision month not entered'
      : decisionMonth === 0
        ? 'decided now'
        : `decided in ${months(decisionMonth)}`,
    buildMonths === null ? 'build not entered' : `${months(buildMonths)} of build`,
    rampMonths === null ? 'ramp not entered' : `${months(rampMonths)} of ramp`,
  ].join(', ');
}
