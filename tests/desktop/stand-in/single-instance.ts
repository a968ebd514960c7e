import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codec } from './node-codec.ts';

/** What a later instance hands over to the first. */
export interface Handover {
  readonly argv: readonly string[];
  readonly workingDirectory: string;
  readonly data: unknown;
}

/** Puts the lock back. */
export type Release = () => void;

/**
 * Takes the lock of this profile, or hands the own command line over to its owner and returns undefined.
 * The call must be synchronous, so the lock is a file that only one process can create, and a handover is a
 * file put beside it. The lock of a process that is gone is taken over.
 */
export function acquireInstanceLock(
  profile: string,
  data: unknown,
  onHandover: (handover: Handover) => void,
): Release | undefined {
  const folder = join(profile, 'single-instance');
  const owner = join(folder, 'owner');
  mkdirSync(folder, { recursive: true });
  if (!createOwner(owner)) {
    if (isAlive(Number(readFileSync(owner, 'utf8')))) {
      handOver(folder, data);
      return undefined;
    }
    rmSync(owner, { force: true });
    if (!createOwner(owner)) return undefined;
  }
  const watcher = watch(folder, () => receive(folder, onHandover));
  watcher.unref();
  const release = () => {
    watcher.close();
    rmSync(owner, { force: true });
  };
  process.once('exit', release);
  return release;
}

function createOwner(owner: string): boolean {
  try {
    writeFileSync(owner, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    return false;
  }
}

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

function handOver(folder: string, data: unknown): void {
  const message = { argv: process.argv, workingDirectory: process.cwd(), data: codec.encode(data) };
  const draft = join(folder, `draft-${process.pid}`);
  writeFileSync(draft, JSON.stringify(message));
  // Renamed when whole, so that the owner never reads half a message.
  renameSync(draft, join(folder, `handover-${process.pid}`));
}

function receive(folder: string, onHandover: (handover: Handover) => void): void {
  for (const name of readdirSync(folder).filter((one) => one.startsWith('handover-'))) {
    let message: { argv: string[]; workingDirectory: string; data: string };
    try {
      message = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      rmSync(join(folder, name));
    } catch {
      // The watcher fires more than once for a file; another turn has taken it.
      continue;
    }
    onHandover({ ...message, data: codec.decode(message.data) });
  }
}
