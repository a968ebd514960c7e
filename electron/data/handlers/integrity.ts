import { checkHeads } from '#db/verify.ts';
import type { Handlers } from '#shared/api/contract.ts';
import type { FileCheckReport, HeldHead } from '#shared/api/schemas/file.ts';
import { noteCheckOutcome } from '../check-outcome.ts';
import type { DataContext } from '../context.ts';
import { distinctHeads, heldHeads } from '../held-heads.ts';

/** Every check of the open file. */
export const integrityHandlers = {
  verifyFile: (context, { held }) => checkOpenFile(context, held),
} satisfies Partial<Handlers<'verifyFile', DataContext>>;

/**
 * Checks a snapshot of the open file in the background: every check of `verifyFile` in `db/verify.ts`, and the history
 * against the heads held on this machine and the typed ones. Backups end only when the file contradicts itself. A head
 * that does not fit is a matter for the person: a sound version may have been put here on purpose, and a typed head
 * may be a slip of the finger.
 * @throws AppError cancelled when the portfolio is closed meanwhile
 */
async function checkOpenFile(context: DataContext, typed: readonly HeldHead[]): Promise<FileCheckReport> {
  const { file, fileThread, notices, options } = context;
  const own = heldHeads(context);
  const held = distinctHeads([...own, ...typed]);
  const found = await fileThread.run({ kind: 'verify', image: file.db.serialize(), held });
  const inside = found.faults.filter(({ kind }) => kind !== 'head');
  noteCheckOutcome(context, inside);
  const [other] = inside.length === 0 ? checkHeads(file.db, own) : [];
  if (other) notices.add({ kind: 'changed_elsewhere', text: other.text });
  return { ...found, checkedAt: options.now() };
}
