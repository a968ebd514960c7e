import { describe, expect, it } from 'vitest';
import { offMapCount, offMapReasons } from '#renderer/features/portfolio/off-map.ts';

describe('offMapReasons()', () => {
  it('names the most frequent reason first, with its count', () => {
    const off = [
      { reason: 'no_value' as const, count: 1 },
      { reason: 'neither' as const, count: 1758 },
      { reason: 'computing' as const, count: 3 },
    ];
    expect(offMapReasons(off)).toEqual([
      '1,758 initiatives without a level in every gap and without a complete forward model',
      '3 initiatives still computing: the simulation is running',
      '1 initiative without a complete forward model',
    ]);
    expect(offMapCount(off)).toBe(1762);
  });
});
