import { createRequire } from 'node:module';
import type Database from 'better-sqlite3';

/** Below this Node the prebuilt SQLite binary crashes the whole process when a database is opened. */
const OLDEST_NODE = [22, 14] as const;
/** Older SQLite can corrupt a file in write-ahead mode (the "WAL reset" bug, fixed in 3.51.3). */
const OLDEST_SQLITE = [3, 51, 3] as const;

type DatabaseClass = typeof Database;
let loaded: DatabaseClass | undefined;

/** True when the dotted version `text` is at least `wanted`, compared part by part as numbers. */
export function isVersionAtLeast(text: string, wanted: readonly number[]): boolean {
  const parts = text.split('.').map((part) => Number.parseInt(part, 10) || 0);
  for (const [index, part] of wanted.entries()) {
    const have = parts[index] ?? 0;
    if (have !== part) return have > part;
  }
  return true;
}

/**
 * The SQLite driver, loaded on first use and only on a Node that survives it.
 * Loading lazily is the point: a static import could not be guarded, and the crash has no message.
 * @throws Error on Node below 22.14 or SQLite below 3.51.3.
 */
export function loadSqlite(): DatabaseClass {
  if (loaded) return loaded;
  if (!isVersionAtLeast(process.versions.node, OLDEST_NODE))
    throw new Error(
      `Pilotage needs Node ${OLDEST_NODE.join('.')} or newer to open a portfolio; this is Node ${process.versions.node}. Start it with "npm start", which brings its own.`,
    );
  const require = createRequire(import.meta.url);
  const sqlite = require('better-sqlite3') as DatabaseClass;
  const probe = new sqlite(':memory:');
  const version = probe.prepare('SELECT sqlite_version()').pluck().get() as string;
  probe.close();
  if (!isVersionAtLeast(version, OLDEST_SQLITE))
    throw new Error(
      `Pilotage needs SQLite ${OLDEST_SQLITE.join('.')} or newer; the driver carries ${version}.`,
    );
  loaded = sqlite;
  return sqlite;
}
