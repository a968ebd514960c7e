import { createHash } from 'node:crypto';
import type { SourceKeys } from '#db/read/source-keys.ts';
import type { ImportProblem, ImportRecord } from '#shared/intake/mapping-types.ts';

/** What is stored of a source row: a digest is enough to find it again, and the row may be confidential. */
export function fingerprintHash(fingerprint: string): string {
  return createHash('sha256').update(fingerprint, 'utf8').digest('hex');
}

export interface Comparison {
  readonly ready: readonly ImportRecord[];
  readonly duplicates: readonly ImportProblem[];
}

/**
 * Parts the records of a file into those that are new and those the register has already: the very same row, or an
 * initiative of the same name and unit. Rows in `included` come in all the same.
 */
export function compareWithRegister(
  records: readonly ImportRecord[],
  keys: SourceKeys,
  included: ReadonlySet<number>,
): Comparison {
  const ready: ImportRecord[] = [];
  const duplicates: ImportProblem[] = [];
  for (const record of records) {
    const isSameRow = keys.fingerprints.has(fingerprintHash(record.fingerprint));
    const isSameName = keys.identities.has(record.identity);
    if (included.has(record.row) || !(isSameRow || isSameName)) {
      ready.push(record);
      continue;
    }
    duplicates.push({
      severity: 'duplicate',
      code: isSameRow ? 'in_register' : 'same_name_in_register',
      row: record.row,
      column: null,
      columnIndex: null,
      cell: record.fields.name,
      message: isSameRow
        ? 'This very row was imported before. It stays out; include it if it means another initiative.'
        : 'The register has an initiative of this name and unit. The row stays out; include it if it means another one.',
    });
  }
  return { ready, duplicates };
}
