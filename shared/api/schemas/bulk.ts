import { z } from 'zod';
import { initiativeFields, stage } from './initiative.ts';
import { id, isoDate, money, month, text } from './primitives.ts';

/** The facts that are changed for many initiatives at once. The entry day belongs to a stage given with it. */
export const bulkPatch = initiativeFields
  .pick({
    unit: true,
    businessOwner: true,
    technicalOwner: true,
    financeValidator: true,
    stage: true,
    stageEnteredOn: true,
    isPaused: true,
  })
  .partial()
  .strict()
  .refine((patch) => Object.values(patch).some((value) => value !== undefined), 'nothing to change')
  .refine(
    ({ stage, stageEnteredOn }) => stage !== undefined || stageEnteredOn === undefined,
    'an entry day goes with the stage it is of',
  );

export const bulkIds = z
  .array(id)
  .min(1)
  .max(10_000)
  .refine((ids) => new Set(ids).size === ids.length, 'an initiative is named twice');

/** The texts of the register that may be pasted into a column. */
export const TEXT_FIELDS = ['name', 'unit', 'businessOwner', 'technicalOwner'] as const;

/** One text for each initiative; each held to the rule of its field. */
export const initiativeTexts = z
  .object({
    field: z.enum(TEXT_FIELDS),
    values: z
      .array(z.object({ id, text: text(500) }).strict())
      .min(1)
      .max(10_000),
  })
  .strict()
  .superRefine(({ field, values }, context) => {
    for (const [index, value] of values.entries()) {
      const read = initiativeFields.shape[field].safeParse(value.text);
      if (!read.success)
        context.addIssue({
          code: 'custom',
          path: ['values', index, 'text'],
          message: read.error.issues[0]?.message ?? 'not accepted',
        });
    }
  })
  .refine(
    ({ values }) => new Set(values.map((value) => value.id)).size === values.length,
    'an initiative is named twice',
  );

/** A line in one month; amounts in minor units, null = unmeasured, not planned. */
export const monthLine = z.object({
  lineId: id,
  name: z.string(),
  kind: z.enum(['cost', 'outcome']),
  /** The plan in force when the month began. */
  plan: money.nullable(),
  previous: money.nullable(),
  amount: money.nullable(),
});

/** An initiative in one month, with the lines that are expected to have a value in it or have one. */
export const monthInitiative = z.object({
  id,
  name: z.string(),
  unit: z.string(),
  stage,
  isPaused: z.boolean(),
  isClosed: z.boolean(),
  lines: z.array(monthLine),
});

export const monthSheet = z.object({
  currency: z.string(),
  asOf: isoDate,
  month,
  /** By name. Retired ones only when they have an amount in the month or the one before. */
  initiatives: z.array(monthInitiative),
});

/** One month of many initiatives: amounts, and which of them are closed with it. */
export const monthEntry = z
  .object({
    month,
    entries: z
      .array(
        z
          .object({
            initiativeId: id,
            cells: z.array(z.object({ lineId: id, amount: money.nullable() }).strict()).max(2000),
            isClosing: z.boolean(),
          })
          .strict(),
      )
      .min(1)
      .max(10_000)
      .refine(
        (entries) => new Set(entries.map((entry) => entry.initiativeId)).size === entries.length,
        'an initiative is named twice',
      ),
  })
  .strict();

export type BulkPatch = z.output<typeof bulkPatch>;
export type TextField = (typeof TEXT_FIELDS)[number];
export type MonthLine = z.output<typeof monthLine>;
export type MonthInitiative = z.output<typeof monthInitiative>;
export type MonthSheet = z.output<typeof monthSheet>;
