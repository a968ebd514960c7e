import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { whyInstall } from '../../build/steps/dependencies.mjs';

interface Entry {
  readonly version: string;
  readonly integrity?: string;
  readonly optional?: boolean;
}

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pilotage-install-test-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const wanted: Readonly<Record<string, Entry>> = {
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/other-system': { version: '1.0.0', integrity: 'sha512-o', optional: true },
};

function setUp(installed: Readonly<Record<string, Entry>> | undefined, folders = ['a']) {
  writeFileSync(join(root, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
  for (const folder of folders) mkdirSync(join(root, 'node_modules', folder), { recursive: true });
  if (installed)
    writeFileSync(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
}

describe('whyInstall()', () => {
  it('finds nothing to do when what is installed is what the lockfile says', () => {
    setUp({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } });
    expect(whyInstall(root)).toBeUndefined();
  });

  it.each<[string, Readonly<Record<string, Entry>> | undefined, string[], string]>([
    ['nothing is there', undefined, [], 'the dependencies are not installed yet'],
    [
      'an installation broke off, which npm records last',
      undefined,
      ['a'],
      'the dependencies are not installed yet',
    ],
    ['a package is new', {}, ['a'], 'node_modules/a is missing'],
    [
      'a package has another version',
      { 'node_modules/a': { version: '0.9.0', integrity: 'sha512-a' } },
      ['a'],
      'node_modules/a has changed',
    ],
    [
      'a package has other content',
      { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } },
      ['a'],
      'node_modules/a has changed',
    ],
    [
      'a folder was deleted',
      { 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } },
      ['b'],
      'node_modules/a is gone',
    ],
  ])('asks for an installation when %s', (_what, installed, folders, reason) => {
    setUp(installed, folders);
    expect(whyInstall(root)).toBe(reason);
  });
});
