import { assertNever } from '../domain/assert-never.ts';
import { formatNumber } from '../report/format.ts';
import { parseReading } from '../report/parse-amount.ts';
import type { NumberField, PolicyField, PolicyValue } from './policy-field.ts';

const SPACE = '\u00a0';

/** A value as it stands in its input: what a person would type. Percent fields show the percentage. */
export function valueText(field: PolicyField, value: PolicyValue): string {
  return field.type === 'number' && typeof value === 'number' ? String(typed(field, value)) : String(value);
}

/** A value in words, with its unit: `10 % a year`, `36 months`, `at its end`. */
export function shownValue(field: PolicyField, value: PolicyValue): string {
  switch (field.type) {
    case 'number':
      return typeof value === 'number' ? withUnit(field, value) : value;
    case 'choice':
      return field.options.find((option) => option.value === value)?.name ?? String(value);
    case 'text':
      return String(value);
    default:
      return assertNever(field);
  }
}

/** What the field allows, as a whole sentence about it: "Horizon must be a whole number from 12 to 120 months." */
export function requirement(field: PolicyField): string {
  switch (field.type) {
    case 'number': {
      if (field.unit === 'level') return `${field.name} must be a level from ${field.min} to ${field.max}.`;
      const [min, max] = [formatNumber(typed(field, field.min)), withUnit(field, field.max)];
      return `${field.name} must be a ${field.isWhole ? 'whole number' : 'number'} from ${min} to ${max}.`;
    }
    case 'choice':
      return `${field.name} must be one of: ${field.options.map((option) => option.name).join(', ')}.`;
    case 'text':
      return `${field.name} needs a text of at most ${field.maxLength} characters.`;
    default:
      return assertNever(field);
  }
}

export type ReadPolicyValue =
  | { readonly ok: true; readonly value: PolicyValue }
  | { readonly ok: false; readonly message: string };

/** Reads what was typed into a field. Blank is refused: a policy has no unmeasured values. Ranges are checked later. */
export function readValue(field: PolicyField, text: string): ReadPolicyValue {
  switch (field.type) {
    case 'number': {
      const read = parseReading(text.trim().replace(/\s*%$/, ''));
      if (!read.ok) return { ok: false, message: read.problem.text };
      if (read.value === null) return { ok: false, message: requirement(field) };
      return { ok: true, value: field.isPercent ? shift(read.value, 1 / 100) : read.value };
    }
    case 'choice':
      return { ok: true, value: text };
    case 'text': {
      const value = text.trim();
      return value === '' ? { ok: false, message: requirement(field) } : { ok: true, value };
    }
    default:
      return assertNever(field);
  }
}

function withUnit(field: NumberField, value: number): string {
  if (field.unit === 'level') return `level${SPACE}${formatNumber(value)}`;
  const shown = typed(field, value);
  const unit = shown === 1 ? field.unit.replace(/^(month|day|review|draw|point)s$/, '$1') : field.unit;
  return `${formatNumber(shown)}${SPACE}${unit}`;
}

function typed(field: NumberField, value: number): number {
  return field.isPercent ? shift(value, 100) : value;
}

/** Times or by a hundred without the binary dust: 0.07 x 100 is 7, not 7.000000000000001. */
function shift(value: number, factor: number): number {
  return Number((value * factor).toPrecision(12));
}
