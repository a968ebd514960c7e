import { createHash } from 'node:crypto';
import { storedJson } from './canonical-json.ts';

/** Separates these hashes from any other use of SHA-256; part of the file format. */
const DOMAIN = 'pilotage-history-1';

/** Characters hashed at a time: an import has tens of thousands of changes, and each call costs. */
const HASH_CHUNK = 65_536;

/** What stands before the first entry. */
export const GENESIS_HASH = '0'.repeat(64);

/** One changed row as the history keeps it; key and images are canonical JSON texts. */
export interface ChangeRecord {
  readonly table: string;
  readonly key: string;
  readonly initiativeId: string | null;
  readonly before: string | null;
  readonly after: string | null;
}

export interface EntryRecord {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly appVersion: string;
  readonly command: string;
  readonly label: string;
  readonly undoes: number | null;
}

/**
 * Hash of a history entry, hex: SHA-256 over
 * `domain \n seq \n previous hash \n canonical JSON (RFC 8785) of {actor, appVersion, at, changes, command, label, seq, undoes}`.
 * Each change is `{after, before, initiativeId, key, table}` with rows as nested objects.
 */
export function entryHash(entry: EntryRecord, changes: Iterable<ChangeRecord>, previous: string): string {
  const hash = createHash('sha256');
  let text = `${DOMAIN}\n${entry.seq}\n${previous}\n`;
  text += `{"actor":${storedJson(entry.actor)},"appVersion":${storedJson(entry.appVersion)},"at":${storedJson(entry.at)},"changes":[`;
  let separator = '';
  for (const change of changes) {
    text += `${separator}{"after":${change.after ?? 'null'},"before":${change.before ?? 'null'},"initiativeId":${storedJson(change.initiativeId)},"key":${change.key},"table":${storedJson(change.table)}}`;
    separator = ',';
    if (text.length > HASH_CHUNK) {
      hash.update(text);
      text = '';
    }
  }
  text += `],"command":${storedJson(entry.command)},"label":${storedJson(entry.label)},"seq":${entry.seq},"undoes":${entry.undoes ?? 'null'}}`;
  return hash.update(text).digest('hex');
}
