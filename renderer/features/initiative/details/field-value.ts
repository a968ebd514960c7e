import { assertNever } from '#shared/domain/assert-never.ts';
import { isIsoDate } from '#shared/domain/calendar.ts';
import { parseReading } from '#shared/report/parse-amount.ts';
import type { FieldKind } from './initiative-fields.ts';

export type FieldValue = string | number | null;

/** A stored fact as its field shows it. */
export function fieldText(kind: FieldKind, value: FieldValue): string {
  if (value === null) return '';
  if (kind.type !== 'percent' || typeof value !== 'number') return String(value);
  // 0.07 x 100 is 7.000000000000001 in binary; the field shows what was typed.
  return String(Number((value * 100).toPrecision(12)));
}

export type ReadField =
  | { readonly ok: true; readonly value: FieldValue }
  | { readonly ok: false; readonly text: string };

/** Reads what was entered into a field. Blank is "not known" (null, or blank text), never zero. */
export function readField(kind: FieldKind, label: string, text: string): ReadField {
  const trimmed = text.trim();
  switch (kind.type) {
    case 'text':
      if (trimmed === '' && kind.isRequired === true) return { ok: false, text: `${label} cannot be blank.` };
      return { ok: true, value: trimmed };
    case 'long':
      return { ok: true, value: trimmed };
    case 'choice':
      return { ok: true, value: trimmed === '' ? null : trimmed };
    case 'date':
      if (trimmed === '') return { ok: true, value: null };
      return isIsoDate(trimmed)
        ? { ok: true, value: trimmed }
        : { ok: false, text: 'There is no such day. Write it as 2026-03-31.' };
    case 'number':
    case 'percent': {
      const read = parseReading(trimmed.replace(/\s*%$/, ''));
      if (!read.ok) return { ok: false, text: read.problem.text };
      if (kind.type === 'number' || read.value === null) return { ok: true, value: read.value };
      if (read.value < 0 || read.value > 100) {
        return { ok: false, text: 'Write a percentage from 0 to 100.' };
      }
      return { ok: true, value: Number((read.value / 100).toPrecision(12)) };
    }
    case 'whole': {
      if (trimmed === '' && !kind.isRequired) return { ok: true, value: null };
      const value = /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : Number.NaN;
      if (Number.isInteger(value) && value >= kind.min && value <= kind.max) return { ok: true, value };
      return { ok: false, text: `Write a whole number from ${kind.min} to ${kind.max}.` };
    }
    default:
      return assertNever(kind);
  }
}
