import { createHash } from 'node:crypto';
import type { WriteDb } from '#db/handles.ts';
import { type FileCheck, verifyFile } from '#db/verify.ts';

/**
 * The full check of a file, made once for every content: of thousands of runs of one script most end with the same
 * bytes as another, and the check knows nothing but the bytes.
 */
export function checkOnce(check: (db: WriteDb) => FileCheck = verifyFile): (db: WriteDb) => FileCheck {
  const known = new Map<string, FileCheck>();
  return (db) => {
    const content = createHash('sha256').update(db.serialize()).digest('base64');
    const found = known.get(content) ?? check(db);
    known.set(content, found);
    return found;
  };
}
