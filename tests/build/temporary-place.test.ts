import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryPlace } from '../../build/steps/temporary-place.mjs';
import { temporaryFolder } from '../support/portfolio.ts';

const GIB = 1024 ** 3;

describe('temporaryPlace()', () => {
  it.each([
    ['a memory disk with room', 2 * GIB, '/memory'],
    ['the other place while the memory disk is small', 2 * GIB - 1, '/disk'],
  ])('is %s', (_what, room, place) => {
    expect(temporaryPlace({ memoryDisk: '/memory', otherwise: '/disk', roomOf: () => room })).toBe(place);
  });

  it('is the other place where there is no memory disk', () => {
    const memoryDisk = join(temporaryFolder(), 'absent');
    expect(temporaryPlace({ memoryDisk, otherwise: '/disk' })).toBe('/disk');
  });
});
