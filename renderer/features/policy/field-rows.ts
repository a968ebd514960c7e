import { POLICY_FIELDS } from '#shared/policy/fields.ts';
import type { PolicyFamily, PolicyField, PolicyGroup } from '#shared/policy/policy-field.ts';

/** Fields that stand together in a table: those of a family, or one alone. */
export interface FieldBlock {
  /** Where a problem of the family as a whole is reported: `gapWeights`. */
  readonly path: string;
  readonly family: PolicyFamily | null;
  readonly fields: readonly PolicyField[];
}

/** The fields of a group in their order, members of a family in one block. */
export function blocksOf(group: PolicyGroup): readonly FieldBlock[] {
  const blocks: { path: string; family: PolicyFamily | null; fields: PolicyField[] }[] = [];
  for (const field of POLICY_FIELDS) {
    if (field.group !== group) continue;
    const last = blocks.at(-1);
    if (field.family !== null && last?.family === field.family) last.fields.push(field);
    else blocks.push({ path: familyPath(field), family: field.family, fields: [field] });
  }
  return blocks;
}

/** The id of a field's control in the page. */
export function fieldId(path: string): string {
  return `policy-${path.replaceAll('.', '-')}`;
}

/** The control that a problem or a change leads to: the field itself, or the first of a family. */
export function focusTarget(path: string): string {
  const field = POLICY_FIELDS.find((one) => one.path === path || one.path.startsWith(`${path}.`));
  return fieldId(field?.path ?? path);
}

function familyPath({ path, family }: PolicyField): string {
  return family === null ? path : path.slice(0, path.lastIndexOf('.'));
}
