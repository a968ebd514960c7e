import type { Policy } from '../domain/policy.ts';
import { POLICY_FIELDS } from './fields.ts';
import type { PolicyValue } from './policy-field.ts';
import { valueAt } from './policy-path.ts';

/** One field that is not the same in two policies. */
export interface PolicyChange {
  readonly path: string;
  readonly name: string;
  readonly from: PolicyValue;
  readonly to: PolicyValue;
}

/** Every field that differs, in the order of the fields. Versions are not compared: they are no content. */
export function policyChanges(from: Policy, to: Policy): readonly PolicyChange[] {
  return POLICY_FIELDS.flatMap(({ path, name }) => {
    const change = { path, name, from: valueAt(from, path), to: valueAt(to, path) };
    return change.from === change.to ? [] : [change];
  });
}
