import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HeldHead } from '#shared/api/schemas/file.ts';
import { heldHead } from '#shared/api/schemas/file.ts';
import { id, instant } from '#shared/api/schemas/primitives.ts';
import type { Instant } from '#shared/domain/units.ts';
import { canonicalPath } from './open-files.ts';
import { makePrivateFolder, writeWhole } from './private-files.ts';

/** What this machine remembers of one portfolio file. Never anything that was entered: numbers, moments and hashes. */
export interface FileMemory {
  readonly fileId: string;
  /** The last history entry seen here. */
  readonly head: HeldHead;
  /** Of the file when it was last closed here. */
  readonly size: number;
  readonly mtimeMs: number;
  readonly isClosedCleanly: boolean;
  /** When every check last found nothing; null when that never happened here. */
  readonly verifiedAt: Instant | null;
  /** Heads that a closing, a report, an export or a backup noted, oldest first. */
  readonly noted: readonly HeldHead[];
  /** Restores done here: heads beyond `seq` that were noted before `at` are those of the replaced file. */
  readonly restores: readonly Restored[];
}

/** A restore: from `at` on the history went on after entry `seq`; 0 = it began anew. */
export interface Restored {
  readonly at: Instant;
  readonly seq: number;
}

/** What the size and time of a file are now. */
export interface FileState {
  readonly size: number;
  readonly mtimeMs: number;
}

/** The memory of the open file. Failing to write it is told to `log` and never stops the work. */
export interface FileMemoryHandle {
  /** As it was when the file was opened; null for a file this machine has not seen. */
  readonly atOpening: FileMemory | null;
  /** Heads that somebody may ask for, oldest first. */
  readonly noted: () => readonly HeldHead[];
  /** Remembers a head that left the file: in a report, an export, a backup, or at the end of a session. */
  readonly note: (head: HeldHead) => void;
  readonly verifiedAt: () => Instant | null;
  /** Every check found nothing. */
  readonly verified: (at: Instant) => void;
  /** A check found something: the next opening checks again, whatever the last good one said. */
  readonly failedCheck: () => void;
  /** True for a head noted at `madeAt` that a later restore left behind: it need not be in the history any more. */
  readonly isLeftBehind: (seq: number, madeAt: Instant) => boolean;
  /** A restore that a crash cut short was carried on: what is remembered becomes that of the restored file. */
  readonly restored: (restored: Restored, head: HeldHead) => void;
  /** The file is open here: until {@link closed} any end counts as a crash. */
  readonly opened: (fileId: string, head: HeldHead) => void;
  readonly closed: (head: HeldHead, state: FileState) => void;
}

const MOST_NOTED = 50;
const MOST_RESTORES = 50;

// Written by us, but it lies on a disk: it is believed only when every part of it is what we write.
const stored = z
  .object({
    version: z.literal(1),
    fileId: id,
    head: heldHead,
    size: z.int().min(0),
    mtimeMs: z.number().min(0),
    isClosedCleanly: z.boolean(),
    verifiedAt: instant.nullable(),
    noted: z.array(heldHead).max(MOST_NOTED),
    restores: z.array(z.object({ at: instant, seq: z.int().min(0) }).strict()).max(MOST_RESTORES),
  })
  .strict();

/** Where the memory of `path` is: named by a hash, so that the profile does not list the person's files. */
export function fileMemoryPath(profile: string, path: string): string {
  const name = createHash('sha256').update(canonicalPath(path)).digest('hex').slice(0, 32);
  return join(profile, 'files', `${name}.json`);
}

/** What is remembered of the file at `path`; null when there is nothing, or nothing that can be believed. */
export function readFileMemory(profile: string, path: string): FileMemory | null {
  try {
    const { version: _, ...memory } = stored.parse(
      JSON.parse(readFileSync(fileMemoryPath(profile, path), 'utf8')),
    );
    return memory as FileMemory;
  } catch {
    return null;
  }
}

/**
 * Writes what is remembered, whole or not at all.
 * @throws NodeJS.ErrnoException when the profile cannot be written
 */
export function writeFileMemory(profile: string, path: string, memory: FileMemory): void {
  makePrivateFolder(join(profile, 'files'));
  const content = { version: 1, ...memory };
  writeWhole(fileMemoryPath(profile, path), JSON.stringify(content), 0o600);
}

/**
 * After a restore: the memory of a file whose history now ends with entry `seq` of what it was. Heads beyond are
 * forgotten, and it counts as not yet checked.
 */
export function afterRestore(memory: FileMemory, restored: Restored, head: HeldHead): FileMemory {
  return {
    ...memory,
    head,
    isClosedCleanly: true,
    verifiedAt: null,
    noted: memory.noted.filter(({ seq }) => seq <= restored.seq),
    restores: [...memory.restores, restored].slice(-MOST_RESTORES),
  };
}

/**
 * The memory of the file at `path`, open in this process. With `profile` null it lasts as long as the handle.
 * @param log told when the profile cannot be written: the portfolio is worked on all the same
 */
export function fileMemory(
  profile: string | null,
  path: string,
  log: (message: string, error?: unknown) => void,
): FileMemoryHandle {
  const atOpening = profile === null ? null : readFileMemory(profile, path);
  let memory = atOpening;

  function keep(next: FileMemory): void {
    memory = next;
    if (profile === null) return;
    try {
      writeFileMemory(profile, path, next);
    } catch (error) {
      log('what is remembered of the portfolio could not be written', error);
    }
  }

  return {
    atOpening,
    noted: () => memory?.noted ?? [],
    note(head) {
      if (memory) keep({ ...memory, noted: withHead(memory.noted, head) });
    },
    verifiedAt: () => memory?.verifiedAt ?? null,
    verified(at) {
      if (memory) keep({ ...memory, verifiedAt: at });
    },
    failedCheck() {
      if (memory) keep({ ...memory, verifiedAt: null });
    },
    isLeftBehind: (seq, madeAt) =>
      memory?.restores.some((restored) => madeAt < restored.at && seq > restored.seq) ?? false,
    restored(restored, head) {
      if (memory) keep(afterRestore(memory, restored, head));
    },
    opened(fileId, head) {
      // Another portfolio in the same place shares nothing with what was there before.
      const before = memory?.fileId === fileId ? memory : null;
      keep({
        fileId,
        head: before?.head ?? head,
        size: before?.size ?? 0,
        mtimeMs: before?.mtimeMs ?? 0,
        isClosedCleanly: false,
        verifiedAt: before?.verifiedAt ?? null,
        noted: before?.noted ?? [],
        restores: before?.restores ?? [],
      });
    },
    closed(head, { size, mtimeMs }) {
      if (memory) {
        const noted = withHead(memory.noted, head);
        keep({ ...memory, head, size, mtimeMs, isClosedCleanly: true, noted });
      }
    },
  };
}

/** The list with `head` as its newest; an entry is noted once. */
function withHead(noted: readonly HeldHead[], head: HeldHead): readonly HeldHead[] {
  const others = noted.filter((each) => each.seq !== head.seq || each.hash !== head.hash);
  return [...others, { seq: head.seq, hash: head.hash }].slice(-MOST_NOTED);
}
