import { type WrittenBackup, writeBackup } from '#db/backup/write-backup.ts';
import type { WriteDb } from '#db/handles.ts';
import type { BackupReason } from '#shared/api/schemas/file.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';

/** Makes a backup of an open portfolio, with days counted in UTC. */
export function backUp(
  db: WriteDb,
  folder: string,
  options: {
    readonly madeAt?: string;
    readonly reason?: BackupReason;
    readonly place?: string;
  } = {},
): WrittenBackup {
  return writeBackup({
    image: db.serialize(),
    folder,
    reason: options.reason ?? 'by_hand',
    madeAt: (options.madeAt ?? '2026-10-01T12:00:00.000Z') as Instant,
    place: options.place ?? '89abcdef',
    dayOf: (moment) => moment.slice(0, 10) as IsoDate,
  });
}
