import type { EngineContext, InitiativeFacts } from '../decision/facts.ts';
import type { DecisionResult } from '../decision/result.ts';
import type { Policy } from '../domain/policy.ts';
import type { RuleId, Verdict } from '../domain/verdict.ts';
import { policyChanges } from './diff.ts';
import { findField } from './fields.ts';
import { withValue } from './policy-path.ts';
import { validatePolicy } from './validate.ts';

/** The part of a result that is compared. */
export type Decided = Pick<DecisionResult, 'verdict' | 'rule' | 'isComputing'>;

/** The engine with its simulation: `(facts, context) => evaluate(facts, context, simulate)`. */
export type Decide = (facts: InitiativeFacts, context: EngineContext) => Decided;

export interface VerdictAndRule {
  readonly verdict: Verdict;
  readonly rule: RuleId;
}

/** Fields that are put back as one: a single field, or a family whose members must fit together. */
export interface ChangedSetting {
  readonly name: string;
  readonly paths: readonly string[];
}

/**
 * What makes the difference. `alone`: each of these settings, put back by itself, gives back the old verdict;
 * `together`: none does, only several at once; `computing`: a simulation it hangs on is still running.
 */
export type Because =
  | { readonly kind: 'alone'; readonly settings: readonly ChangedSetting[] }
  | { readonly kind: 'together' }
  | { readonly kind: 'computing' };

export interface VerdictDifference {
  readonly id: string;
  readonly from: VerdictAndRule;
  readonly to: VerdictAndRule;
  /** False: the same verdict for another reason. */
  readonly isVerdictChanged: boolean;
  readonly because: Because;
}

export interface VerdictDifferences {
  /** Initiatives with a verdict under both policies. */
  readonly compared: number;
  /** Initiatives whose verdict waits for a simulation under one of the policies. */
  readonly computing: readonly string[];
  /** Changed verdicts first, then changed rules; within each in the order of the facts. */
  readonly differences: readonly VerdictDifference[];
}

/**
 * Which verdicts differ between the policies of two contexts that are otherwise equal, and why: each changed setting's
 * old value is put back alone, and those that give back the old verdict (for an unchanged verdict: the old rule) are
 * the reason. Retired initiatives have no verdict and are left out.
 */
export function verdictDifferences(
  facts: readonly InitiativeFacts[],
  before: EngineContext,
  after: EngineContext,
  decide: Decide,
): VerdictDifferences {
  const trials = trialsOf(before.policy, after.policy);
  const computing: string[] = [];
  const differences: VerdictDifference[] = [];
  let compared = 0;
  for (const one of facts) {
    // One question at a time: a service that runs one simulation an initiative would drop the first for the second.
    const then = decide(one, before);
    const now = then.isComputing ? then : decide(one, after);
    if (now.isComputing) {
      computing.push(one.initiative.id);
      continue;
    }
    const [from, to] = [verdictAndRule(then), verdictAndRule(now)];
    if (from === null || to === null) continue;
    compared += 1;
    if (from.verdict === to.verdict && from.rule === to.rule) continue;
    const isVerdictChanged = from.verdict !== to.verdict;
    const givesBack = ({ verdict, rule }: Decided) =>
      isVerdictChanged ? verdict === from.verdict : rule === from.rule;
    const because = reason(trials, (policy) => decide(one, { ...after, policy }), givesBack);
    differences.push({ id: one.initiative.id, from, to, isVerdictChanged, because });
  }
  differences.sort((a, b) => Number(b.isVerdictChanged) - Number(a.isVerdictChanged));
  return { compared, computing, differences };
}

/** A changed setting and the new policy with its old value. */
interface Trial {
  readonly setting: ChangedSetting;
  readonly policy: Policy;
}

function reason(
  trials: readonly Trial[],
  decideWith: (policy: Policy) => Decided,
  givesBack: (decided: Decided) => boolean,
): Because {
  const settings: ChangedSetting[] = [];
  for (const { setting, policy } of trials) {
    const decided = decideWith(policy);
    if (decided.isComputing) return { kind: 'computing' };
    if (givesBack(decided)) settings.push(setting);
  }
  return settings.length > 0 ? { kind: 'alone', settings } : { kind: 'together' };
}

/**
 * Texts are left out, no verdict reads them; so is an old value that contradicts the new ones around it (a cut above
 * the next): by itself it would be no policy.
 */
function trialsOf(before: Policy, after: Policy): readonly Trial[] {
  const settings = new Map<string, { name: string; paths: string[]; policy: Policy }>();
  for (const { path, name, from } of policyChanges(before, after)) {
    const field = findField(path);
    if (field === undefined || field.type === 'text') continue;
    const isShared = field.family?.isOneSetting === true;
    const key = isShared ? field.family.name : path;
    const setting = settings.get(key) ?? {
      name: isShared ? field.family.name : name,
      paths: [],
      policy: after,
    };
    settings.set(key, {
      ...setting,
      paths: [...setting.paths, path],
      policy: withValue(setting.policy, path, from),
    });
  }
  return [...settings.values()]
    .filter(({ policy }) => validatePolicy(policy).ok)
    .map(({ name, paths, policy }) => ({ setting: { name, paths }, policy }));
}

function verdictAndRule({ verdict, rule }: Decided): VerdictAndRule | null {
  return verdict === null || rule === null ? null : { verdict, rule };
}
