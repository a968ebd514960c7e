import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Makes a new name in a folder durable. Windows cannot sync a folder and does not need it. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
