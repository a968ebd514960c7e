import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A new folder that only this user can read, for uploads and throw-away copies; the host removes it at the end. */
export function makeTempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pilotage-'));
  chmodSync(folder, 0o700);
  return folder;
}

/** Removes a folder of {@link makeTempFolder}; a leftover is no reason to fail an orderly end. */
export function removeTempFolder(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // Windows keeps files that are still being closed; the system clears its temp folder.
  }
}

/** Makes a folder of the profile, readable by this user alone. */
export function makePrivateFolder(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
}

/** Writes a file whole or not at all, so that a reader never sees half of it. */
export function writeWhole(path: string, content: string | Uint8Array, mode = 0o644): void {
  const part = `${path}.${process.pid}.part`;
  try {
    writeFileSync(part, content, { mode, flag: 'wx' });
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
