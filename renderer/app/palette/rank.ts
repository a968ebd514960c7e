/** Text made ready to be searched once, so that a keystroke only compares. */
export interface Searchable {
  /** Lower case, without accents, words divided by one space. */
  readonly text: string;
  /** The first letters of its words: "ct" of "Claims triage". */
  readonly initials: string;
  /** Text it is also found by, ranked below its name: owner, unit, other words for it. */
  readonly also: string;
}

/** Readies a name, and what it may also be found by. */
export function searchable(name: string, also = ''): Searchable {
  const text = fold(name);
  return {
    text,
    initials: text
      .split(' ')
      .map((word) => word.charAt(0))
      .join(''),
    also: fold(also),
  };
}

/** Lower case without accents; whatever is no letter or digit divides words. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const EXACT = 1000;
const PREFIX = 900;
const WORDS = 800;
const INITIALS = 700;
const INSIDE = 500;
const ALSO = 400;
const SUBSEQUENCE = 200;
const TIER = 99;

/**
 * How well a text answers a folded query, higher is better; null when it does not. In this order: the whole text, its
 * start, starts of its words in turn ("cl tri", "triage"), its initials ("ct"), somewhere inside, the other words it is
 * found by, its letters in order with gaps ("clmtri"). Within one of them the earlier and tighter match wins.
 */
export function matchScore(query: string, { text, initials, also }: Searchable): number | null {
  if (query === '') return 0;
  if (text === query) return EXACT;
  if (text.startsWith(query)) return PREFIX + less(text.length - query.length);
  const at = wordStarts(query, text);
  if (at >= 0) return WORDS + less(at);
  const bare = query.replaceAll(' ', '');
  const initial = initials.indexOf(bare);
  if (bare.length > 1 && initial >= 0) return INITIALS + less(initial * 10 + initials.length);
  const inside = text.indexOf(query);
  if (inside >= 0) return INSIDE + less(inside);
  if (also !== '' && wordStarts(query, also) >= 0) return ALSO;
  if (bare.length < 2) return null;
  const gaps = subsequenceGaps(bare, text);
  return gaps === null ? null : SUBSEQUENCE + less(gaps);
}

/** Shorter of two is better, inside one tier and never beyond it. */
function less(distance: number): number {
  return Math.max(0, TIER - distance);
}

/** Where the first word of the query begins a word of the text, when all its words do, in order; -1 otherwise. */
function wordStarts(query: string, text: string): number {
  let first = -1;
  let from = 0;
  for (const word of query.split(' ')) {
    const at = text.startsWith(word, from) ? from : text.indexOf(` ${word}`, Math.max(0, from - 1)) + 1;
    if (at === 0 && !text.startsWith(word, from)) return -1;
    if (first < 0) first = at;
    from = at + word.length;
  }
  return first;
}

/**
 * Characters skipped between the first and the last letter of a subsequence that begins with a word; null when there is
 * none.
 */
function subsequenceGaps(query: string, text: string): number | null {
  const first = query.charAt(0);
  let position = text.startsWith(first) ? 0 : text.indexOf(` ${first}`) + 1;
  if (position === 0 && !text.startsWith(first)) return null;
  const start = position;
  for (let i = 1; i < query.length && position >= 0; i += 1) {
    position = text.indexOf(query.charAt(i), position + 1);
  }
  return position < 0 ? null : position - start + 1 - query.length;
}

/** Something the palette can offer. */
export interface Rankable {
  readonly id: string;
  readonly search: Searchable;
}

export interface Ranked<Item> {
  /** The best, best first. */
  readonly shown: readonly Item[];
  /** How many more there are. */
  readonly more: number;
}

/**
 * The items that answer a query, best first, at most `limit` of them. Among equally good ones those used last come
 * first, then the order given.
 * @param recent ids, the last used first
 */
export function rank<Item extends Rankable>(
  items: readonly Item[],
  query: string,
  recent: readonly string[],
  limit: number,
): Ranked<Item> {
  const folded = fold(query);
  const used = new Map(recent.map((id, index) => [id, index]));
  const found: { readonly item: Item; readonly score: number; readonly used: number }[] = [];
  for (const item of items) {
    const score = matchScore(folded, item.search);
    if (score !== null) found.push({ item, score, used: used.get(item.id) ?? Number.POSITIVE_INFINITY });
  }
  // Within a tier only a clearly tighter match comes before one that was used lately.
  const level = (score: number) => Math.floor(score / 10);
  found.sort(
    (a, b) =>
      level(b.score) - level(a.score) || (a.used === b.used ? 0 : a.used - b.used) || b.score - a.score,
  );
  return {
    shown: found.slice(0, limit).map(({ item }) => item),
    more: Math.max(0, found.length - limit),
  };
}
