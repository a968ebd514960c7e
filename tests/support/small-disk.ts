import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './portfolio.ts';

/** Mounts a memory disk over a folder; answers the reason when that is not allowed here. */
function mountOver(folder: string, kilobytes: number): string | undefined {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder], { stdio: 'pipe' });
    return undefined;
  } catch (error) {
    return error instanceof Error ? (error.message.split('\n')[1] ?? error.message) : String(error);
  }
}

function probe(): string | undefined {
  const folder = join(tmpdir(), 'pilotage-mount-probe');
  mkdirSync(folder, { recursive: true });
  const reason = mountOver(folder, 64);
  if (reason === undefined) execFileSync('umount', [folder]);
  return reason;
}

/** Why no disk can be filled here; undefined where it can. */
export const whyNoSmallDisk = probe();
if (whyNoSmallDisk !== undefined) {
  console.log(`skipped: tests on a full disk, since none can be mounted here (${whyNoSmallDisk})`);
}

/** A folder on a disk of its own with room for `kilobytes`; gone after the test. */
export function smallDisk(kilobytes: number): string {
  const folder = temporaryFolder();
  mountOver(folder, kilobytes);
  onTestFinished(() => void execFileSync('umount', [folder]));
  return folder;
}
