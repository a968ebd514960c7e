import { isIsoDate } from '#shared/domain/calendar.ts';
import type { OutcomeTerms } from '#shared/domain/initiative.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { OutcomeKind } from '#shared/domain/value-lines.ts';
import { parseReading } from '#shared/report/parse-amount.ts';

/** How an outcome becomes money, as its form holds it; shares in per cent. */
export type TermsDraft = Readonly<Record<keyof OutcomeTerms, string>>;

export const NO_TERMS: TermsDraft = {
  unit: '',
  valuePerUnit: '',
  agreedBy: '',
  baselineValue: '',
  baselineOn: '',
  attribution: '',
  realisation: '',
};

const HUNDRED = 100;
const numberText = (value: number | null) => (value === null ? '' : String(value));
const percentText = (share: number | null) =>
  share === null ? '' : String(Number((share * HUNDRED).toPrecision(12)));

export function termsDraftOf(terms: OutcomeTerms | undefined): TermsDraft {
  if (terms === undefined) return NO_TERMS;
  return {
    unit: terms.unit,
    valuePerUnit: numberText(terms.valuePerUnit),
    agreedBy: terms.agreedBy,
    baselineValue: numberText(terms.baselineValue),
    baselineOn: terms.baselineOn ?? '',
    attribution: percentText(terms.attribution),
    realisation: percentText(terms.realisation),
  };
}

export type TermsProblems = { readonly [F in keyof OutcomeTerms]?: string };

type Read =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly text: string };

function readPlain(text: string): Read {
  const read = parseReading(text);
  return read.ok ? read : { ok: false, text: read.problem.text };
}

function readPercent(text: string): Read {
  const read = readPlain(text.trim().replace(/\s*%$/, ''));
  if (!read.ok || read.value === null) return read;
  if (read.value < 0 || read.value > HUNDRED) return { ok: false, text: 'Write a percentage from 0 to 100.' };
  return { ok: true, value: Number((read.value / HUNDRED).toPrecision(12)) };
}

/** What is wrong with the terms, by field. Every one of them may be blank. */
export function termsProblems(draft: TermsDraft): TermsProblems {
  const problems: Partial<Record<keyof OutcomeTerms, string>> = {};
  for (const field of ['valuePerUnit', 'baselineValue'] as const) {
    const read = readPlain(draft[field]);
    if (!read.ok) problems[field] = read.text;
  }
  for (const field of ['attribution', 'realisation'] as const) {
    const read = readPercent(draft[field]);
    if (!read.ok) problems[field] = read.text;
  }
  if (draft.baselineOn !== '' && !isIsoDate(draft.baselineOn)) {
    problems.baselineOn = 'There is no such day. Write it as 2026-03-31.';
  }
  return problems;
}

/** The terms a form describes: undefined when nothing is stated, null while something is wrong with it. */
export function termsFromDraft(draft: TermsDraft): OutcomeTerms | undefined | null {
  if (Object.values(draft).every((text) => text.trim() === '')) return undefined;
  const [valuePerUnit, baselineValue] = [readPlain(draft.valuePerUnit), readPlain(draft.baselineValue)];
  const [attribution, realisation] = [readPercent(draft.attribution), readPercent(draft.realisation)];
  if (!valuePerUnit.ok || !baselineValue.ok || !attribution.ok || !realisation.ok) return null;
  if (draft.baselineOn !== '' && !isIsoDate(draft.baselineOn)) return null;
  return {
    unit: draft.unit.trim(),
    valuePerUnit: valuePerUnit.value,
    agreedBy: draft.agreedBy.trim(),
    baselineValue: baselineValue.value,
    baselineOn: draft.baselineOn === '' ? null : (draft.baselineOn as IsoDate),
    attribution: attribution.value,
    realisation: realisation.value,
  };
}

/** Share of an outcome that counts as money where the line states none, 0 to 1. */
export function defaultRealisation(
  policy: Pick<Policy, 'realisation' | 'cashReleasingDeflection'>,
  kind: OutcomeKind,
  isCashReleasing: boolean,
): number {
  return kind === 'deflected_contacts' && isCashReleasing
    ? policy.cashReleasingDeflection
    : policy.realisation[kind];
}
