import type { Policy } from '../domain/policy.ts';
import type { PolicyValue } from './policy-field.ts';

/**
 * The value at a path such as `floors.pilot.data`.
 * @throws RangeError when the policy holds no number or text there
 */
export function valueAt(policy: Policy, path: string): PolicyValue {
  let node: unknown = policy;
  for (const key of path.split('.')) node = childOf(node, key, path);
  if (typeof node === 'number' || typeof node === 'string') return node;
  throw new RangeError(`the policy has no value at ${path}`);
}

/**
 * A copy with another value at one path; the policy itself stays as it is. Whether the value is allowed there is
 * for `validatePolicy` to say.
 * @throws RangeError when the policy has nothing at the path
 */
export function withValue(policy: Policy, path: string, value: PolicyValue): Policy {
  valueAt(policy, path);
  return replaced(policy, path.split('.'), value) as Policy;
}

function replaced(node: unknown, [key, ...rest]: readonly string[], value: PolicyValue): unknown {
  if (key === undefined) return value;
  if (Array.isArray(node)) {
    return node.map((item: unknown, index) => (String(index) === key ? replaced(item, rest, value) : item));
  }
  const record = node as Readonly<Record<string, unknown>>;
  return { ...record, [key]: replaced(record[key], rest, value) };
}

function childOf(node: unknown, key: string, path: string): unknown {
  if (node !== null && typeof node === 'object' && Object.hasOwn(node, key)) {
    return (node as Readonly<Record<string, unknown>>)[key];
  }
  throw new RangeError(`the policy has no value at ${path}`);
}
