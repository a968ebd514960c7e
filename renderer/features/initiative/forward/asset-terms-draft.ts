import type { Input } from '#shared/api/contract.ts';
import { isIsoDate } from '#shared/domain/calendar.ts';
import type { IsoDate, MinorUnits } from '#shared/domain/units.ts';
import { amountText, parseAmount } from '#shared/report/parse-amount.ts';
import { readNumber } from './read-number.ts';

export type AssetTerms = Input<'setAssetTerms'>['terms'];
export type AssetReuse = NonNullable<Input<'setAssetReuse'>['reuse']>;

/** Costs and savings of a shared asset as their form holds them; shares in per cent, '' = not known. */
export interface AssetTermsDraft {
  readonly isBuiltHere: boolean;
  readonly owner: string;
  readonly costAlone: string;
  readonly reusePercent: string;
  readonly writePercent: string;
  readonly upkeep: string;
  readonly usedSince: string;
  readonly ownReusePercent: string;
}

export const NO_ASSET_TERMS: AssetTerms = {
  builtBy: null,
  owner: '',
  costAlone: null,
  reuseCostShare: null,
  writeForReuse: null,
  upkeepPerMonth: null,
};

const HUNDRED = 100;
const MOST_PERCENT = 1000;

const percentText = (share: number | null): string =>
  share === null ? '' : String(Number((share * HUNDRED).toPrecision(12)));
const moneyText = (amount: number | null, currency: string): string =>
  amount === null ? '' : amountText(amount as MinorUnits, currency).replace(/\.0+$/, '');

export function assetTermsDraftOf(
  terms: AssetTerms,
  reuse: AssetReuse | null,
  place: { readonly initiativeId: string; readonly currency: string },
): AssetTermsDraft {
  return {
    isBuiltHere: terms.builtBy === place.initiativeId,
    owner: terms.owner,
    costAlone: moneyText(terms.costAlone, place.currency),
    reusePercent: percentText(terms.reuseCostShare),
    writePercent: percentText(terms.writeForReuse),
    upkeep: moneyText(terms.upkeepPerMonth, place.currency),
    usedSince: reuse?.usedSince ?? '',
    ownReusePercent: percentText(reuse?.reuseCostShare ?? null),
  };
}

export type AssetTermsProblems = { readonly [F in keyof AssetTermsDraft]?: string };

const PERCENTS = ['reusePercent', 'writePercent', 'ownReusePercent'] as const;
const AMOUNTS = ['costAlone', 'upkeep'] as const;

function readPercent(text: string): { readonly value: number | null } | { readonly problem: string } {
  const read = readNumber(text.replace(/\s*%$/, ''));
  if (!read.ok) return { problem: read.problem.text };
  if (read.value === null) return { value: null };
  if (read.value < 0 || read.value > MOST_PERCENT)
    return { problem: `Write a percentage from 0 to ${MOST_PERCENT}.` };
  return { value: Number((read.value / HUNDRED).toPrecision(12)) };
}

/** What is wrong with a form, by field. */
export function assetTermsProblems(draft: AssetTermsDraft, currency: string): AssetTermsProblems {
  const problems: Partial<Record<keyof AssetTermsDraft, string>> = {};
  for (const field of AMOUNTS) {
    const read = parseAmount(draft[field], currency);
    if (!read.ok) problems[field] = read.problem.text;
    else if (read.value !== null && read.value < 0) problems[field] = 'Write it without a minus.';
  }
  for (const field of PERCENTS) {
    const read = readPercent(draft[field]);
    if ('problem' in read) problems[field] = read.problem;
  }
  if (draft.usedSince !== '' && !isIsoDate(draft.usedSince))
    problems.usedSince = 'There is no such day. Write it as 2026-03-31.';
  else if (draft.usedSince === '' && draft.ownReusePercent.trim() !== '')
    problems.usedSince = 'Say since when it is reused here.';
  return problems;
}

/** Terms and reuse a form describes, or null while something is wrong with it. */
export function assetTermsFromDraft(
  draft: AssetTermsDraft,
  before: AssetTerms,
  place: { readonly initiativeId: string; readonly currency: string },
): { readonly terms: AssetTerms; readonly reuse: AssetReuse | null } | null {
  if (Object.keys(assetTermsProblems(draft, place.currency)).length > 0) return null;
  const amount = (text: string) => {
    const read = parseAmount(text, place.currency);
    return read.ok ? read.value : null;
  };
  const percent = (text: string) => {
    const read = readPercent(text);
    return 'value' in read ? read.value : null;
  };
  // Built by another initiative: that stays, only a tick here changes it.
  const builtElsewhere = before.builtBy === place.initiativeId ? null : before.builtBy;
  return {
    terms: {
      builtBy: draft.isBuiltHere ? place.initiativeId : builtElsewhere,
      owner: draft.owner.trim(),
      costAlone: amount(draft.costAlone),
      reuseCostShare: percent(draft.reusePercent),
      writeForReuse: percent(draft.writePercent),
      upkeepPerMonth: amount(draft.upkeep),
    },
    reuse:
      draft.usedSince === ''
        ? null
        : { usedSince: draft.usedSince as IsoDate, reuseCostShare: percent(draft.ownReusePercent) },
  };
}
