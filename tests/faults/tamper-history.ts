import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { type ChangeRecord, type EntryRecord, entryHash, GENESIS_HASH } from '#db/chain.ts';
import { addTripwire, createInitiative, updateInitiative, updateTripwire } from '#db/commands/index.ts';
import { createPortfolioFile } from '#db/create.ts';
import { asReadDb, getRows } from '#db/handles.ts';
import { openImage } from '#db/image.ts';
import { openPortfolioFile } from '#db/open.ts';
import { columnsOf, TABLE_NAMES, type TableName } from '#db/tables.ts';
import { rowImages } from '#db/verify/state.ts';
import { runCommand } from '#db/write.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { fixedClock, fixedIds } from '#tests/support/fixed-context.ts';
import { faultFolder } from './damage-portfolio.ts';

/** An entry as the tamperer holds it in hand. */
export interface ForgedEntry extends EntryRecord {
  prevHash: string;
  hash: string;
  readonly changes: readonly ChangeRecord[];
}

/** The entries after these change rows that are there already: one more or less of them leaves no orphan behind. */
export const FIRST_TARGET = 8;
const TARGETS = 24;

/** An image of a small portfolio with a history worth tampering with. */
export function honestPortfolio(): Buffer {
  const folder = faultFolder();
  const [newId, now] = [fixedIds(), fixedClock()];
  const path = join(folder, 'honest.pilotage');
  try {
    createPortfolioFile(path, { name: 'Honest', currency: 'EUR', at: now(), newId, appVersion: '0.0.0' });
    const file = openPortfolioFile(path);
    const run = <T>(name: string, work: Parameters<typeof runCommand<T>>[2]): T =>
      runCommand(file.db, { actor: 'Lead', at: now(), appVersion: '0.0.0', name, label: `Do ${name}` }, work)
        .value;
    const ids = ['A', 'B', 'C'].map(
      (name) => run('createInitiative', (tx) => createInitiative(tx, { name, stage: 'idea' }, newId)).id,
    );
    const tripwire = {
      metric: 'Cost',
      comparator: 'at_most',
      threshold: 10,
      dueOn: '2026-12-31' as IsoDate,
      committedOn: '2026-10-01' as IsoDate,
    } as const;
    const wires = ids.map(
      (initiativeId) =>
        run('addTripwire', (tx) =>
          addTripwire(tx, { initiativeId, tripwire: { ...tripwire, measuredValue: null } }, newId),
        ).id,
    );
    for (let step = 0; step <= TARGETS; step += 1) {
      const [id = '', wire = ''] = [ids[step % 3], wires[step % 3]];
      if (step % 2 === 0)
        run('updateInitiative', (tx) => updateInitiative(tx, { id, patch: { purpose: `Purpose ${step}` } }));
      else
        run('updateTripwire', (tx) =>
          updateTripwire(tx, { id: wire, tripwire: { ...tripwire, measuredValue: step } }),
        );
    }
    const image = file.db.serialize();
    file.close();
    return image;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The whole history, to be changed at will. */
export function readForgeable(raw: Database.Database): ForgedEntry[] {
  const db = asReadDb(raw);
  const changes = getRows<ChangeRecord & { seq: number }>(
    db,
    `SELECT seq, table_name AS "table", row_key AS "key", initiative_id AS initiativeId, before, after
     FROM history_change ORDER BY seq, ordinal`,
  );
  const bySeq = Map.groupBy(changes, ({ seq }) => seq);
  return getRows<Omit<ForgedEntry, 'changes'>>(
    db,
    `SELECT seq, at, actor, app_version AS appVersion, command, label, undoes, prev_hash AS prevHash, hash
     FROM history ORDER BY seq`,
  ).map((entry) => ({ ...entry, changes: bySeq.get(entry.seq) ?? [] }));
}

/** Numbers and links all entries from place `from` on as if they had been written so. */
export function chainedAnew(entries: readonly ForgedEntry[], from = 0): ForgedEntry[] {
  const chained = entries.slice(0, from);
  for (const entry of entries.slice(from)) {
    const prevHash = chained.at(-1)?.hash ?? GENESIS_HASH;
    const next = { ...entry, seq: chained.length + 1, prevHash };
    chained.push({ ...next, hash: entryHash(next, next.changes, prevHash) });
  }
  return chained;
}

/**
 * Puts a forged history in the place of the true one, and makes every table what that history says: the work of
 * somebody who knows the format and leaves no trace that could be avoided.
 */
export function writeForged(raw: Database.Database, entries: readonly ForgedEntry[]): void {
  raw.pragma('foreign_keys = OFF');
  const triggers = raw.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as {
    name: string;
    sql: string;
  }[];
  for (const { name } of triggers) raw.exec(`DROP TRIGGER ${name}`);
  raw.exec('DELETE FROM history_change; DELETE FROM history');
  const insertEntry = raw.prepare('INSERT INTO history VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const insertChange = raw.prepare('INSERT INTO history_change VALUES (?, ?, ?, ?, ?, ?, ?)');
  const images = rowImages();
  for (const { seq, at, actor, appVersion, command, label, undoes, prevHash, hash, changes } of entries) {
    insertEntry.run(seq, at, actor, appVersion, command, label, undoes, prevHash, hash);
    for (const [index, change] of changes.entries()) {
      const { table, key, initiativeId, before, after } = change;
      insertChange.run(seq, index + 1, table, key, initiativeId, before, after);
      images.apply(change);
    }
  }
  for (const table of TABLE_NAMES) fillTable(raw, table, images.byTable.get(table) ?? new Map());
  for (const { sql } of triggers) raw.exec(sql);
}

function fillTable(raw: Database.Database, table: TableName, images: ReadonlyMap<string, string>): void {
  raw.exec(`DELETE FROM ${table}`);
  const columns = columnsOf(table);
  const insert = raw.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  for (const image of images.values()) {
    const row = JSON.parse(image) as Record<string, string | number | null>;
    insert.run(columns.map((column) => row[column] ?? null));
  }
}

/** Opens a copy of an image in memory for the length of `work`. */
export function onCopy<T>(image: Buffer, work: (raw: Database.Database) => T): T {
  const raw = openImage(Buffer.from(image));
  try {
    return work(raw);
  } finally {
    raw.close();
  }
}
