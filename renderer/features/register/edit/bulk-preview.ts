import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { STAGE_NAMES, type Stage } from '#shared/domain/stage.ts';

/** What can be set for many initiatives at once. */
export const BULK_FIELDS = [
  'businessOwner',
  'technicalOwner',
  'financeValidator',
  'unit',
  'stage',
  'isPaused',
] as const;
export type BulkField = (typeof BULK_FIELDS)[number];

export const BULK_NAMES: Readonly<Record<BulkField, string>> = {
  businessOwner: 'Business owner',
  technicalOwner: 'Technical owner',
  financeValidator: 'Finance validator',
  unit: 'Unit',
  stage: 'Stage',
  isPaused: 'Paused',
};

/** Most characters of each text field, as the contract has them. */
export const MOST_CHARACTERS: Readonly<Partial<Record<BulkField, number>>> = {
  businessOwner: 200,
  technicalOwner: 200,
  financeValidator: 200,
  unit: 300,
};

/** A value of a field in words; blank is said, not shown as nothing. */
export function bulkWords(field: BulkField, value: string | boolean): string {
  if (field === 'isPaused') return value === true ? 'paused' : 'not paused';
  if (field === 'stage') return STAGE_NAMES[value as Stage];
  return String(value).trim() === '' ? 'not named' : String(value);
}

export interface BulkChange {
  /** What stands now, in words. */
  readonly from: string;
  readonly count: number;
  /** False: it is so already. */
  readonly isChange: boolean;
}

/** What setting `field` to `value` would change: every value that stands, the most frequent first, with its count. */
export function bulkPreview(
  rows: readonly RegisterRow[],
  field: BulkField,
  value: string | boolean,
): readonly BulkChange[] {
  const counts = new Map<string | boolean, number>();
  for (const row of rows) counts.set(row[field], (counts.get(row[field]) ?? 0) + 1);
  return [...counts]
    .map(([from, count]) => ({ from: bulkWords(field, from), count, isChange: from !== value }))
    .sort((a, b) => Number(b.isChange) - Number(a.isChange) || b.count - a.count);
}

/** The values of a text field in use, most frequent first, to choose from. */
export function valuesInUse(rows: readonly RegisterRow[], field: BulkField): readonly string[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = row[field];
    if (typeof value === 'string' && value.trim() !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
}
