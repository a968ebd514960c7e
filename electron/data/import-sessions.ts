import { AppError } from '#shared/api/errors.ts';
import type { ImportOptions } from '#shared/api/schemas/intake.ts';
import type {
  ImportMapping,
  ImportProblem,
  ImportRecord,
  ImportResult,
} from '#shared/intake/mapping-types.ts';
import type { SourceTable } from '#shared/intake/source-table.ts';

/** A file being imported: read, mapped and compared with the register, but nothing of it written yet. */
export interface ImportSession {
  readonly id: string;
  readonly path: string;
  readonly fileName: string;
  readonly options: ImportOptions;
  /** The options with what is remembered of such files. */
  readonly chosen: ImportOptions;
  /** Where remembered choices come from, in words; null = nothing is remembered. */
  readonly recalledFrom: string | null;
  readonly table: SourceTable;
  readonly mapping: ImportMapping;
  readonly result: ImportResult;
  /** Records that will come in. */
  readonly ready: readonly ImportRecord[];
  /** Everything a person should see, the comparison with the register included; in row order. */
  readonly problems: readonly ImportProblem[];
}

export interface ImportSessions {
  /** Begins a reading; the one before it, if it still runs, is cancelled: its answer is wanted no more. */
  readonly beginReading: () => AbortSignal;
  readonly save: (session: ImportSession) => void;
  /** @throws AppError `not_found` when the import was finished, discarded or replaced. */
  readonly find: (id: string) => ImportSession;
  readonly discard: (id: string) => void;
  readonly clear: () => void;
}

/** One import at a time: a table may be large, and two half-made imports of one person help nobody. */
export function importSessions(): ImportSessions {
  let current: ImportSession | undefined;
  let reading = new AbortController();
  return {
    beginReading() {
      reading.abort();
      reading = new AbortController();
      return reading.signal;
    },
    save(session) {
      current = session;
    },
    find(id) {
      if (current?.id !== id) {
        throw new AppError('not_found', 'This import is no longer open. Choose the file again.');
      }
      return current;
    },
    discard(id) {
      if (current?.id !== id) return;
      reading.abort();
      current = undefined;
    },
    clear() {
      reading.abort();
      current = undefined;
    },
  };
}
