import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { offMapReason } from '#shared/portfolio/off-map.ts';
import {
  type GapFilter,
  type MoneyRange,
  type OwnerFilter,
  type RegisterQuery,
  verdictFilterOf,
} from './register-query.ts';

/** Text to compare without regard to case and accents. */
export function foldText(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** What the search looks through: name, unit, both owners and the purpose. */
export function searchText(row: RegisterRow): string {
  return foldText(`${row.name}\n${row.unit}\n${row.businessOwner}\n${row.technicalOwner}\n${row.purpose}`);
}

/** Folded texts by row, made when first asked for: nobody pays for a search that is never made. */
export type SearchIndex = (row: RegisterRow) => string;

export function createSearchIndex(): SearchIndex {
  const texts = new WeakMap<RegisterRow, string>();
  return (row) => {
    let text = texts.get(row);
    if (text === undefined) {
      text = searchText(row);
      texts.set(row, text);
    }
    return text;
  };
}

/** The words of a search; every one of them must be found, in any order and any field. */
export function searchWords(text: string): readonly string[] {
  return foldText(text)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** True when the asked owner is not named. */
export function isOwnerMissing(row: RegisterRow, owner: OwnerFilter): boolean {
  const noBusiness = row.businessOwner.trim() === '';
  const noTechnical = row.technicalOwner.trim() === '';
  if (owner === 'business') return noBusiness;
  if (owner === 'technical') return noTechnical;
  return noBusiness || noTechnical;
}

/** True when the gap has a level under the bound, or, for `unassessed`, has none. */
export function isGapBelow(row: RegisterRow, filter: GapFilter): boolean {
  const level = row.levels[filter.gap];
  if (filter.below === 'unassessed') return level === null || level === undefined;
  return level !== null && level !== undefined && level < filter.below;
}

/** True when an amount is measured and lies within the bounds, themselves included. */
export function isWithin(amount: number | null, range: MoneyRange): boolean {
  return amount !== null && amount >= (range.min ?? -Infinity) && amount <= (range.max ?? Infinity);
}

/** Why a row is not on the verdict map, as the home screen has it. */
function offMapReasonOf(row: RegisterRow): ReturnType<typeof offMapReason> {
  return offMapReason({
    isComputing: row.isComputing || row.isValueComputing,
    hasVerdict: row.verdict !== null,
    hasReadiness: row.readiness !== null,
    hasValue: row.value !== null,
  });
}

/** Rows the query lets through, in their order. The same array when nothing is filtered, so that nothing re-renders. */
export function filterRegister(
  rows: readonly RegisterRow[],
  query: RegisterQuery,
  index: SearchIndex = searchText,
): readonly RegisterRow[] {
  const tests: ((row: RegisterRow) => boolean)[] = [];
  if (query.ids !== null) {
    const ids = new Set(query.ids);
    tests.push((row) => ids.has(row.id));
  }
  if (query.stages.length > 0) {
    const stages = new Set(query.stages);
    tests.push((row) => stages.has(row.stage));
  }
  if (query.verdicts.length > 0) {
    const verdicts = new Set(query.verdicts);
    tests.push((row) => verdicts.has(verdictFilterOf(row)));
  }
  if (query.rules.length > 0) {
    const rules = new Set(query.rules);
    tests.push((row) => row.rule !== null && rules.has(row.rule));
  }
  if (query.units.length > 0) {
    const units = new Set(query.units);
    tests.push((row) => units.has(row.unit));
  }
  const { owner } = query;
  if (owner !== null) tests.push((row) => isOwnerMissing(row, owner));
  if (query.owners.length > 0) {
    const names = new Set(query.owners);
    tests.push((row) => names.has(row.businessOwner.trim()) || names.has(row.technicalOwner.trim()));
  }
  const { cost, value } = query;
  if (cost !== null) tests.push((row) => isWithin(row.cost3, cost));
  if (value !== null) tests.push((row) => isWithin(row.value, value));
  if (query.attention.length > 0) {
    const kinds = new Set(query.attention);
    tests.push((row) => row.attention.some((kind) => kinds.has(kind)));
  }
  if (query.offMap.length > 0) {
    const reasons: ReadonlySet<unknown> = new Set(query.offMap);
    tests.push((row) => reasons.has(offMapReasonOf(row)));
  }
  for (const gap of query.gaps) tests.push((row) => isGapBelow(row, gap));
  const words = searchWords(query.text);
  if (words.length > 0) {
    tests.push((row) => {
      const text = index(row);
      return words.every((word) => text.includes(word));
    });
  }
  return tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
}
