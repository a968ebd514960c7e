import { z } from 'zod';
import { isoDate, text } from './primitives.ts';

/** A file the host holds for the page: the page never learns or gives a path. */
export const stagedFile = z.object({ handle: z.string().max(64), name: text(400), size: z.int() });

export const encodingName = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);
export const delimiterName = z.enum([',', ';', '\t', '|']);

/** Where each target field comes from: a column by position, or nothing. */
export const columnMap = z.record(z.string().max(60), z.int().min(0).max(2000).nullable());

/** What the person chose; everything left out is detected. */
export const importOptions = z
  .object({
    sheet: text(200).optional(),
    encoding: encodingName.optional(),
    delimiter: delimiterName.optional(),
    /** 1-based row of the header. */
    headerRow: z.int().min(1).max(1000).optional(),
    profileId: z.string().max(60).optional(),
    columns: columnMap.optional(),
    /** Value maps by target field: source text -> target value ('' = leave unmeasured). */
    values: z.record(z.string().max(60), z.record(z.string().max(2000), z.string().max(60))).optional(),
    dateOrder: z.enum(['mdy', 'dmy', 'ymd']).optional(),
    evidenceDate: isoDate.optional(),
    corrections: z
      .array(z.object({ row: z.int().min(1), column: z.int().min(0), value: text(32_767) }).strict())
      .max(5000)
      .optional(),
    /** Rows flagged as possible duplicates that should come in all the same. */
    includeRows: z.array(z.int().min(1)).max(100_000).optional(),
  })
  .strict();

export const importProblem = z.object({
  row: z.int(),
  column: z.string().nullable(),
  columnIndex: z.int().nullable(),
  cell: z.string(),
  /** `blocked`: the row does not come in; `duplicate`: it is in already; `warning`: it comes in, the cell does not. */
  severity: z.enum(['blocked', 'duplicate', 'warning']),
  code: z.string(),
  message: z.string(),
});

export const importDraft = z.object({
  importId: z.string(),
  fileName: z.string(),
  kind: z.enum(['csv', 'xlsx']),
  sheets: z.array(z.object({ name: z.string(), rows: z.int(), isHidden: z.boolean() })),
  sheet: z.string().nullable(),
  encoding: encodingName.nullable(),
  delimiter: delimiterName.nullable(),
  headerRow: z.int(),
  profileId: z.string(),
  profiles: z.array(z.object({ id: z.string(), name: z.string(), score: z.number() })),
  headers: z.array(z.string()),
  /** What a person should know before trusting the table. */
  notes: z.array(z.string()),
  /** First rows of the file as read, so that a wrong encoding or header row shows. */
  sample: z.array(z.array(z.string())),
  /** What can be filled, and from which column it is filled now. */
  targets: z.array(
    z.object({
      field: z.string(),
      name: z.string(),
      isRequired: z.boolean(),
      column: z.int().nullable(),
      /** How it is filled when it takes more than one column: "Agency Abbreviation + Bureau"; null otherwise. */
      composite: z.string().nullable(),
      /** Source texts met in that column, most frequent first, with what they become ('' = left unmeasured, null = not mapped yet); only for fields with a fixed set. */
      values: z
        .array(z.object({ text: z.string(), count: z.int(), becomes: z.string().nullable() }))
        .nullable(),
      choices: z.array(z.object({ value: z.string(), name: z.string() })).nullable(),
    }),
  ),
  dateOrder: z.enum(['mdy', 'dmy', 'ymd']).nullable(),
  /** True when some dates can be read two ways and nothing proves which. */
  isDateOrderAsked: z.boolean(),
  evidenceDate: isoDate.nullable(),
  counts: z.object({
    rowsRead: z.int(),
    ready: z.int(),
    blocked: z.int(),
    duplicates: z.int(),
    warnings: z.int(),
    sameName: z.int(),
  }),
  /** At most 2,000 are sent; `counts` holds the whole. */
  problems: z.array(importProblem),
  preview: z.array(
    z.object({
      row: z.int(),
      name: z.string(),
      unit: z.string(),
      stage: z.string(),
      stageEnteredOn: z.string(),
      levels: z.string(),
    }),
  ),
});

export const importOutcome = z.object({
  batchId: z.string(),
  imported: z.int(),
  blocked: z.int(),
  duplicates: z.int(),
  warnings: z.int(),
});

export type ImportOptions = z.output<typeof importOptions>;
export type ImportDraft = z.output<typeof importDraft>;
export type ImportProblem = z.output<typeof importProblem>;
export type ImportOutcome = z.output<typeof importOutcome>;
export type StagedFile = z.output<typeof stagedFile>;
