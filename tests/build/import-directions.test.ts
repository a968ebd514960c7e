import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What the linter says of a file with this content in a folder of this name; '' when nothing. */
function lint(top: string, content: string): string {
  // Outside the sources: other tests walk through those at the same time.
  const folder = mkdtempSync(join(tmpdir(), 'pilotage-lint-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, top));
  const file = join(folder, top, 'probe.ts');
  writeFileSync(file, content);
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  const config = join(root, 'build/lint.json');
  try {
    execFileSync(process.execPath, [biome, 'lint', `--config-path=${config}`, file], {
      cwd: folder,
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer };
    return `${stdout}${stderr}`;
  }
}

describe('import directions', () => {
  it.each([
    ['shared', '#db/open.ts'],
    ['shared', '../../electron/main.ts'],
    ['shared', '#renderer/app/bridge.ts'],
    ['shared', 'node:fs'],
    ['shared', 'react'],
    ['db', '#electron/data/service.ts'],
    ['db', '#renderer/app/bridge.ts'],
    ['electron', '#renderer/app/bridge.ts'],
    ['renderer', '#db/open.ts'],
    ['renderer', '../../electron/data/service.ts'],
    ['renderer', 'node:path'],
    ['renderer', 'electron'],
  ])('%s may not import %s, not even its types', (top, source) => {
    for (const statement of [
      `import { x } from '${source}';\nexport const y = x;\n`,
      `import type { X } from '${source}';\nexport type Y = X;\n`,
    ]) {
      expect(lint(top, statement)).toContain('noRestrictedImports');
    }
  });

  it.each([
    ['db', '#shared/domain/stage.ts'],
    ['electron', '#db/open.ts'],
    ['electron', '#shared/domain/stage.ts'],
    ['renderer', '#shared/domain/stage.ts'],
  ])('%s may import %s', (top, source) => {
    expect(lint(top, `import type { X } from '${source}';\nexport type Y = X;\n`)).toBe('');
  });
});
