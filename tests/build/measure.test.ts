import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { measureFigures } from '../../build/steps/measure.mjs';

/** A folder with figures that answer these values, and what a run over them printed and returned. */
async function measure(values: Readonly<Record<string, unknown>>, ...argv: string[]) {
  const root = mkdtempSync(join(tmpdir(), 'pilotage-measure-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  mkdirSync(join(root, 'figures'));
  const figures = Object.entries(values).map(
    ([name, value]) =>
      `{ name: '${name}', unit: 'ms', budget: 10, run: ({ isQuick }) => isQuick ? 1 : ${JSON.stringify(value)} }`,
  );
  writeFileSync(join(root, 'figures', 'a.some.mjs'), `export const figures = [${figures.join(', ')}];`);
  writeFileSync(join(root, 'figures', 'helper.mjs'), 'throw new Error("a helper is no figure");');
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const json = join(root, 'out.json');
  try {
    const given = { root, folder: 'figures', suffix: '.some.mjs', argv: [...argv, '--json', json] };
    const code = await measureFigures(given);
    return {
      code,
      lines: out.mock.calls.map(([line]) => line),
      json: JSON.parse(readFileSync(json, 'utf8')),
    };
  } finally {
    out.mockRestore();
  }
}

describe('measureFigures()', () => {
  it.each([
    [{ a: 9, b: 10 }, 0],
    [{ a: 9, b: 11 }, 1],
    [{ a: 9, b: { skipped: 'not here' } }, 0],
    [{ a: 11, b: { skipped: 'not here' } }, 1],
  ])('answers for %j: exit code %d', async (values, expected) => {
    expect(await measure(values)).toMatchObject({ code: expected });
  });

  it('prints and writes one result a figure', async () => {
    const { lines, json } = await measure({ a: 12, b: { skipped: 'not here' } });
    expect(lines).toEqual(['a 12 ms (budget 10) short\n', 'b skipped: not here\n']);
    expect(json).toEqual([
      { name: 'a', value: 12, unit: 'ms', budget: 10, ok: false },
      { name: 'b', unit: 'ms', budget: 10, skipped: 'not here' },
    ]);
  });

  it('measures the named ones, in the short form when asked', async () => {
    expect(await measure({ a: 12, b: 12 }, '--quick', 'b')).toMatchObject({
      code: 0,
      lines: ['b 1 ms (budget 10) ok\n'],
    });
  });

  it('refuses to call nothing a success', async () => {
    await expect(measure({})).rejects.toThrow('figures holds no figures');
  });
});
