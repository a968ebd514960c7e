import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** What the linter says of this expression in a folder of `shared/`; '' when nothing. */
function lint(folder: string, expression: string): string {
  const top = mkdtempSync(join(tmpdir(), 'pilotage-lint-'));
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  mkdirSync(join(top, 'shared', folder), { recursive: true });
  const file = join(top, 'shared', folder, 'probe.ts');
  writeFileSync(
    file,
    `export function probe(x: number): number {\n  let y = x;\n  y += ${expression};\n  return y;\n}\n`,
  );
  const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
  try {
    execFileSync(process.execPath, [biome, 'lint', `--config-path=${join(root, 'build/lint.json')}`, file], {
      cwd: top,
      stdio: 'pipe',
    });
    return '';
  } catch (error) {
    const { stdout, stderr } = error as { stdout: Buffer; stderr: Buffer };
    return `${stdout}${stderr}`;
  }
}

describe('exact arithmetic', () => {
  it.each([
    ['uncertainty', 'Math.random()'],
    ['uncertainty', 'Math.log(x)'],
    ['finance', 'Math.pow(x, 2)'],
    ['finance', 'x ** 2'],
    ['decision', '(y **= 2)'],
    ['decision', 'Math.exp(x)'],
    ['forward-model', 'Math.cbrt(x)'],
  ])('shared/%s may not use %s', (folder, expression) => {
    expect(lint(folder, expression)).toContain('the same bits on every engine');
  });

  it.each([
    ['uncertainty', 'Math.sqrt(x)'],
    ['finance', 'Math.abs(x) * Math.LN2'],
    ['report', 'Math.log(x)'],
  ])('shared/%s may use %s', (folder, expression) => {
    expect(lint(folder, expression)).toBe('');
  });
});
