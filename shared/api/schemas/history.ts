import { z } from 'zod';
import { HISTORY_KINDS } from '../../history/table-words.ts';
import { finite } from './primitives.ts';

export const historyKind = z.enum(HISTORY_KINDS);

const cell = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string() }),
  z.object({ type: z.literal('money'), minor: finite }),
  z.object({ type: z.literal('amount'), text: z.string() }),
]);

/** What one entry changed, in plain words, field by field. */
export const historyChanges = z.object({
  changes: z.array(
    z.object({
      subject: z.string(),
      action: z.enum(['added', 'changed', 'removed']),
      fields: z.array(z.object({ label: z.string(), before: cell.nullable(), after: cell.nullable() })),
    }),
  ),
  /** Where the next page begins; null = that was all. */
  nextOrdinal: z.int().nullable(),
  /** Where it stands among the steps Undo takes back, one after the other. */
  undo: z.discriminatedUnion('status', [
    z.object({ status: z.literal('ahead'), steps: z.int().nullable(), nextLabel: z.string() }),
    z.object({ status: z.literal('closed'), refusal: z.string() }),
    z.object({ status: z.literal('none') }),
  ]),
});
export type HistoryChanges = z.output<typeof historyChanges>;
