import { z } from 'zod';
import { id, instant, isoDate, text } from './primitives.ts';

/** The first characters of a hash that reports print; enough to tell two histories apart. */
export const HEAD_DIGITS = 16;

/** A history entry's number with the start of its hash, as printed in a report. */
export const heldHead = z
  .object({
    seq: z.int().min(1),
    hash: z
      .string()
      .trim()
      .toLowerCase()
      .regex(/^[0-9a-f]{16,64}$/, 'at least the first 16 letters and digits of the fingerprint'),
  })
  .strict();

/** What is wrong with a file, in words, with the history entry it is about when there is one. */
export const fileFault = z.object({
  kind: z.enum(['pages', 'foreign_keys', 'chain', 'content', 'head']),
  text: z.string(),
  seq: z.int().nullable(),
});

export const fileCheckReport = z.object({
  isGood: z.boolean(),
  checkedAt: instant,
  entries: z.int(),
  head: z.object({ seq: z.int(), hash: z.string() }),
  /** SHA-256 of everything entered, hex. */
  digest: z.string(),
  faults: z.array(fileFault),
  /** Heads held outside the file (noted on this machine, in backups, or typed in) that were compared. */
  heldHeads: z.int(),
});

export const BACKUP_REASONS = [
  'first_change',
  'interval',
  'close',
  'before_import',
  'before_restore',
  'by_hand',
] as const;

/** One verified backup of the open portfolio. The handle is worthless outside this file. */
export const backup = z.object({
  handle: z.string().max(200),
  madeAt: instant,
  reason: z.enum(BACKUP_REASONS),
  seq: z.int(),
  /** First letters and digits of its audit head. */
  hash: z.string(),
  bytes: z.int(),
});

export const backupList = z.object({
  /** Where they are, in words; never sent back. */
  folder: z.string(),
  isDefaultFolder: z.boolean(),
  backups: z.array(backup),
  lastMadeAt: instant.nullable(),
  /** Why the last try failed; null when it did not. */
  failure: z.string().nullable(),
});

/** What a restore would put in the place of the portfolio. */
export const restoreChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('backup'), handle: z.string().max(200) }).strict(),
  /** Tables rebuilt from the verified history of the damaged file itself. */
  z.object({ kind: z.literal('rebuilt') }).strict(),
  /** An empty portfolio; the damaged file is kept beside it. */
  z.object({ kind: z.literal('empty') }).strict(),
]);

export const initiativeDifference = z.object({
  id,
  name: z.string(),
  /** Seen from the portfolio as it is now: what the restore would do. */
  kind: z.enum(['comes_back', 'goes_away', 'changes']),
  /** Rows that differ. */
  rows: z.int(),
  /** In words, at most a few: "4 amounts", "level of the evaluation gap". */
  what: z.array(z.string()),
});

export const restorePreview = z.object({
  choice: restoreChoice,
  /** As it is now; null when the present file cannot be read. */
  present: z.object({ seq: z.int(), initiatives: z.int() }).nullable(),
  restored: z.object({ seq: z.int(), initiatives: z.int(), madeAt: instant.nullable() }),
  /** Steps of the history that would be gone: the labels of the latest few, newest first. */
  stepsLost: z.object({ count: z.int(), latest: z.array(text(400)) }),
  initiatives: z.array(initiativeDifference),
  /** Rows of the whole portfolio (settings, policy, assets, reviews) that differ. */
  portfolioRows: z.int(),
});

/** Something the person should know about the file or its place; never only a toast. */
export const fileNotice = z.object({
  kind: z.enum([
    'sync_folder',
    'network_folder',
    'conflicted_copy',
    'changed_elsewhere',
    'backup_failed',
    'upgraded',
    'restored',
    'check_failed',
    'recovered_after_crash',
  ]),
  text: z.string(),
});

/** Why a portfolio that could not be opened as it is is shown read-only instead. */
export const fileDamage = z.object({
  text: z.string(),
  /** What the screens show meanwhile. */
  shows: z.enum(['damaged', 'backup', 'nothing']),
  /** Ways out, the one that loses least first. */
  choices: z.array(
    z.object({
      choice: restoreChoice,
      label: z.string(),
      /** What would be lost, in words. */
      loses: z.string(),
    }),
  ),
});

export const viewDate = z.object({ asOf: isoDate.optional() });

export type FileCheckReport = z.output<typeof fileCheckReport>;
export type FileFault = z.output<typeof fileFault>;
export type HeldHead = z.output<typeof heldHead>;
export type BackupReason = (typeof BACKUP_REASONS)[number];
export type Backup = z.output<typeof backup>;
export type BackupList = z.output<typeof backupList>;
export type RestoreChoice = z.output<typeof restoreChoice>;
export type RestorePreview = z.output<typeof restorePreview>;
export type InitiativeDifference = z.output<typeof initiativeDifference>;
export type FileNotice = z.output<typeof fileNotice>;
export type FileDamage = z.output<typeof fileDamage>;
