import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { simulationCache } from '#electron/data/simulation-cache.ts';
import { simulateNow } from '#shared/decision/evaluate.ts';
import { prepare } from '#shared/decision/prepare.ts';
import { exampleContext, soundFacts } from '#tests/shared/decision/example-facts.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

const KEY = 'ab'.repeat(32);
const OTHER = 'cd'.repeat(32);

function result() {
  const { model } = prepare(soundFacts(), exampleContext());
  if (model.status !== 'complete') throw new Error('the example has no forward model');
  return simulateNow(model.request);
}

describe('simulationCache()', () => {
  it('finds a result again after the app was closed, for this user alone', () => {
    const path = join(temporaryFolder(), 'profile', 'simulations.jsonl');
    simulationCache(path).set(KEY, result());
    expect(simulationCache(path).get(KEY)).toEqual(result());
    expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('passes over lines that are not results', () => {
    const path = join(temporaryFolder(), 'simulations.jsonl');
    writeFileSync(path, `not json\n{"key":"x","value":{}}\n{"key":"${OTHER}","value":{"draws":-1}}\n\n`);
    appendFileSync(path, `${JSON.stringify({ key: KEY, value: result() })}\n{"key":"${OTHER}","va`);
    const cache = simulationCache(path);
    expect(cache.get(KEY)).toEqual(result());
    expect(cache.get(OTHER)).toBeUndefined();
  });

  it('keeps the later half of a file that has grown too large', () => {
    const path = join(temporaryFolder(), 'simulations.jsonl');
    const filler = `${'x'.repeat(1024 * 1024)}\n`;
    writeFileSync(path, `${JSON.stringify({ key: OTHER, value: result() })}\n${filler.repeat(33)}`);
    appendFileSync(path, `${JSON.stringify({ key: KEY, value: result() })}\n`);
    const cache = simulationCache(path);
    expect([cache.get(KEY), cache.get(OTHER)]).toEqual([result(), undefined]);
    expect(statSync(path).size).toBeLessThan(20 * 1024 * 1024);
  });

  it('works in memory where the profile cannot be used', () => {
    const folder = temporaryFolder();
    const path = join(folder, 'taken');
    mkdirSync(path);
    for (const cache of [simulationCache(path), simulationCache(null)]) {
      cache.set(KEY, result());
      expect(cache.get(KEY)).toEqual(result());
    }
    expect(() => readFileSync(path)).toThrow(/EISDIR/);
  });
});
