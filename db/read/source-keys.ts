import { getRows, type ReadDb } from '../handles.ts';

/** What an import compares its rows with, to find those that are in the register already. */
export interface SourceKeys {
  /** Digests of whole source rows. */
  readonly fingerprints: ReadonlySet<string>;
  /** What names the same thing in two versions of a source, to the initiative that came from it. */
  readonly identities: ReadonlyMap<string, string>;
}

export const FINGERPRINTS =
  'SELECT source_fingerprint AS key FROM initiative WHERE source_fingerprint IS NOT NULL';
export const IDENTITIES =
  'SELECT source_identity AS key, id FROM initiative WHERE source_identity IS NOT NULL ORDER BY source_identity, created_at DESC, id DESC';

/** The source keys of every imported initiative. Of two with the same identity the earlier one counts. */
export function readSourceKeys(db: ReadDb): SourceKeys {
  return {
    fingerprints: new Set(getRows<{ key: string }>(db, FINGERPRINTS).map((row) => row.key)),
    identities: new Map(getRows<{ key: string; id: string }>(db, IDENTITIES).map((row) => [row.key, row.id])),
  };
}
