import type { ApiError } from '#shared/api/errors.ts';
import type { ImportDraft, ImportOutcome } from '#shared/api/schemas/intake.ts';
import { missingFields } from './import-options.ts';
import { type DraftState, isImportable } from './import-state.ts';

const WHOLE = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/** A count with separators: 2133 -> "2,133". */
export function count(n: number): string {
  return WHOLE.format(n);
}

/** "1 row", "12 rows": count and word, the word in the number it needs. */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** The button that imports: its label, and why it cannot be pressed (null = it can). */
export interface ImportButton {
  readonly label: string;
  readonly reason: string | null;
}

/** What the Import button says: exactly what will happen, or why nothing can. */
export function importButton(state: DraftState): ImportButton {
  const { counts } = state.draft;
  const staysOut = counts.blocked + counts.duplicates;
  if (counts.ready === 0) return { label: 'Nothing to import', reason: reasonForNothing(state.draft) };
  const initiatives = counted(counts.ready, 'initiative');
  const out = staysOut === 1 ? '1 row stays out' : `${count(staysOut)} rows stay out`;
  const label = staysOut === 0 ? `Import ${initiatives}` : `Import ${initiatives}; ${out}`;
  if (!addsUp(state.draft)) {
    return {
      label,
      reason:
        'The counts do not add up, so a row may have been lost. Please report this file; nothing was imported.',
    };
  }
  return { label, reason: reasonToWait(state) };
}

function reasonToWait(state: DraftState): string | null {
  if (state.work === 'importing') return 'Importing now.';
  if (state.work === 'revising') return 'Reading the file again with your last change.';
  if (!isImportable(state)) return 'The last change could not be applied. Change it or take it back first.';
  return null;
}

function reasonForNothing(draft: ImportDraft): string {
  const { counts } = draft;
  if (counts.rowsRead === 0)
    return 'There is no row below the header row. Choose another header row or sheet.';
  const missing = missingFields(draft);
  if (missing.length > 0) return `Choose the column for ${missing.join(' and ')} first.`;
  if (counts.duplicates === counts.rowsRead) {
    return counts.rowsRead === 1
      ? 'The one row is in the portfolio already; importing it again would change nothing.'
      : `All ${count(counts.rowsRead)} rows are in the portfolio already; importing them again would change nothing.`;
  }
  if (counts.duplicates === 0)
    return `All ${count(counts.blocked)} rows are blocked. Correct them below or change the mapping.`;
  return `No row is ready: ${count(counts.duplicates)} ${counts.duplicates === 1 ? 'is a duplicate' : 'are duplicates'} of what is there already and ${count(counts.blocked)} ${counts.blocked === 1 ? 'is' : 'are'} blocked.`;
}

/** "2,133 rows read = 2,121 ready + 12 blocked + 0 duplicates": where every row goes, on one line. */
export function countSentence(draft: ImportDraft): string {
  const { rowsRead, ready, blocked, duplicates } = draft.counts;
  return `${counted(rowsRead, 'row')} read = ${count(ready)} ready + ${count(blocked)} blocked + ${counted(duplicates, 'duplicate')}`;
}

/** True when every row read is counted exactly once. */
export function addsUp(draft: ImportDraft): boolean {
  const { rowsRead, ready, blocked, duplicates } = draft.counts;
  return rowsRead === ready + blocked + duplicates;
}

/** What an import did with every row it read, in one sentence. */
export function outcomeSentence(outcome: ImportOutcome, fileName: string): string {
  const rowsRead = outcome.imported + outcome.blocked + outcome.duplicates;
  const parts = [
    `${count(outcome.imported)} came in`,
    outcome.blocked > 0 ? `${count(outcome.blocked)} stayed out as blocked` : null,
    outcome.duplicates > 0
      ? `${count(outcome.duplicates)} stayed out as ${outcome.duplicates === 1 ? 'a duplicate' : 'duplicates'}`
      : null,
  ].filter((part) => part !== null);
  return `${counted(rowsRead, 'row')} read from ${fileName}: ${parts.join(', ')}.`;
}

/** The error without its place beside it when its sentence begins with the place: "a.csv, row 3: ...". */
export function sayPlaceOnce(error: ApiError): ApiError {
  const file = error.details?.file;
  return file !== undefined && error.message.startsWith(file) ? { ...error, details: undefined } : error;
}
