import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashSources, isBuilt } from '../../build/steps/bundle.mjs';

let root: string;
const put = (path: string, text = '') => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
};
const stamp = () => put('out/sources.sha256', hashSources(root));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pilotage-build-test-'));
  put('electron/main.ts', 'main');
  put('shared/api/contract.ts', 'contract');
  put('package-lock.json', '{}');
  for (const product of [
    'main/main.js',
    'main/data-process.js',
    'main/loopback.js',
    'main/intake-child.js',
    'preload/preload.cjs',
    'renderer/index.html',
  ]) {
    put(`out/${product}`);
  }
  stamp();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe('isBuilt()', () => {
  it('is true for a build of the sources as they are, whenever they were written', () => {
    utimesSync(join(root, 'electron/main.ts'), new Date(), new Date());
    expect(isBuilt(root)).toBe(true);
  });

  it.each<[string, () => void]>([
    ['a source has changed', () => put('shared/api/contract.ts', 'changed')],
    ['a source is new', () => put('renderer/app/new.tsx')],
    ['a source is gone', () => rmSync(join(root, 'shared/api/contract.ts'))],
    [
      'a source has moved',
      () => {
        rmSync(join(root, 'electron/main.ts'));
        put('electron/moved.ts', 'main');
      },
    ],
    ['the lockfile has changed', () => put('package-lock.json', '{"a":1}')],
    ['a product is missing', () => rmSync(join(root, 'out/preload/preload.cjs'))],
    ['there is no stamp, as after a build that failed', () => rmSync(join(root, 'out/sources.sha256'))],
  ])('is false when %s', (_what, change) => {
    change();
    expect(isBuilt(root)).toBe(false);
  });

  it('does not look at tests and documents', () => {
    put('tests/new.test.ts');
    put('docs/new.md');
    expect(isBuilt(root)).toBe(true);
  });
});
