import { getRow } from '../handles.ts';
import type { Tx } from '../tx.ts';
import type { NewId } from './command.ts';

/** How a file was understood, to be proposed when one with the same header row comes again. */
export interface ImportMemory {
  /** What two header rows have in common exactly when they are the same. */
  readonly headerKey: string;
  /** Name of the file. */
  readonly name: string;
  /** What the person chose; stored as JSON. */
  readonly choices: Readonly<Record<string, unknown>>;
}

/** Remembers how a file was understood, in the place of what was remembered for its header row. Part of an import. */
export function rememberMapping(tx: Tx, memory: ImportMemory, newId: NewId): void {
  const columns = { name: memory.name, body: JSON.stringify(memory.choices), saved_at: tx.at };
  const same = getRow<{ id: string }>(
    tx.db,
    'SELECT id FROM import_mapping WHERE header_key = ?',
    memory.headerKey,
  );
  if (same) tx.update('import_mapping', { id: same.id }, columns);
  else tx.insert('import_mapping', { id: newId(), header_key: memory.headerKey, ...columns });
}
