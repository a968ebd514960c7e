import type { Input } from '#shared/api/contract.ts';
import { DRIVERS_PER_LINE, type ScopeLine, type ScopeLineKind } from '#shared/domain/forward-model.ts';
import { readNumber } from './read-number.ts';

export type NewScopeLine = Input<'addScopeLine'>['line'];

/** A line of a scope as its form holds it: as many driver fields as a line may have, '' = none. */
export interface ScopeLineDraft {
  readonly name: string;
  readonly kind: ScopeLineKind;
  readonly constant: string;
  readonly driverIds: readonly string[];
  readonly role: string;
}

export function emptyScopeLine(): ScopeLineDraft {
  return { name: '', kind: 'benefit', constant: '1', driverIds: [''], role: '' };
}

export function scopeLineDraftOf(line: ScopeLine): ScopeLineDraft {
  return {
    name: line.name,
    kind: line.kind,
    constant: line.constant === 1 / 60 ? '1/60' : String(line.constant),
    driverIds: line.driverIds,
    role: line.role ?? '',
  };
}

export type ScopeLineProblems = { readonly [F in 'name' | 'constant' | 'driverIds']?: string };

const chosen = (draft: ScopeLineDraft) => draft.driverIds.filter((id) => id !== '');

/** What is wrong with a form, by field. */
export function scopeLineProblems(draft: ScopeLineDraft): ScopeLineProblems {
  const constant = readNumber(draft.constant);
  const count = chosen(draft).length;
  return {
    ...(draft.name.trim() === '' ? { name: 'A line needs a name.' } : {}),
    ...(!constant.ok
      ? { constant: constant.problem.text }
      : constant.value === null
        ? { constant: 'Write the constant; 1 when there is none.' }
        : {}),
    ...(count < DRIVERS_PER_LINE.fewest ? { driverIds: 'A line needs at least one driver.' } : {}),
  };
}

/** The line a form describes, or null while something is wrong with it. */
export function scopeLineFromDraft(draft: ScopeLineDraft): NewScopeLine | null {
  const constant = readNumber(draft.constant);
  if (Object.keys(scopeLineProblems(draft)).length > 0 || !constant.ok || constant.value === null)
    return null;
  const role = draft.role.trim();
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    constant: constant.value,
    driverIds: chosen(draft),
    role: role === '' ? null : role,
  };
}
