import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Simulated } from '#shared/decision/result.ts';
import { simulatedSchema } from '#shared/decision/schema.ts';
import { makePrivateFolder, writeWhole } from '../platform/private-files.ts';

/** Beyond this size the oldest half is dropped at the next opening: about 60,000 results. */
const MOST_BYTES = 32 * 1024 * 1024;
const KEY = /^[0-9a-f]{64}$/;

/** Results of simulations by the hash of everything they depend on, kept on this machine and never in a portfolio. */
export interface SimulationCache {
  readonly get: (key: string) => Simulated | undefined;
  readonly set: (key: string, value: Simulated) => void;
}

/**
 * A cache in a file of the profile, one JSON line a result; appended, so that two windows may share it. A line that is
 * not what it should be is passed over: losing a result costs a fraction of a second, never an answer. A profile that
 * cannot be read or written leaves a cache in memory.
 * @param path null = in memory alone
 */
export function simulationCache(path: string | null): SimulationCache {
  const kept = new Map<string, Simulated>();
  let file = path;
  if (file !== null) {
    try {
      makePrivateFolder(dirname(file));
      for (const line of trimmed(file)) {
        const entry = parseLine(line);
        if (entry) kept.set(entry.key, entry.value);
      }
    } catch {
      file = null;
    }
  }
  return {
    get: (key) => kept.get(key),
    set(key, value) {
      kept.set(key, value);
      if (file === null) return;
      try {
        appendFileSync(file, `${JSON.stringify({ key, value })}\n`, { mode: 0o600 });
      } catch {
        file = null;
      }
    },
  };
}

function trimmed(file: string): readonly string[] {
  const size = statSync(file, { throwIfNoEntry: false })?.size;
  if (size === undefined) return [];
  const lines = readFileSync(file, 'utf8').split('\n');
  if (size <= MOST_BYTES) return lines;
  const later = lines.slice(Math.floor(lines.length / 2));
  writeWhole(file, later.join('\n'), 0o600);
  return later;
}

function parseLine(line: string): { key: string; value: Simulated } | undefined {
  if (line === '') return undefined;
  try {
    const { key, value } = JSON.parse(line) as { key?: unknown; value?: unknown };
    const parsed = simulatedSchema.safeParse(value);
    return typeof key === 'string' && KEY.test(key) && parsed.success
      ? { key, value: parsed.data }
      : undefined;
  } catch {
    return undefined;
  }
}
