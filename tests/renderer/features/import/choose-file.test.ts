import { describe, expect, it } from 'vitest';
import { fileSize, MAX_IMPORT_BYTES, refuseFiles } from '#renderer/features/import/choose-file.ts';

describe('fileSize()', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [1023, '1023 bytes'],
    [1024, '1 kB'],
    [1_048_575, '1 MB'],
    [2_982_725, '2.8 MB'],
    [52_428_800, '50 MB'],
    [209_715_200, '200 MB'],
    [5_000_000_000, '4.7 GB'],
  ])('says %d bytes as %s', (bytes, words) => {
    expect(fileSize(bytes)).toBe(words);
  });
});

describe('refuseFiles()', () => {
  it('takes one file up to the limit, to the byte', () => {
    expect(refuseFiles([{ name: 'a.csv', size: MAX_IMPORT_BYTES }])).toBeNull();
    expect(refuseFiles([{ name: 'a.csv', size: MAX_IMPORT_BYTES + 1 }])?.code).toBe('too_large');
  });

  it('names the file, its size and the limit', () => {
    const refusal = refuseFiles([{ name: 'all-agents.csv', size: 209_715_200 }]);
    expect(refusal?.message).toMatch(/^all-agents\.csv is 200 MB; files up to 50 MB/);
    expect(refusal?.details).toEqual({ file: 'all-agents.csv' });
  });

  it('refuses several files at once, and none', () => {
    const two = [
      { name: 'a.csv', size: 1 },
      { name: 'b.csv', size: 1 },
    ];
    expect(refuseFiles(two)?.message).toMatch(/^2 files were given/);
    expect(refuseFiles([])?.code).toBe('invalid_input');
  });
});
