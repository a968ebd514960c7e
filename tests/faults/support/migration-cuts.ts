import { join, relative } from 'node:path';
import { asReadDb } from '#db/handles.ts';
import { SCHEMA_VERSION } from '#db/migrations/index.ts';
import { openPortfolioFile } from '#db/open.ts';
import { SCHEMA_HASHES, schemaHash } from '#db/schema-check.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { verifyFile } from '#db/verify.ts';
import { openStream } from '#shared/uncertainty/streams.ts';
import { type Entry, entriesAsTheyLie } from './acknowledged.ts';
import { CUTS, Disk } from './disk.ts';
import { layOut, withTrace } from './power-cuts.ts';
import { OLD_NAME } from './power-names.ts';
import type { PowerTrace } from './power-trace.ts';

/** The version of the file the script upgrades. */
const OLD_VERSION = 1;

/** What stopping the upgrade of an old file at each of its calls left. */
export interface MigrationStops {
  readonly calls: number;
  old: number;
  fresh: number;
  /** Stops that left neither the old tables nor the new ones, or lost an entry. */
  between: number;
  readonly wrongs: string[];
}

/**
 * Stops the upgrade of a version-1 file at every `each`-th of its calls, as a kill and as every kind of power cut, and
 * looks at the file as SQLite finds it then: it must be wholly of the old version or wholly of the new one, with every
 * entry, and open.
 */
export function stopMigration(each: number): MigrationStops {
  return withTrace((trace, home) => {
    const [from, to] = upgradeOf(trace);
    const { calls, folder, files, oldEntries } = trace;
    const stops: MigrationStops = { calls: to - from, old: 0, fresh: 0, between: 0, wrongs: [] };
    const stream = openStream('migration', 'faults', 'cuts');
    const disk = new Disk({ folder, files });
    for (const [at, call] of calls.slice(0, to).entries()) {
      if (call.type !== 'mark') disk.take(call);
      // Counted from the end: the last calls are where the old file becomes the new one.
      if (at < from || (to - 1 - at) % each !== 0) continue;
      for (const kind of CUTS) {
        const left = [...disk.cut(kind, () => stream.nextUniform())];
        layOut(join(home, 'after'), new Map(left.map(([path, bytes]) => [relative(folder, path), bytes])));
        judge(join(home, 'after', OLD_NAME), oldEntries, stops, `call ${at} (${kind})`);
      }
    }
    if (stops.old === 0 || stops.fresh === 0)
      throw new Error('the stops do not meet both sides of the upgrade');
    return stops;
  });
}

/** The calls between the last acknowledgement before the old file is opened and the first after it. */
function upgradeOf({ calls }: PowerTrace): readonly [from: number, to: number] {
  const to = calls.findIndex((call) => call.type === 'mark' && call.text.startsWith(`${OLD_NAME} `));
  const from = calls.slice(0, to).findLastIndex(({ type }) => type === 'mark') + 1;
  if (to < 0 || from === 0) throw new Error('the script upgrades no old file');
  return [from, to];
}

function judge(path: string, entries: readonly Entry[], stops: MigrationStops, where: string): void {
  const version = wholeVersion(path);
  if (version === OLD_VERSION) stops.old += 1;
  else if (version === SCHEMA_VERSION) stops.fresh += 1;
  const isWhole = version === OLD_VERSION || version === SCHEMA_VERSION;
  const problem = isWhole ? openingProblem(path, entries) : 'the tables are of no version';
  if (problem === undefined) return;
  stops.between += 1;
  stops.wrongs.push(`${where}: ${problem}`);
}

/** The version whose tables the file has, once SQLite has taken back what was unfinished; undefined for none. */
function wholeVersion(path: string): number | undefined {
  const raw = new (loadSqlite())(path, { fileMustExist: true });
  try {
    const version = raw.pragma('user_version', { simple: true }) as number;
    return SCHEMA_HASHES[version] === schemaHash(asReadDb(raw)) ? version : undefined;
  } finally {
    raw.close();
  }
}

function openingProblem(path: string, entries: readonly Entry[]): string | undefined {
  try {
    const file = openPortfolioFile(path);
    try {
      if (!verifyFile(file.db).isGood) return 'the file fails its checks';
    } finally {
      file.close();
    }
    const found = entriesAsTheyLie(path);
    const isKept = entries.every((entry, at) => found[at]?.hash === entry.hash);
    return isKept ? undefined : 'entries are gone';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
