import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { AppError } from '#shared/api/errors.ts';
import type { Instant } from '#shared/domain/units.ts';
import { formatMoment } from '#shared/report/moments.ts';
import { makePrivateFolder, writeWhole } from './private-files.ts';

/** Who holds a portfolio file open, as written in the profile beside nobody's document. */
export interface OpenFile {
  readonly pid: number;
  readonly host: 'desktop' | 'browser';
  /** A moment. */
  readonly since: string;
  /** Browser mode only: where a second start asks for a fresh address, and the secret that lets it. */
  readonly port?: number;
  readonly control?: string;
}

/** As written: a profile on a network drive serves several machines, and their process ids mean nothing here. */
interface StoredOpenFile extends OpenFile {
  readonly machine: string;
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
  const stored: StoredOpenFile = { ...state, machine: hostname() };
  writeWhole(file, JSON.stringify(stored), 0o600);
}

/** Forgets `path` when this process is the one that holds it. */
export function forgetOpenFile(profile: string, path: string, pid: number = process.pid): void {
  const file = openFileState(profile, path);
  const state = readState(file);
  if (state?.pid === pid && isOfThisMachine(state)) rmSync(file, { force: true });
}

/**
 * Which process of this machine holds `path` now, or undefined. A state whose process is gone is a leftover of a crash and counts for nothing;
 * the lock that protects the file is SQLite's, this is only how to say who has it.
 */
export function readOpenFile(
  profile: string,
  path: string,
  isAlive: (pid: number) => boolean = isProcessAlive,
): OpenFile | undefined {
  const state = readState(openFileState(profile, path));
  if (!state || !isOfThisMachine(state) || !isAlive(state.pid)) return undefined;
  const { machine: _, ...holder } = state;
  return holder;
}

/** The same in words: "Pilotage in browser mode (process 4711, since 22 Nov 2026, 09:14 UTC)". */
export function describeHolder(state: OpenFile): string {
  const host = state.host === 'desktop' ? 'the Pilotage app' : 'Pilotage in browser mode';
  return `${host} (process ${state.pid}, since ${formatMoment(state.since as Instant)})`;
}

/**
 * Adds who has the file to a refusal that only knows that somebody has it; other errors come back as they are, and so
 * does a holder nobody here knows: another program, or another user, whose profile this one cannot read.
 * @param mode `copy` when a copy was asked for already, so that it is not offered once more
 */
export function withHolder(
  error: unknown,
  profile: string,
  path: string,
  mode: 'file' | 'copy' = 'file',
): unknown {
  if (!(error instanceof AppError) || error.code !== 'file_in_use') return error;
  const holder = holderInWords(profile, path);
  if (holder === undefined) return error;
  const place = `“${basename(path)}” is open in ${holder}`;
  const message =
    mode === 'copy'
      ? `${place}, which was changing it, so no sound copy of it could be made. Nothing was changed. Try again, or close it there first.`
      : `${place}. Use it there, or end it first. Until then you can open a copy of it to read.`;
  return new AppError('file_in_use', message, error.details);
}

function holderInWords(profile: string, path: string): string | undefined {
  const own = readOpenFile(profile, path);
  if (own) return describeHolder(own);
  const state = readState(openFileState(profile, path));
  // Whether a process of another machine lives cannot be asked from here; that somebody has the file is known by now.
  return state && !isOfThisMachine(state) ? `${describeHolder(state)} on “${state.machine}”` : undefined;
}

function isOfThisMachine({ machine }: StoredOpenFile): boolean {
  return machine === hostname();
}

function readState(file: string): StoredOpenFile | undefined {
  try {
    const state: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isOpenFile(state) ? state : undefined;
  } catch {
    return undefined;
  }
}

function isOpenFile(value: unknown): value is StoredOpenFile {
  if (typeof value !== 'object' || value === null) return false;
  const { pid, host, since, machine, port, control } = value as Record<string, unknown>;
  return (
    Number.isSafeInteger(pid) &&
    (pid as number) > 0 &&
    (host === 'desktop' || host === 'browser') &&
    isMoment(since) &&
    typeof machine === 'string' &&
    machine.length <= 255 &&
    (port === undefined || (Number.isInteger(port) && (port as number) > 0 && (port as number) < 65_536)) &&
    (control === undefined || typeof control === 'string')
  );
}

function isMoment(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value);
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
