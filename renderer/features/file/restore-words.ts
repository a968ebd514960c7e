import type { BackupReason, InitiativeDifference, RestorePreview } from '#shared/api/schemas/file.ts';
import { countOf, formatCount } from '../../components/counts.ts';

/** Why a backup was made, as the table says it. */
export const BACKUP_REASON_WORDS: Readonly<Record<BackupReason, string>> = {
  first_change: 'First change after opening',
  interval: 'While you worked',
  close: 'At closing',
  before_import: 'Before an import',
  before_restore: 'Before a restore',
  by_hand: 'By hand',
};

/** What a restore does to an initiative, as one word group before its name. */
export const DIFFERENCE_WORDS: Readonly<Record<InitiativeDifference['kind'], string>> = {
  comes_back: 'comes back',
  goes_away: 'goes away',
  changes: 'changes',
};

const ORDER = { goes_away: 0, comes_back: 1, changes: 2 } as const;

/** Differences as they are read: what would go away first, then what comes back, then what changes; by name. */
export function inReadingOrder(
  differences: readonly InitiativeDifference[],
): readonly InitiativeDifference[] {
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  return [...differences].sort((a, b) => ORDER[a.kind] - ORDER[b.kind] || compare(a.name, b.name));
}

/** "1 goes away, 3 come back, 12 change"; '' when there is none. */
export function differenceCounts(differences: readonly InitiativeDifference[]): string {
  const count = (kind: InitiativeDifference['kind']) => differences.filter((one) => one.kind === kind).length;
  const part = (many: number, one: string, several: string) =>
    many === 0 ? [] : [`${formatCount(many)} ${many === 1 ? one : several}`];
  return [
    ...part(count('goes_away'), 'goes away', 'go away'),
    ...part(count('comes_back'), 'comes back', 'come back'),
    ...part(count('changes'), 'changes', 'change'),
  ].join(', ');
}

/** True when the restore would put back exactly what is there. */
export function isWithoutDifference(preview: RestorePreview): boolean {
  return (
    preview.present !== null &&
    preview.initiatives.length === 0 &&
    preview.portfolioRows === 0 &&
    preview.stepsLost.count === 0
  );
}

/** What differs in rows that belong to no initiative, as a sentence; null when nothing does. */
export function portfolioRowWords(rows: number): string | null {
  if (rows === 0) return null;
  return `${countOf(rows, 'row')} of the whole portfolio ${rows === 1 ? 'differs' : 'differ'}: settings, policy, shared assets, reviews.`;
}

/** The last history entry of one side of the comparison; an empty portfolio has none. */
export function entryWords(seq: number): string {
  return seq === 0 ? 'none' : formatCount(seq);
}
