import { beforeEach, describe, expect, it } from 'vitest';
import { restore } from '#renderer/stores/persistence.ts';
import { noteUsed, RECENT, useRecent } from '#renderer/stores/recent.ts';

beforeEach(() => useRecent.setState({ used: [] }));

describe('noteUsed()', () => {
  it('keeps the last used first, each once, and no more than fit', () => {
    for (let index = 0; index < 60; index += 1) noteUsed(`initiative:${index}`);
    noteUsed('initiative:30');
    const { used } = useRecent.getState();
    expect(used.slice(0, 2)).toEqual(['initiative:30', 'initiative:59']);
    expect(new Set(used).size).toBe(used.length);
    expect(used).toHaveLength(48);
  });

  it('keeps ids only', () => {
    noteUsed('initiative:Claims triage of Halden Mutual');
    expect(useRecent.getState().used).toEqual([]);
  });
});

describe('RECENT', () => {
  it.each([[['no colon']], [[7]], ['initiative:1'], [Array.from({ length: 99 }, () => 'a:1')]])(
    'does not believe a stored %j',
    (used) => {
      expect(restore(RECENT, { used })).toEqual({ used: [] });
    },
  );
});
