import type { Input } from '#shared/api/contract.ts';
import { formatMonth, parseMonth } from '#shared/domain/calendar.ts';
import type { ValueLine } from '#shared/domain/initiative.ts';
import type { CostCategory, MeasurementMethod, OutcomeKind } from '#shared/domain/value-lines.ts';
import { NO_TERMS, type TermsDraft, termsDraftOf, termsFromDraft, termsProblems } from './terms-draft.ts';

/** A line as its form holds it: months as text, fields of both kinds side by side. */
export interface LineDraft {
  readonly kind: ValueLine['kind'];
  readonly name: string;
  readonly category: CostCategory;
  readonly isOnce: boolean;
  readonly outcomeKind: OutcomeKind;
  readonly method: MeasurementMethod;
  readonly isCashReleasing: boolean;
  readonly terms: TermsDraft;
  readonly startsOn: string;
  readonly endsOn: string;
}

export type NewLine = Input<'addLine'>['line'];

/** The form of a line not yet there. An outcome starts as an estimate: the weakest claim, until someone measures. */
export function emptyLineDraft(kind: ValueLine['kind']): LineDraft {
  return {
    kind,
    name: '',
    category: 'inference',
    isOnce: false,
    outcomeKind: 'hours_saved',
    method: 'estimate',
    isCashReleasing: false,
    terms: NO_TERMS,
    startsOn: '',
    endsOn: '',
  };
}

/** The form of a line that is there. */
export function lineDraftOf(line: ValueLine): LineDraft {
  const common = {
    ...emptyLineDraft(line.kind),
    name: line.name,
    startsOn: line.startsOn === null ? '' : formatMonth(line.startsOn),
    endsOn: line.endsOn === null ? '' : formatMonth(line.endsOn),
  };
  if (line.kind === 'cost') {
    return { ...common, category: line.category, isOnce: line.isOnce ?? false };
  }
  const { outcomeKind, method, isCashReleasing } = line;
  return { ...common, outcomeKind, method, isCashReleasing, terms: termsDraftOf(line.terms) };
}

/** What is wrong with a form, by field; the terms of an outcome have problems of their own. */
export type DraftProblems = { readonly [Field in 'name' | 'startsOn' | 'endsOn']?: string };

/** Checks a form the way the file will. */
export function draftProblems(draft: LineDraft): DraftProblems {
  const starts = parseMonth(draft.startsOn);
  const ends = parseMonth(draft.endsOn);
  const isBad = (text: string, month: number | undefined) => text !== '' && month === undefined;
  return {
    ...(draft.name.trim() === '' ? { name: 'A line needs a name.' } : {}),
    ...(isBad(draft.startsOn, starts) ? { startsOn: 'Write a month as 2026-03.' } : {}),
    ...(isBad(draft.endsOn, ends)
      ? { endsOn: 'Write a month as 2026-03.' }
      : starts !== undefined && ends !== undefined && ends < starts
        ? { endsOn: 'The last month is before the first.' }
        : {}),
  };
}

/** The line a form describes, or null while something is wrong with it. */
export function lineFromDraft(draft: LineDraft): NewLine | null {
  if (Object.keys(draftProblems(draft)).length > 0) return null;
  if (draft.kind === 'outcome' && Object.keys(termsProblems(draft.terms)).length > 0) return null;
  const common = {
    name: draft.name.trim(),
    startsOn: parseMonth(draft.startsOn) ?? null,
    endsOn: parseMonth(draft.endsOn) ?? null,
  };
  if (draft.kind === 'cost') {
    return { kind: 'cost', ...common, category: draft.category, ...(draft.isOnce ? { isOnce: true } : {}) };
  }
  const { outcomeKind, method, isCashReleasing } = draft;
  const terms = termsFromDraft(draft.terms);
  return {
    kind: 'outcome',
    ...common,
    outcomeKind,
    method,
    isCashReleasing,
    ...(terms == null ? {} : { terms }),
  };
}
