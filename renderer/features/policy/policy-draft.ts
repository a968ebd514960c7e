import { DEFAULT_POLICY, type Policy } from '#shared/domain/policy.ts';
import { type PolicyChange, policyChanges } from '#shared/policy/diff.ts';
import { readValue, valueText } from '#shared/policy/field-text.ts';
import { findField } from '#shared/policy/fields.ts';
import { valueAt, withValue } from '#shared/policy/policy-path.ts';
import { validatePolicy } from '#shared/policy/validate.ts';

/** What was typed, by path; a field that is not here shows the policy in force. */
export type PolicyEdits = ReadonlyMap<string, string>;

export const NO_EDITS: PolicyEdits = new Map();

export interface PolicyDraft {
  /** The policy in force with every edit that can be read. */
  readonly policy: Policy;
  readonly changes: readonly PolicyChange[];
  /** What is wrong, by the path of a field or of a family. */
  readonly problems: ReadonlyMap<string, string>;
}

/** The policy a person is about to save, and what stands against it. */
export function readDraft(inForce: Policy, edits: PolicyEdits): PolicyDraft {
  const problems = new Map<string, string>();
  let policy = inForce;
  for (const [path, text] of edits) {
    const field = findField(path);
    if (field === undefined) continue;
    const read = readValue(field, text);
    if (read.ok) policy = withValue(policy, path, read.value);
    else problems.set(path, read.message);
  }
  const validated = validatePolicy(policy);
  if (!validated.ok) {
    for (const { path, message } of validated.problems) {
      if (!problems.has(path)) problems.set(path, message);
    }
  }
  return { policy, changes: policyChanges(inForce, policy), problems };
}

/** The text a field shows. */
export function fieldText(inForce: Policy, edits: PolicyEdits, path: string): string {
  return edits.get(path) ?? storedText(inForce, path);
}

/** With another text in one field; the text of the policy in force is no edit. */
export function withText(inForce: Policy, edits: PolicyEdits, path: string, text: string): PolicyEdits {
  const next = new Map(edits);
  if (text === storedText(inForce, path)) next.delete(path);
  else next.set(path, text);
  return next;
}

/** The edits that turn the policy in force into another one: an earlier version, the defaults. */
export function editsTowards(inForce: Policy, target: Policy): PolicyEdits {
  return new Map(policyChanges(inForce, target).map(({ path }) => [path, storedText(target, path)]));
}

/** True when nothing would be left to restore: every field shows its default. */
export function isAllDefault(inForce: Policy, edits: PolicyEdits): boolean {
  const towards = editsTowards(inForce, DEFAULT_POLICY);
  return towards.size === edits.size && [...towards].every(([path, text]) => edits.get(path) === text);
}

/** The text a number field shows after a step up or down, held inside its range; null for what is no number. */
export function stepped(path: string, text: string, direction: 1 | -1): string | null {
  const field = findField(path);
  if (field?.type !== 'number') return null;
  const read = readValue(field, text);
  if (!read.ok || typeof read.value !== 'number') return null;
  const next = Math.min(field.max, Math.max(field.min, read.value + direction * field.step));
  return valueText(field, Number(next.toPrecision(12)));
}

function storedText(policy: Policy, path: string): string {
  const field = findField(path);
  return field === undefined ? '' : valueText(field, valueAt(policy, path));
}
