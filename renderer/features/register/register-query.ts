import { GAPS, type Gap, LEVELS, type Level } from '#shared/domain/gap.ts';
import { STAGES, type Stage } from '#shared/domain/stage.ts';
import { RULE_IDS, type RuleId, VERDICTS, type Verdict } from '#shared/domain/verdict.ts';
import { ATTENTION_KINDS, type AttentionKind } from '#shared/portfolio/attention-kinds.ts';
import { OFF_MAP_REASONS, type OffMapReason } from '#shared/portfolio/off-map.ts';
import { COLUMN_IDS, type ColumnId } from './register-columns.ts';

/** Which owner has to be missing; `any` means at least one of the two. */
export const OWNER_FILTERS = ['any', 'business', 'technical'] as const;
export type OwnerFilter = (typeof OWNER_FILTERS)[number];

/** One gap below a level, or never assessed. A level nobody recorded is not below anything. */
export interface GapFilter {
  readonly gap: Gap;
  readonly below: Exclude<Level, 0> | 'unassessed';
}

/** `none` finds what has no verdict: the retired. `computing` what waits for its simulation. */
export type VerdictFilter = Verdict | 'computing' | 'none';

/** The verdict a row is found by. */
export function verdictFilterOf(row: {
  readonly verdict: Verdict | null;
  readonly isComputing: boolean;
}): VerdictFilter {
  return row.verdict ?? (row.isComputing ? 'computing' : 'none');
}

export interface SortKey {
  readonly column: ColumnId;
  readonly isDescending: boolean;
}

export const GROUPINGS = ['stage', 'unit', 'owner', 'verdict'] as const;
/** `owner` is the business owner. */
export type GroupBy = (typeof GROUPINGS)[number];

/** Money columns a range can be asked of. */
export const RANGES = ['cost', 'value'] as const;
export type RangeName = (typeof RANGES)[number];

/** Bounds in minor units, both included; null = open. What is unmeasured lies in no range. */
export interface MoneyRange {
  readonly min: number | null;
  readonly max: number | null;
}

/** What the register shows, as kept in its address. Within one filter any match counts, across filters all must. */
export interface RegisterQuery {
  readonly text: string;
  readonly stages: readonly Stage[];
  readonly verdicts: readonly VerdictFilter[];
  readonly rules: readonly RuleId[];
  readonly units: readonly string[];
  readonly owner: OwnerFilter | null;
  /** Names, of the business or the technical owner. */
  readonly owners: readonly string[];
  /** Cost of the last 3 closed months. */
  readonly cost: MoneyRange | null;
  /** Expected value E. */
  readonly value: MoneyRange | null;
  readonly gaps: readonly GapFilter[];
  /** What a row needs attention for. */
  readonly attention: readonly AttentionKind[];
  /** Why a row is not on the verdict map. */
  readonly offMap: readonly OffMapReason[];
  /** A handpicked set, such as the bubbles selected on the verdict map; null = all. */
  readonly ids: readonly string[] | null;
  readonly sort: readonly SortKey[];
  readonly group: GroupBy | null;
}

export const EMPTY_QUERY: RegisterQuery = {
  text: '',
  stages: [],
  verdicts: [],
  rules: [],
  units: [],
  owner: null,
  owners: [],
  cost: null,
  value: null,
  gaps: [],
  attention: [],
  offMap: [],
  ids: null,
  sort: [],
  group: null,
};

const MAX_TEXT = 200;
const MAX_SORT = 4;

const isOneOf = <T extends string>(choices: readonly T[], value: string): value is T =>
  (choices as readonly string[]).includes(value);

/** Values of a repeated or comma-separated key that are in the closed list, once each, in list order. */
function listOf<T extends string>(params: URLSearchParams, key: string, choices: readonly T[]): readonly T[] {
  const asked = new Set(params.getAll(key).flatMap((value) => value.split(',')));
  return choices.filter((choice) => asked.has(choice));
}

function gapsOf(params: URLSearchParams): readonly GapFilter[] {
  const filters: GapFilter[] = [];
  for (const value of params.getAll('gap').flatMap((v) => v.split(','))) {
    const [gap = '', bound = ''] = value.split(':');
    if (!isOneOf(GAPS, gap) || filters.some((f) => f.gap === gap)) continue;
    if (bound === 'unassessed') filters.push({ gap, below: bound });
    const level = LEVELS.find((l) => String(l) === bound);
    if (level !== undefined && level !== 0) filters.push({ gap, below: level });
  }
  return filters;
}

/** A range as it is or nothing when it bounds nothing; bounds the wrong way round are turned. */
export function moneyRange(min: number | null, max: number | null): MoneyRange | null {
  if (min === null && max === null) return null;
  return min !== null && max !== null && min > max ? { min: max, max: min } : { min, max };
}

/** `100..5000`, either side may be missing; whole minor units. */
function rangeOf(params: URLSearchParams, key: RangeName): MoneyRange | null {
  const found = /^(-?\d{1,15})?\.\.(-?\d{1,15})?$/.exec(params.get(key) ?? '');
  const bound = (text: string | undefined) => (text === undefined ? null : Number(text));
  return found === null ? null : moneyRange(bound(found[1]), bound(found[2]));
}

function sortOf(params: URLSearchParams): readonly SortKey[] {
  const keys: SortKey[] = [];
  for (const value of (params.get('sort') ?? '').split(',')) {
    const isDescending = value.startsWith('-');
    const column = isDescending ? value.slice(1) : value;
    if (isOneOf(COLUMN_IDS, column) && !keys.some((k) => k.column === column))
      keys.push({ column, isDescending });
  }
  return keys.slice(0, MAX_SORT);
}

/** Reads the query part of the register's address; whatever it does not know, it leaves out. */
export function parseRegisterQuery(search: string): RegisterQuery {
  const params = new URLSearchParams(search);
  const owner = params.get('owner') ?? '';
  const ids = params.get('ids');
  return {
    text: (params.get('q') ?? '').slice(0, MAX_TEXT),
    stages: listOf(params, 'stage', STAGES),
    verdicts: listOf(params, 'verdict', [...VERDICTS, 'computing', 'none']),
    rules: listOf(params, 'rule', RULE_IDS),
    units: [...new Set(params.getAll('unit'))],
    owner: owner === 'missing' ? 'any' : isOneOf(OWNER_FILTERS, owner) ? owner : null,
    owners: [...new Set(params.getAll('owned'))].filter((name) => name.trim() !== ''),
    cost: rangeOf(params, 'cost'),
    value: rangeOf(params, 'value'),
    gaps: gapsOf(params),
    attention: listOf(params, 'attention', ATTENTION_KINDS),
    offMap: listOf(params, 'offmap', OFF_MAP_REASONS),
    ids: ids === null ? null : ids.split(',').filter((id) => /^[A-Za-z0-9_-]{1,64}$/.test(id)),
    sort: sortOf(params),
    group: GROUPINGS.find((by) => by === params.get('group')) ?? null,
  };
}

/** The query part of the address for what is shown; empty when nothing is filtered or sorted. */
export function formatRegisterQuery(query: RegisterQuery): string {
  const params = new URLSearchParams();
  const put = (key: string, values: readonly string[]) => {
    if (values.length > 0) params.set(key, values.join(','));
  };
  put('stage', query.stages);
  put('verdict', query.verdicts);
  put('rule', query.rules);
  for (const unit of query.units) params.append('unit', unit);
  if (query.owner !== null) params.set('owner', query.owner === 'any' ? 'missing' : query.owner);
  for (const name of query.owners) params.append('owned', name);
  for (const key of RANGES) {
    const range = query[key];
    if (range !== null) params.set(key, `${range.min ?? ''}..${range.max ?? ''}`);
  }
  put(
    'gap',
    query.gaps.map((g) => `${g.gap}:${g.below}`),
  );
  put('attention', query.attention);
  put('offmap', query.offMap);
  if (query.ids !== null) params.set('ids', query.ids.join(','));
  if (query.text.trim() !== '') params.set('q', query.text.trim());
  put(
    'sort',
    query.sort.map((s) => `${s.isDescending ? '-' : ''}${s.column}`),
  );
  if (query.group !== null) params.set('group', query.group);
  // Commas and colons are legal in a fragment; left readable, the address can be typed.
  return params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':');
}

/** True when some initiatives may be left out. */
export function isFiltered(query: RegisterQuery): boolean {
  return formatRegisterQuery({ ...query, sort: [], group: null }) !== '';
}
