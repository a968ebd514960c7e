import { toApiError } from '#shared/api/errors.ts';
import { fromFsError } from '../file-errors.ts';
import { getRow, type ReadDb } from '../handles.ts';
import { openPortfolioFile } from '../open.ts';
import { type AuditHead, readAuditHead } from '../read/history.ts';
import { verifyChain, verifyFile } from '../verify.ts';

/** How many of the last entries a quick check recomputes: more than an unfinished change can have touched. */
const LAST_ENTRIES = 200;

/**
 * The head of a private copy that passes every check there is; undefined when it does not. Opening it plays in its side
 * files and brings it to the present format, so the path must be a copy's, never the person's file.
 * @param depth `quick` leaves the content of the tables and older entries unchecked: pages and schema, and the last
 * 200 entries. A whole check of a large file takes many times as long
 * @throws Error for what is neither damage nor a foreign file: a full disk, say
 */
export function soundHead(copy: string, depth: 'whole' | 'quick' = 'whole'): AuditHead | undefined {
  let file: ReturnType<typeof openPortfolioFile> | undefined;
  try {
    file = openPortfolioFile(copy);
    const isSound = depth === 'whole' ? verifyFile(file.db).isGood : areLastEntriesSound(file.db);
    return isSound ? readAuditHead(file.db) : undefined;
  } catch (error) {
    const known = toApiError(error) ?? fromFsError(error, copy);
    if (known?.code === 'file_damaged' || known?.code === 'file_not_pilotage') return undefined;
    // SQLite may find the damage only while the rows are read.
    if (error instanceof Error && 'code' in error && /^SQLITE_(CORRUPT|NOTADB)/.test(String(error.code)))
      return undefined;
    throw known ?? error;
  } finally {
    file?.close();
  }
}

/** Opening has checked pages and schema by then. */
function areLastEntriesSound(db: ReadDb): boolean {
  const after = getRow<AuditHead>(
    db,
    'SELECT seq, hash FROM history ORDER BY seq DESC LIMIT 1 OFFSET ?',
    LAST_ENTRIES,
  );
  return verifyChain(db, after).isIntact;
}
