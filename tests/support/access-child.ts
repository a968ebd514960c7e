/**
 * Opens a document as another user and prints what came of it as one line of JSON. For cases that a test running as root
 * cannot show. Usage: node access-child.ts PATH PROFILE UID [copy]
 */
import { join } from 'node:path';
import { loadSqlite } from '#db/sqlite.ts';
import { openDocument } from '#electron/platform/document.ts';
import { copyOfFile, ownFile } from '#electron/platform/document-request.ts';
import { toApiError } from '#shared/api/errors.ts';

const [, , path = '', profile = '', uid = '', copy] = process.argv;
const COMPUTE = join(import.meta.dirname, '../../electron/compute');
// The driver is loaded first: an unprivileged user may not be able to read it where the project lies.
loadSqlite();
process.setgid?.(Number(uid));
process.setuid?.(Number(uid));
try {
  const { service } = await openDocument(copy ? copyOfFile(path) : ownFile(path), {
    host: 'browser',
    appVersion: '0',
    profile,
    runIntake: () => Promise.reject(new Error('nothing is imported here')),
    // The child that looks unknown files through could not read the project as this user; other tests show it.
    inspect: () =>
      Promise.resolve({ ok: true, found: { version: 1, head: { seq: 1, hash: '' }, initiatives: 0 } }),
    computeWorker: join(COMPUTE, 'compute-worker.ts'),
    fileWorker: join(COMPUTE, 'file-worker.ts'),
    emit: () => undefined,
    log: () => undefined,
  });
  const status = await service.call('getStatus', {});
  const { file, initiativeCount } = (
    status as { value: { file: Record<string, unknown>; initiativeCount: number } }
  ).value;
  const change = await service.call('createInitiative', { name: 'x', stage: 'idea' });
  console.log(
    JSON.stringify({
      isReadOnly: file.isReadOnly,
      isCopy: file.copiedAt !== null,
      damage: file.damage,
      initiativeCount,
      change: change.ok ? 'done' : change.error.code,
    }),
  );
  process.exit(0);
} catch (error) {
  console.log(JSON.stringify(toApiError(error) ?? { code: 'bug', message: String((error as Error).stack) }));
  process.exit(0);
}
