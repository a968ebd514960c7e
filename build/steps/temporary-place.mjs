import { statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const ROOMY = 2 * 1024 ** 3;

/**
 * Where tests put their files: a memory disk where there is one with room, else the system's folder. Files and file
 * system are real there, too; what falls away is waiting for the disk at every sync, most of the time of a test of many
 * small files. Whether everything is synced that must be no test sees from the disk it runs on anyway: the power cuts of
 * tests/faults find it in a record of the calls.
 */
export function temporaryPlace({ memoryDisk = '/dev/shm', otherwise = tmpdir(), roomOf = freeBytes } = {}) {
  return roomOf(memoryDisk) >= ROOMY ? memoryDisk : otherwise;
}

/** Bytes free on the disk of a folder; 0 when there is no such folder. */
function freeBytes(folder) {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
