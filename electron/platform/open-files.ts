import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '#shared/api/errors.ts';
import { makePrivateFolder, writeWhole } from './private-files.ts';

/** Who holds a portfolio file open, as written in the profile beside nobody's document. */
export interface OpenFile {
  readonly pid: number;
  readonly host: 'desktop' | 'browser';
  readonly since: string;
  /** Browser mode only: where a second start asks for a fresh address, and the secret that lets it. */
  readonly port?: number;
  readonly control?: string;
}

/** One place per file, whatever name or link leads to it. */
export function canonicalPath(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync.native(whole);
  } catch {
    // Not there yet: the folder may still be a link.
    try {
      return join(realpathSync.native(dirname(whole)), basename(whole));
    } catch {
      return whole;
    }
  }
}

/** Where the state of `path` is kept: named by a hash, so that the profile does not list the person's files. */
export function openFileState(profile: string, path: string): string {
  const name = createHash('sha256').update(canonicalPath(path)).digest('hex').slice(0, 32);
  return join(profile, 'open', `${name}.json`);
}

/** Writes who holds `path`. Mode 0600: the control secret is for this user alone. */
export function recordOpenFile(profile: string, path: string, state: OpenFile): void {
  makePrivateFolder(join(profile, 'open'));
  const file = openFileState(profile, path);
  writeWhole(file, JSON.stringify(state), 0o600);
}

/** Forgets `path` when this process is the one that holds it. */
export function forgetOpenFile(profile: string, path: string, pid: number = process.pid): void {
  const file = openFileState(profile, path);
  if (readState(file)?.pid === pid) rmSync(file, { force: true });
}

/**
 * Who holds `path` now, or undefined. A state whose process is gone is a leftover of a crash and counts for nothing;
 * the lock that protects the file is SQLite's, this is only how to say who has it.
 */
export function readOpenFile(
  profile: string,
  path: string,
  isAlive: (pid: number) => boolean = isProcessAlive,
): OpenFile | undefined {
  const state = readState(openFileState(profile, path));
  return state && isAlive(state.pid) ? state : undefined;
}

/** The same in words: "browser mode (process 4711, since 2026-11-22 09:14 UTC)". */
export function describeHolder(state: OpenFile): string {
  const host = state.host === 'desktop' ? 'the Pilotage app' : 'Pilotage in browser mode';
  return `${host} (process ${state.pid}, since ${state.since.slice(0, 16).replace('T', ' ')} UTC)`;
}

/** Adds who has the file to a refusal that only knows that somebody has it; other errors come back as they are. */
export function withHolder(error: unknown, profile: string, path: string): unknown {
  if (!(error instanceof AppError) || error.code !== 'file_in_use') return error;
  const holder = readOpenFile(profile, path);
  if (!holder) return error;
  return new AppError(
    'file_in_use',
    `This portfolio is open in ${describeHolder(holder)}. Use it there, or end it first.`,
    error.details,
  );
}

function readState(file: string): OpenFile | undefined {
  try {
    const state: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isOpenFile(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

function isOpenFile(value: unknown): value is OpenFile {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, host, since, port, control } = value as Record<string, unknown>;
  return (
    Number.isSafeInteger(pid) &&
    (pid as number) > 0 &&
    (host === 'desktop' || host === 'browser') &&
    typeof since === 'string' &&
    (port === undefined || (Number.isInteger(port) && (port as number) > 0 && (port as number) < 65_536)) &&
    (control === undefined || typeof control === 'string')
  );
}

function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives, but belongs to somebody else.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
