import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { matchScore, rank, type Searchable, searchable } from '#renderer/app/palette/rank.ts';

const item = (id: string, name: string, also = '') => ({ id, search: searchable(name, also) });
const names = [
  'Claims triage',
  'Travel claims fast track',
  'Voice claims intake',
  'Reclaiming totals',
  'Churn list',
];
const ITEMS = names.map((name) => item(name, name));
const found = (query: string, recent: readonly string[] = []) =>
  rank(ITEMS, query, recent, 10).shown.map(({ id }) => id);

describe('matchScore()', () => {
  it.each([
    ['the whole text before its start', 'claims triage', 'claims'],
    ['the start before a later word', 'claims', 'triage'],
    ['words in turn before initials', 'cl tri', 'ct'],
    ['initials before somewhere inside', 'ct', 'aims'],
    ['somewhere inside before letters with gaps', 'aims', 'clmtrg'],
  ])('puts %s', (_what, better, worse) => {
    const text = searchable('Claims triage');
    expect(matchScore(better, text)).toBeGreaterThan(matchScore(worse, text) ?? Number.POSITIVE_INFINITY);
  });

  it.each([
    ['zzz', 'Claims triage'],
    ['triage claims', 'Claims triage'],
    // The letters are there, but no word begins with the first of them.
    ['mtg', 'Claims triage'],
    ['x', 'Claims triage'],
  ])('does not find %j in %j', (query, name) => {
    expect(matchScore(query, searchable(name))).toBeNull();
  });

  it('ranks what it is also found by below any match of the name', () => {
    const owner = matchScore('head', searchable('Churn list', 'Head of claims'));
    expect(owner).not.toBeNull();
    expect(owner).toBeLessThan(matchScore('urn', searchable('Churn list')) ?? 0);
  });

  it('finds letters with accents by plain ones, and words divided by anything', () => {
    expect(matchScore('elec', searchable('Électricité'))).not.toBeNull();
    expect(matchScore('first notice', searchable('First-notice: intake'))).not.toBeNull();
  });
});

describe('rank()', () => {
  it('finds any of them in three keystrokes, by start or by initials', () => {
    expect(found('cla')[0]).toBe('Claims triage');
    expect(found('tcf')[0]).toBe('Travel claims fast track');
    expect(found('vci')[0]).toBe('Voice claims intake');
    expect(found('chu')[0]).toBe('Churn list');
    expect(found('rec')[0]).toBe('Reclaiming totals');
  });

  it('gives everything to no query, the last used first, in the order given otherwise', () => {
    expect(found('', ['Churn list', 'gone'])).toEqual(['Churn list', ...names.slice(0, 4)]);
  });

  it('puts what was used last first only among equally good matches', () => {
    const twins = [item('a', 'Claims one'), item('b', 'Claims two'), item('c', 'Old claims')];
    expect(rank(twins, 'claims', ['c', 'b'], 3).shown.map(({ id }) => id)).toEqual(['b', 'a', 'c']);
  });

  it('shows no more than asked for and counts the rest', () => {
    const many = Array.from({ length: 10_000 }, (_, index) => item(String(index), `Agent ${index}`));
    const { shown, more } = rank(many, 'agent', [], 40);
    expect(shown).toHaveLength(40);
    expect(more).toBe(9960);
  });
});

describe('rank() over the public inventory', () => {
  const inventory = join(
    process.env.PILOTAGE_DATA ?? resolve(import.meta.dirname, '../../../../../shared/data'),
    'federal-ai-use-cases-2024.csv',
  );

  it('lists every one of 2,133 use cases after three letters: a word, initials, or both', (context) => {
    if (!existsSync(inventory))
      context.skip(`${inventory} is absent; set PILOTAGE_DATA to the folder of public records`);
    const [head = [], ...rows] = parse(new TextDecoder('windows-1252').decode(readFileSync(inventory)), {
      relaxColumnCount: true,
    }) as string[][];
    const column = head.findIndex((name) => name.includes('Use Case Name'));
    const items = rows.map((row, index) => item(String(index), row[column] ?? ''));
    expect(items).toHaveLength(2133);
    const seen = new Map<string, ReadonlySet<string>>();
    const listed = (query: string) => {
      const known = seen.get(query);
      if (known) return known;
      const found = new Set(rank(items, query, [], 20).shown.map(({ search }) => search.text));
      seen.set(query, found);
      return found;
    };
    const missed = items.filter(
      ({ search }) => !threeLetters(search).some((q) => listed(q).has(search.text)),
    );
    expect(missed.map(({ search }) => search.text)).toEqual([]);
  });
});

/** What a person would type of a name: the start of a word, three initials, or two letters of a word and one of the next. */
function threeLetters({ text, initials }: Searchable): string[] {
  const words = text.split(' ');
  const starts = words.filter(({ length }) => length >= 3).map((word) => word.slice(0, 3));
  const inTurn = words.slice(1).map((word, i) => `${words[i]?.slice(0, 2)}${word.slice(0, 1)}`);
  const turned = words.slice(1).map((word, i) => `${words[i]?.slice(0, 1)}${word.slice(0, 2)}`);
  return [...starts, ...words.map((_, i) => initials.slice(i, i + 3)), ...inTurn, ...turned];
}
