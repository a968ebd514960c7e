/**
 * Makes a backup as another user and prints what happened as one line of JSON: read-only folders mean nothing to root.
 * Usage: node backup-child-fixture.ts IMAGE FOLDER UID
 */
import { readFileSync } from 'node:fs';
import { writeBackup } from '#db/backup/write-backup.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { toApiError } from '#shared/api/errors.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';

const [, , imagePath = '', folder = '', uid] = process.argv;
const image = readFileSync(imagePath);
// The driver is loaded first: an unprivileged user may not be able to read it where the project lies.
loadSqlite();
process.setgid?.(Number(uid));
process.setuid?.(Number(uid));
const dayOf = (moment: Instant) => moment.slice(0, 10) as IsoDate;
const madeAt = '2026-10-01T09:00:00.000Z' as Instant;
try {
  const { backup } = writeBackup({ image, folder, reason: 'by_hand', madeAt, place: '89abcdef', dayOf });
  console.log(JSON.stringify({ made: backup.handle }));
} catch (error) {
  console.log(JSON.stringify(toApiError(error) ?? { code: 'bug', message: String(error) }));
}
