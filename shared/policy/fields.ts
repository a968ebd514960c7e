import { BENEFIT_FIELDS } from './fields/benefit-fields.ts';
import { CHANCE_FIELDS } from './fields/chance-fields.ts';
import { CLOCK_FIELDS } from './fields/clock-fields.ts';
import { EVIDENCE_FIELDS } from './fields/evidence-fields.ts';
import { MONEY_FIELDS } from './fields/money-fields.ts';
import { READINESS_FIELDS } from './fields/readiness-fields.ts';
import { RULE_FIELDS } from './fields/rule-fields.ts';
import { STAGE_FIELDS } from './fields/stage-fields.ts';
import { ANCHOR_FIELDS, CHECKLIST_FIELDS } from './fields/text-fields.ts';
import type { PolicyField } from './policy-field.ts';

/**
 * Everything in the policy that can be edited, each with name, unit, allowed range, default and the reason for it, in
 * the order the screen shows them. Every value of a policy but its version is here exactly once.
 */
export const POLICY_FIELDS: readonly PolicyField[] = [
  ...MONEY_FIELDS,
  ...CHANCE_FIELDS,
  ...RULE_FIELDS,
  ...CLOCK_FIELDS,
  ...READINESS_FIELDS,
  ...EVIDENCE_FIELDS,
  ...BENEFIT_FIELDS,
  ...STAGE_FIELDS,
  ...ANCHOR_FIELDS,
  ...CHECKLIST_FIELDS,
];

const BY_PATH: ReadonlyMap<string, PolicyField> = new Map(POLICY_FIELDS.map((field) => [field.path, field]));

/** The field at a path; undefined when there is none. */
export function findField(path: string): PolicyField | undefined {
  return BY_PATH.get(path);
}
