import type { Input } from '#shared/api/contract.ts';
import { formatMonth, isIsoDate, parseMonth } from '#shared/domain/calendar.ts';
import type { AssetKind, SharedAsset } from '#shared/domain/forward-model.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { formatShare } from '#shared/report/format.ts';
import { formatDay, formatMonthName } from '../../../components/dates.ts';
import { readNumber } from './read-number.ts';

export type NewAsset = Input<'addAsset'>['asset'];

/** A shared asset as its form holds it; the chance of being late in per cent. */
export interface AssetDraft {
  readonly name: string;
  readonly kind: AssetKind;
  readonly liveOn: string;
  readonly plannedLiveMonth: string;
  readonly latePercent: string;
  readonly monthsLate: string;
}

export const NEW_ASSET: AssetDraft = {
  name: '',
  kind: 'connector',
  liveOn: '',
  plannedLiveMonth: '',
  latePercent: '',
  monthsLate: '',
};

const HUNDRED = 100;

export function assetDraftOf(asset: SharedAsset): AssetDraft {
  const { lateProbability, monthsLate, plannedLiveMonth } = asset;
  return {
    name: asset.name,
    kind: asset.kind,
    liveOn: asset.liveOn ?? '',
    plannedLiveMonth: plannedLiveMonth === null ? '' : formatMonth(plannedLiveMonth),
    latePercent: lateProbability === null ? '' : String(Number((lateProbability * HUNDRED).toPrecision(12))),
    monthsLate: monthsLate === null ? '' : String(monthsLate),
  };
}

export type AssetProblems = { readonly [F in Exclude<keyof AssetDraft, 'kind'>]?: string };

/** What is wrong with a form, by field. */
export function assetProblems(draft: AssetDraft, asOf: IsoDate): AssetProblems {
  const late = readNumber(draft.latePercent.replace(/\s*%$/, ''));
  return {
    ...(draft.name.trim() === '' ? { name: 'An asset needs a name.' } : {}),
    ...(draft.liveOn === ''
      ? {}
      : !isIsoDate(draft.liveOn)
        ? { liveOn: 'There is no such day. Write it as 2026-03-31.' }
        : draft.liveOn > asOf
          ? { liveOn: 'This is after the as-of date; give the planned month instead.' }
          : {}),
    ...(draft.plannedLiveMonth !== '' && parseMonth(draft.plannedLiveMonth) === undefined
      ? { plannedLiveMonth: 'Write a month as 2026-11.' }
      : {}),
    ...(!late.ok
      ? { latePercent: late.problem.text }
      : late.value !== null && (late.value < 0 || late.value > HUNDRED)
        ? { latePercent: 'Write a percentage from 0 to 100.' }
        : {}),
    ...(draft.monthsLate.trim() === '' || /^\d{1,2}$/.test(draft.monthsLate.trim())
      ? {}
      : { monthsLate: 'Write whole months, 0 to 99.' }),
  };
}

/** The asset a form describes, or null while something is wrong with it. */
export function assetFromDraft(draft: AssetDraft, asOf: IsoDate): NewAsset | null {
  const late = readNumber(draft.latePercent.replace(/\s*%$/, ''));
  if (Object.keys(assetProblems(draft, asOf)).length > 0 || !late.ok) return null;
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    liveOn: draft.liveOn === '' ? null : (draft.liveOn as IsoDate),
    plannedLiveMonth: parseMonth(draft.plannedLiveMonth) ?? null,
    lateProbability: late.value === null ? null : Number((late.value / HUNDRED).toPrecision(12)),
    monthsLate: draft.monthsLate.trim() === '' ? null : Number(draft.monthsLate),
  };
}

/** "live since 3 Mar 2026", or "planned for Nov 2026; 25 % chance of 3 months late". */
export function liveText(asset: SharedAsset, asOf: IsoDate): string {
  const { liveOn, plannedLiveMonth, lateProbability, monthsLate } = asset;
  if (liveOn !== null && liveOn <= asOf) return `live since ${formatDay(liveOn)}`;
  const planned =
    plannedLiveMonth === null ? 'no planned month' : `planned for ${formatMonthName(plannedLiveMonth)}`;
  if (lateProbability === 0) return `${planned}, surely in time`;
  const late =
    lateProbability === null || monthsLate === null
      ? 'chance of being late not entered'
      : `${formatShare(lateProbability)} chance of ${monthsLate} ${monthsLate === 1 ? 'month' : 'months'} late`;
  return `${planned}; ${late}`;
}
