import { describe, expect, it } from 'vitest';
import { offMapReason } from '#shared/portfolio/off-map.ts';

describe('offMapReason()', () => {
  it.each([
    [true, true, true, true, 'computing'],
    [false, false, true, true, null],
    [false, true, true, true, 'on'],
    [false, true, true, false, 'no_value'],
    [false, true, false, true, 'no_readiness'],
    [false, true, false, false, 'neither'],
  ] as const)('computing %j, verdict %j, readiness %j, value %j: %j', (...given) => {
    const [isComputing, hasVerdict, hasReadiness, hasValue, expected] = given;
    expect(offMapReason({ isComputing, hasVerdict, hasReadiness, hasValue })).toBe(expected);
  });
});
