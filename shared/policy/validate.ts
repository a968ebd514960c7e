import type { Policy } from '../domain/policy.ts';
import { consistencyProblems } from './consistency.ts';
import { requirement } from './field-text.ts';
import { findField, POLICY_FIELDS } from './fields.ts';
import type { PolicyField, PolicyValue } from './policy-field.ts';
import { valueAt } from './policy-path.ts';
import type { PolicyProblem } from './problem.ts';
import { policySchema } from './schema.ts';

export type ValidatedPolicy =
  | { readonly ok: true; readonly policy: Policy }
  /** At most one problem a field, in the order of the fields. */
  | { readonly ok: false; readonly problems: readonly PolicyProblem[] };

/**
 * Whether the engine may use a policy: every value there and inside its range, and the values consistent with one
 * another (weights sum to 1 to 1e-9, cuts ascend, floors never fall from stage to stage, ...). The methodology's
 * ranges and reasons are in {@link POLICY_FIELDS}.
 */
export function validatePolicy(candidate: unknown): ValidatedPolicy {
  const read = policySchema.safeParse(candidate);
  if (!read.success) {
    return failed(
      read.error.issues.flatMap((issue) =>
        shapeProblem(issue.path.map(String).join('.'), issue.code, issue.message),
      ),
    );
  }
  const policy = read.data;
  const inRange = POLICY_FIELDS.flatMap((field) => rangeProblem(field, valueAt(policy, field.path)));
  const version: readonly PolicyProblem[] =
    policy.version >= 1
      ? []
      : [{ path: 'version', message: 'The version must be a whole number from 1 on.' }];
  const problems = [...version, ...inRange, ...consistencyProblems(policy)];
  return problems.length === 0 ? { ok: true, policy } : failed(problems);
}

/** Reads a policy from stored JSON. Text that is no JSON is a problem like any other. */
export function parsePolicy(text: string): ValidatedPolicy {
  let candidate: unknown;
  try {
    candidate = JSON.parse(text);
  } catch {
    return failed([{ path: '', message: 'The stored policy is not valid JSON.' }]);
  }
  return validatePolicy(candidate);
}

function shapeProblem(path: string, code: string, message: string): PolicyProblem {
  const field = findField(path);
  if (field !== undefined) return { path, message: requirement(field) };
  if (code === 'unrecognized_keys') {
    return { path, message: `The policy holds something this version does not know: ${message}.` };
  }
  return { path, message: `The policy is incomplete at ${path === '' ? 'its root' : path}: ${message}.` };
}

function rangeProblem(field: PolicyField, value: PolicyValue): readonly PolicyProblem[] {
  return isAllowed(field, value) ? [] : [{ path: field.path, message: requirement(field) }];
}

function isAllowed(field: PolicyField, value: PolicyValue): boolean {
  if (field.type === 'number') {
    if (typeof value !== 'number') return false;
    return value >= field.min && value <= field.max && (!field.isWhole || Number.isInteger(value));
  }
  if (typeof value !== 'string') return false;
  if (field.type === 'choice') return field.options.some((option) => option.value === value);
  return value.trim() !== '' && value.length <= field.maxLength && !hasControlCharacters(value);
}

/** Line breaks and tabs are text; the rest would not survive a spreadsheet or a printed page. */
function hasControlCharacters(value: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
  return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(value);
}

function failed(problems: readonly PolicyProblem[]): ValidatedPolicy {
  const seen = new Set<string>();
  const first = problems.filter(({ path }) => !seen.has(path) && seen.add(path));
  return { ok: false, problems: first };
}
