import type { StopTerms } from '#shared/domain/forward-model.ts';
import type { MinorUnits } from '#shared/domain/units.ts';
import { amountText, parseAmount } from '#shared/report/parse-amount.ts';

const AMOUNTS = ['salvage', 'exitCost', 'upkeepPerMonth'] as const;
type AmountField = (typeof AMOUNTS)[number];

/** The stop terms as their form holds them. All four are asked: a term that is nothing is written as 0. */
export type StopDraft = Readonly<Record<AmountField | 'upkeepMonths', string>>;
export type StopProblems = { readonly [F in keyof StopDraft]?: string };

export const NO_STOP_TERMS: StopDraft = { salvage: '', exitCost: '', upkeepPerMonth: '', upkeepMonths: '' };

export function stopDraftOf(terms: StopTerms, currency: string): StopDraft {
  const text = (amount: MinorUnits) => amountText(amount, currency).replace(/\.0+$/, '');
  return {
    salvage: text(terms.salvage),
    exitCost: text(terms.exitCost),
    upkeepPerMonth: text(terms.upkeepPerMonth),
    upkeepMonths: String(terms.upkeepMonths),
  };
}

/** What is wrong with a form, by field. */
export function stopProblems(draft: StopDraft, currency: string): StopProblems {
  const problems: Partial<Record<keyof StopDraft, string>> = {};
  for (const field of AMOUNTS) {
    const read = parseAmount(draft[field], currency);
    if (!read.ok) problems[field] = read.problem.text;
    else if (read.value === null) problems[field] = 'Write an amount; 0 when there is none.';
    else if (read.value < 0)
      problems[field] = 'Write it without a minus; the model knows which way it counts.';
  }
  const months = draft.upkeepMonths.trim();
  if (!/^\d{1,3}$/.test(months) || Number(months) > 600) {
    problems.upkeepMonths = 'Write whole months, 0 to 600.';
  }
  return problems;
}

/** The terms a form describes, or null while something is wrong with it. */
export function stopFromDraft(draft: StopDraft, currency: string): StopTerms | null {
  if (Object.keys(stopProblems(draft, currency)).length > 0) return null;
  const [salvage, exitCost, upkeepPerMonth] = AMOUNTS.map((field) => {
    const read = parseAmount(draft[field], currency);
    return read.ok ? read.value : null;
  });
  if (salvage == null || exitCost == null || upkeepPerMonth == null) return null;
  return { salvage, exitCost, upkeepPerMonth, upkeepMonths: Number(draft.upkeepMonths) };
}

/** X = salvage - exit cost - upkeep a month x months, in minor units: what stopping today brings. */
export function stopValue(terms: StopTerms): number {
  return terms.salvage - terms.exitCost - terms.upkeepPerMonth * terms.upkeepMonths;
}
