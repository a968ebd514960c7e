import type { FileFault, HeldHead } from '#shared/api/schemas/file.ts';
import { getRow, type ReadDb } from '../handles.ts';
import { readAuditHead } from '../read/history.ts';

/**
 * Compares the history with heads that are held outside the file: printed in a report, noted on this machine, in the
 * name of a backup. What no check of the file alone can see shows here: a tail cut off, and a history rewritten as a
 * whole. Goes by the hashes as stored; that they belong to their entries is for `verifyChain`.
 * @param held number and first letters and digits of the hash of an entry, in any order
 * @throws SqliteError when the history cannot be read
 */
export function checkHeads(db: ReadDb, held: readonly HeldHead[]): FileFault[] {
  const last = readAuditHead(db).seq;
  const bySeq = [...held].sort((a, b) => a.seq - b.seq);
  const beyond = bySeq.filter(({ seq }) => seq > last);
  const present = bySeq.filter(({ seq }) => seq <= last);
  const firstOther = present.findIndex((head) => !isHeadOf(db, head));
  const faults: FileFault[] = [];
  const other = present[firstOther];
  if (other) {
    const agreed = present[firstOther - 1]?.seq ?? 0;
    faults.push({ kind: 'head', seq: agreed + 1, text: otherText(other, agreed) });
  }
  const cut = beyond[0];
  if (cut) faults.push({ kind: 'head', seq: last + 1, text: cutText(cut, last) });
  return faults;
}

function isHeadOf(db: ReadDb, { seq, hash }: HeldHead): boolean {
  const own = getRow<{ hash: unknown }>(db, 'SELECT hash FROM history WHERE seq = ?', seq)?.hash;
  return typeof own === 'string' && own.startsWith(hash.toLowerCase());
}

const SHOWN_DIGITS = 16;
const named = ({ seq, hash }: HeldHead): string => `entry ${seq} (${hash.slice(0, SHOWN_DIGITS)})`;

function otherText(held: HeldHead, agreed: number): string {
  const since =
    agreed + 1 === held.seq
      ? `from entry ${held.seq} on`
      : `from an entry between ${agreed + 1} and ${held.seq} on`;
  return `The history is not the one that was noted outside this file as ${named(held)}: it is another one ${since}. Compare it with a backup or a report from that time.`;
}

function cutText(held: HeldHead, last: number): string {
  const gone = last + 1 === held.seq ? `Entry ${held.seq} is` : `Entries ${last + 1} to ${held.seq} are`;
  return `The history ends with entry ${last}, but ${named(held)} was noted outside this file. ${gone} not in it. If you did not put an older copy in its place yourself, restore a backup that holds them.`;
}
