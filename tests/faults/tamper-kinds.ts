import type { ChangeRecord } from '#db/chain.ts';
import { entryHash } from '#db/chain.ts';
import type { Below } from './damage-kinds.ts';
import { chainedAnew, FIRST_TARGET, type ForgedEntry } from './tamper-history.ts';

type Forge = (entries: readonly ForgedEntry[], below: Below) => ForgedEntry[];

/** The place of one of the entries that can be changed or taken out without leaving the tables at odds. Never the last. */
function place(entries: readonly ForgedEntry[], below: Below): number {
  return FIRST_TARGET + below(entries.length - 1 - FIRST_TARGET);
}

/** Another label, another moment, another actor, or another value in the row that the entry left. */
function edited(entry: ForgedEntry, below: Below): ForgedEntry {
  const number = below(1_000_000);
  switch (below(4)) {
    case 0:
      return { ...entry, label: `Do something else ${number}` };
    case 1:
      return { ...entry, at: `2025-01-01T00:00:00.${String(number % 1000).padStart(3, '0')}Z` };
    case 2:
      return { ...entry, actor: `Somebody else ${number}` };
    default:
      return { ...entry, changes: entry.changes.map((change) => editedChange(change, number)) };
  }
}

function editedChange(change: ChangeRecord, number: number): ChangeRecord {
  const row = JSON.parse(change.after ?? '{}') as Record<string, unknown>;
  const forged =
    change.table === 'tripwire' ? { measured_value: number + 0.5 } : { purpose: `Forged ${number}` };
  return { ...change, after: JSON.stringify({ ...row, ...forged }) };
}

const renumbered = (entries: readonly ForgedEntry[]): ForgedEntry[] =>
  entries.map((entry, index) => ({ ...entry, seq: index + 1 }));

/** What somebody may do to a history. The tables are made to fit afterwards, whatever it is. */
export const TAMPER_KINDS = {
  edit(entries, below) {
    const at = place(entries, below);
    return entries.map((entry, index) => (index === at ? edited(entry, below) : entry));
  },
  delete(entries, below) {
    const at = place(entries, below);
    const left = entries.filter((_, index) => index !== at);
    // With a gap in the numbers, or closed up.
    return below(2) === 0 ? left : renumbered(left);
  },
  insert(entries, below) {
    const at = place(entries, below);
    const copy = edited(entries[at] as ForgedEntry, below);
    return renumbered([...entries.slice(0, at), copy, ...entries.slice(at)]);
  },
  swap(entries, below) {
    const at = place(entries, below);
    const [one, other] = [entries[at], entries[at + 1]] as [ForgedEntry, ForgedEntry];
    return renumbered([...entries.slice(0, at), other, one, ...entries.slice(at + 2)]);
  },
  edit_with_own_hash(entries, below) {
    const at = place(entries, below);
    const forged = edited(entries[at] as ForgedEntry, below);
    const hash = entryHash(forged, forged.changes, forged.prevHash);
    return entries.map((entry, index) => (index === at ? { ...forged, hash } : entry));
  },
  cut_tail(entries, below) {
    return entries.slice(0, 1 + place(entries, below));
  },
  /** As if the portfolio had been begun today, with everything in it. */
  empty_log(entries) {
    const rows = new Map<string, ChangeRecord>();
    for (const change of entries.flatMap(({ changes }) => changes))
      rows.set(`${change.table} ${change.key}`, { ...change, before: null });
    const changes = [...rows.values()].filter(({ after }) => after !== null);
    const [first] = entries as [ForgedEntry];
    return chainedAnew([{ ...first, changes }]);
  },
  edit_and_rechain(entries, below) {
    const at = place(entries, below);
    const forged = entries.map((entry, index) => (index === at ? edited(entry, below) : entry));
    return chainedAnew(forged, at);
  },
  delete_and_rechain(entries, below) {
    const at = place(entries, below);
    return chainedAnew(
      entries.filter((_, index) => index !== at),
      at,
    );
  },
} as const satisfies Record<string, Forge>;

export type TamperKind = keyof typeof TAMPER_KINDS;

/**
 * The kinds that no check of the file alone can see: what is left is a history as Pilotage could have written it. Only a
 * head that somebody else holds shows them. Stated in docs/file-format.md.
 */
export const INVISIBLE_ALONE: readonly TamperKind[] = [
  'cut_tail',
  'empty_log',
  'edit_and_rechain',
  'delete_and_rechain',
];
