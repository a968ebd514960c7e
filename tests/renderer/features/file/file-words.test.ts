import { describe, expect, it } from 'vitest';
import { fileState, readOnlyReason } from '#renderer/features/file/file-words.ts';
import { at, damage, openFile } from '../../support/example-status.ts';

describe('fileState()', () => {
  it.each([
    ['all changes saved', {}],
    ['sample copy', { isSample: true }],
    ['read-only', { isReadOnly: true }],
    ['copy, read-only', { isReadOnly: true, copiedAt: at() }],
    ['damaged, read-only', { isReadOnly: true, damage: damage() }],
  ] as const)('is "%s"', (words, over) => {
    expect(fileState(openFile(over))).toBe(words);
  });
});

describe('readOnlyReason()', () => {
  it('has nothing to say of a file that can be changed', () => {
    expect(readOnlyReason(openFile())).toBeNull();
    expect(readOnlyReason(openFile({ isSample: true }))).toBeNull();
  });

  it('says the reason and the next step of each kind of read-only', () => {
    expect(readOnlyReason(openFile({ isReadOnly: true }))).toContain('Save a copy');
    const copy = readOnlyReason(openFile({ isReadOnly: true, copiedAt: at() }));
    expect(copy).toContain('as of 30 Sep 2026, 14:05 UTC');
    expect(copy).toContain('Close the file there');
    expect(readOnlyReason(openFile({ isReadOnly: true, damage: damage() }))).toContain('choose a way out');
  });
});
