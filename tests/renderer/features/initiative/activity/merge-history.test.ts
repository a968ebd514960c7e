import { describe, expect, test } from 'vitest';
import { mergeHistory } from '#renderer/features/initiative/activity/activity-tab.tsx';
import type { HistoryEntry } from '#shared/api/schemas/views.ts';

const entry = (seq: number, isUndone = false) => ({ seq, isUndone }) as HistoryEntry;

describe('mergeHistory()', () => {
  test('lists every entry once, latest first, as the newer reading has it', () => {
    const merged = mergeHistory([entry(5), entry(4, true)], [entry(4), entry(3), entry(2)]);
    expect(merged.map((one) => [one.seq, one.isUndone])).toEqual([
      [5, false],
      [4, true],
      [3, false],
      [2, false],
    ]);
  });
});
