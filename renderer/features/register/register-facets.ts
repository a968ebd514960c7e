import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { GAP_NAMES } from '#shared/domain/gap.ts';
import { STAGE_NAMES, STAGES } from '#shared/domain/stage.ts';
import { RULE_IDS, RULE_NAMES, VERDICTS } from '#shared/domain/verdict.ts';
import { ATTENTION_NAMES } from '#shared/portfolio/attention-kinds.ts';
import { OFF_MAP_NAMES } from '#shared/portfolio/off-map.ts';
import { filterRegister } from './filter-register.ts';
import {
  type MoneyRange,
  type OwnerFilter,
  RANGES,
  type RangeName,
  type RegisterQuery,
  type VerdictFilter,
  verdictFilterOf,
} from './register-query.ts';

/** Filters a person ticks values of. */
export const FACETS = ['stages', 'verdicts', 'rules', 'units'] as const;
export type Facet = (typeof FACETS)[number];

export const FACET_NAMES: Readonly<Record<Facet, string>> = {
  stages: 'Stage',
  verdicts: 'Verdict',
  rules: 'Rule',
  units: 'Unit',
};

export const VERDICT_FILTER_NAMES: Readonly<Record<VerdictFilter, string>> = {
  kill: 'KILL',
  fix: 'FIX',
  hold: 'HOLD',
  continue: 'CONTINUE',
  scale: 'SCALE',
  computing: 'Computing',
  none: 'No verdict (retired)',
};

export const OWNER_FILTER_NAMES: Readonly<Record<OwnerFilter, string>> = {
  any: 'Either owner missing',
  business: 'No business owner',
  technical: 'No technical owner',
};

export interface Choice {
  readonly value: string;
  readonly name: string;
  readonly count: number;
  readonly isChosen: boolean;
}

const facetValue: Readonly<Record<Facet, (row: RegisterRow) => string | null>> = {
  stages: (row) => row.stage,
  verdicts: verdictFilterOf,
  rules: (row) => row.rule,
  units: (row) => row.unit,
};

const FIXED: Readonly<Record<Exclude<Facet, 'units'>, readonly string[]>> = {
  stages: STAGES,
  verdicts: [...VERDICTS, 'computing', 'none'],
  rules: RULE_IDS,
};

/** The name of one value of a filter, in the words of the product. */
export function facetValueName(facet: Facet, value: string): string {
  const names: Readonly<Record<string, string>> =
    facet === 'stages' ? STAGE_NAMES : facet === 'verdicts' ? VERDICT_FILTER_NAMES : {};
  if (Object.hasOwn(names, value)) return names[value] as string;
  if (facet === 'rules' && Object.hasOwn(RULE_NAMES, value)) {
    return `${value} ${RULE_NAMES[value as keyof typeof RULE_NAMES]}`;
  }
  return value === '' ? 'No unit' : value;
}

/**
 * The values of a filter with how many initiatives each would show under the other filters.
 * Closed lists keep their order and their zeroes; units come with the chosen first, then the most frequent.
 */
export function facetChoices(
  rows: readonly RegisterRow[],
  query: RegisterQuery,
  facet: Facet,
): readonly Choice[] {
  const counts = new Map<string, number>();
  for (const row of filterRegister(rows, { ...query, [facet]: [] })) {
    const value = facetValue[facet](row);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const chosen: ReadonlySet<string> = new Set(query[facet]);
  const choice = (value: string): Choice => ({
    value,
    name: facetValueName(facet, value),
    count: counts.get(value) ?? 0,
    isChosen: chosen.has(value),
  });
  if (facet !== 'units') {
    // Nothing computes most of the time: that choice shows only when it would find something.
    return FIXED[facet]
      .map(choice)
      .filter((one) => one.value !== 'computing' || one.count > 0 || one.isChosen);
  }
  const values = new Set([...counts.keys(), ...chosen]);
  return [...values].map(choice).sort(compareOpenChoices);
}

/** The named owners of either kind with how many initiatives each would show under the other filters, the chosen first. */
export function ownerChoices(rows: readonly RegisterRow[], query: RegisterQuery): readonly Choice[] {
  const counts = new Map<string, number>(query.owners.map((name) => [name, 0]));
  for (const row of filterRegister(rows, { ...query, owners: [] })) {
    for (const name of new Set([row.businessOwner.trim(), row.technicalOwner.trim()])) {
      if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([name, count]) => ({ value: name, name, count, isChosen: query.owners.includes(name) }))
    .sort(compareOpenChoices);
}

/** Of an open list: the chosen first, then the most frequent. */
function compareOpenChoices(a: Choice, b: Choice): number {
  return Number(b.isChosen) - Number(a.isChosen) || b.count - a.count || a.name.localeCompare(b.name, 'en');
}

/** The query with one value of a filter ticked or unticked. */
export function toggleFacet(query: RegisterQuery, facet: Facet, value: string): RegisterQuery {
  const values: readonly string[] = query[facet];
  const next = values.includes(value) ? values.filter((v) => v !== value) : [...values, value];
  return { ...query, [facet]: next };
}

/** A filter in force, in words, and the query without it. */
export interface Chip {
  readonly key: string;
  readonly label: string;
  readonly without: RegisterQuery;
}

const RANGE_NAMES: Readonly<Record<RangeName, string>> = { cost: 'Cost 3 m', value: 'E' };

/** A range in words: "Cost 3 m at least 5 k EUR". */
export function rangeWords(
  name: RangeName,
  { min, max }: MoneyRange,
  money: (minor: number) => string,
): string {
  if (min !== null && max !== null) return `${RANGE_NAMES[name]} ${money(min)} to ${money(max)}`;
  return min !== null
    ? `${RANGE_NAMES[name]} at least ${money(min)}`
    : `${RANGE_NAMES[name]} at most ${money(max ?? 0)}`;
}

/**
 * Every filter in force as one removable chip each. The search text is not among them: its field shows it.
 * @param money writes an amount of minor units.
 */
export function activeChips(query: RegisterQuery, money: (minor: number) => string): readonly Chip[] {
  const chips: Chip[] = [];
  for (const kind of query.attention) {
    chips.push({
      key: `attention:${kind}`,
      label: `Needs attention: ${ATTENTION_NAMES[kind]}`,
      without: { ...query, attention: query.attention.filter((one) => one !== kind) },
    });
  }
  for (const reason of query.offMap) {
    chips.push({
      key: `offmap:${reason}`,
      label: `Not on the map: ${OFF_MAP_NAMES[reason]}`,
      without: { ...query, offMap: query.offMap.filter((one) => one !== reason) },
    });
  }
  if (query.ids !== null) {
    const count = query.ids.length;
    const label = `A list of ${count} ${count === 1 ? 'initiative' : 'initiatives'}`;
    chips.push({ key: 'ids', label, without: { ...query, ids: null } });
  }
  for (const facet of FACETS) {
    for (const value of query[facet]) {
      chips.push({
        key: `${facet}:${value}`,
        label: `${FACET_NAMES[facet]}: ${facetValueName(facet, value)}`,
        without: toggleFacet(query, facet, value),
      });
    }
  }
  if (query.owner !== null) {
    chips.push({ key: 'owner', label: OWNER_FILTER_NAMES[query.owner], without: { ...query, owner: null } });
  }
  for (const name of query.owners) {
    chips.push({
      key: `owned:${name}`,
      label: `Owner: ${name}`,
      without: { ...query, owners: query.owners.filter((one) => one !== name) },
    });
  }
  for (const name of RANGES) {
    const range = query[name];
    if (range === null) continue;
    chips.push({ key: name, label: rangeWords(name, range, money), without: { ...query, [name]: null } });
  }
  for (const filter of query.gaps) {
    const bound = filter.below === 'unassessed' ? 'not assessed' : `below ${filter.below}`;
    chips.push({
      key: `gap:${filter.gap}`,
      label: `${GAP_NAMES[filter.gap]} ${bound}`,
      without: { ...query, gaps: query.gaps.filter((g) => g.gap !== filter.gap) },
    });
  }
  return chips;
}
