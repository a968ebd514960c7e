import { DEFAULT_POLICY } from '../../domain/policy.ts';
import type { ChoiceField, NumberField, PolicyFamily, PolicyGroup, TextField } from '../policy-field.ts';
import { valueAt } from '../policy-path.ts';

/** What all fields of one table, or of one family in it, share. */
export interface Shared {
  readonly group: PolicyGroup;
  readonly source: string;
}

interface Words {
  readonly path: string;
  readonly label: string;
  readonly reason: string;
}

interface Range {
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** Members of a family: the family's name and reason stand for all of them. */
export function familyOf(name: string, reason: string, isOneSetting = false): PolicyFamily {
  return { name, reason, isOneSetting };
}

/** A number as it is stored, whole when its step is. */
export function number(shared: Shared, words: Words, range: Range): NumberField {
  return {
    ...base(shared, words, null),
    type: 'number',
    default: defaultNumber(words.path),
    isPercent: false,
    isWhole: Number.isInteger(range.step) && Number.isInteger(range.min) && Number.isInteger(range.max),
    ...range,
  };
}

/** A fraction people read as percent; `range` holds fractions. */
export function percent(shared: Shared, words: Words, range: Range): NumberField {
  return { ...number(shared, words, range), isPercent: true, isWhole: false };
}

/** A field of a family, made from one that stands by itself. */
export function member(family: PolicyFamily, field: NumberField): NumberField {
  return { ...field, family, name: `${family.name}: ${field.label}` };
}

/** A choice among named values. */
export function choice(shared: Shared, words: Words, options: ChoiceField['options']): ChoiceField {
  return { ...base(shared, words, null), type: 'choice', default: defaultText(words.path), options };
}

/** A text of a family. */
export function text(
  shared: Shared,
  family: PolicyFamily,
  path: string,
  label: string,
  maxLength: number,
): TextField {
  const words = { path, label, reason: family.reason };
  return { ...base(shared, words, family), type: 'text', default: defaultText(path), maxLength };
}

function base({ group, source }: Shared, { path, label, reason }: Words, family: PolicyFamily | null) {
  const name = family === null ? label : `${family.name}: ${label}`;
  return { path, name, label, family, group, reason, source };
}

function defaultNumber(path: string): number {
  const value = valueAt(DEFAULT_POLICY, path);
  if (typeof value !== 'number') throw new TypeError(`${path} is no number`);
  return value;
}

function defaultText(path: string): string {
  const value = valueAt(DEFAULT_POLICY, path);
  if (typeof value !== 'string') throw new TypeError(`${path} is no text`);
  return value;
}
