import { describe, expect, it } from 'vitest';
import { createInitiative } from '#db/commands/index.ts';
import { getRows } from '#db/handles.ts';
import { checkHeads } from '#db/verify.ts';
import type { HeldHead } from '#shared/api/schemas/file.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

/** A portfolio of six entries and its heads, as a report prints them. */
function withHeads() {
  const portfolio = newTestPortfolio({ isFast: true });
  for (const name of ['A', 'B', 'C', 'D', 'E'])
    portfolio.run('createInitiative', (tx) => createInitiative(tx, { name, stage: 'idea' }, portfolio.newId));
  const db = portfolio.db();
  const heads = getRows<HeldHead>(db, 'SELECT seq, substr(hash, 1, 16) AS hash FROM history ORDER BY seq');
  return { db, head: (seq: number) => heads[seq - 1] as HeldHead };
}

const another = (seq: number): HeldHead => ({ seq, hash: 'abcdef0123456789' });

describe('checkHeads()', () => {
  it('finds nothing when every head is in the history, in whatever order and length', () => {
    const { db, head } = withHeads();
    const whole = getRows<HeldHead>(db, 'SELECT seq, hash FROM history WHERE seq = 4');
    expect(
      checkHeads(db, [head(6), head(1), ...whole, { seq: 2, hash: head(2).hash.toUpperCase() }]),
    ).toEqual([]);
    expect(checkHeads(db, [])).toEqual([]);
  });

  it.each<[string, (head: (seq: number) => HeldHead) => HeldHead[], number, string]>([
    [
      'since an entry between the last head that fits and the first that does not',
      (head) => [another(5), head(2), another(6)],
      3,
      'noted outside this file as entry 5 (abcdef0123456789): it is another one from an entry between 3 and 5 on',
    ],
    [
      'since the very entry when the one before it is held too',
      (head) => [head(4), another(5)],
      5,
      'it is another one from entry 5 on',
    ],
    ['from the beginning when nothing vouches for it', () => [another(4)], 1, 'between 1 and 4'],
    [
      'where entries are gone',
      (head) => [head(6), another(9)],
      7,
      'ends with entry 6, but entry 9 (abcdef0123456789) was noted outside this file. Entries 7 to 9 are not in it',
    ],
    ['which one entry is gone', () => [another(7)], 7, 'Entry 7 is not in it'],
  ])('says %s', (_what, held, seq, words) => {
    const { db, head } = withHeads();
    const faults = checkHeads(db, held(head));
    expect(faults).toMatchObject([{ kind: 'head', seq }]);
    expect(faults[0]?.text).toContain(words);
  });

  it('says both when entries are other ones and others are gone', () => {
    const { db, head } = withHeads();
    expect(checkHeads(db, [head(3), another(5), another(8)]).map(({ seq }) => seq)).toEqual([4, 7]);
  });
});
