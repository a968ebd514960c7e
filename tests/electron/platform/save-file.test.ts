import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveFile } from '#electron/platform/save-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pilotage-save-test-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('saveFile()', () => {
  it('replaces a file whole and leaves nothing beside it', () => {
    const path = join(folder, 'a.csv');
    writeFileSync(path, 'a much longer text than the new one');
    saveFile(path, Buffer.from('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('names the file and what to do when the folder is gone', () => {
    const path = join(folder, 'absent/a.csv');
    expect(() => saveFile(path, Buffer.from('new'))).toThrow(
      expect.objectContaining({
        code: 'io_failed',
        message: expect.stringContaining('"a.csv" was not saved'),
      }),
    );
  });

  it('keeps the old file, and no half of the new one, when it cannot be replaced', () => {
    // A folder of that name cannot be replaced by a file, as root neither.
    const path = join(folder, 'taken');
    mkdtempSync(`${path}-`);
    const [taken] = readdirSync(folder);
    expect(() => saveFile(join(folder, taken ?? ''), Buffer.from('new'))).toThrow(
      expect.objectContaining({ code: 'io_failed' }),
    );
    expect(readdirSync(folder)).toEqual([taken]);
  });
});
