import { BACKUP_REASONS } from '#shared/api/schemas/file.ts';
import type { Figure, Measured } from '#tests/bench/support/figure.ts';
import { type DrillToll, runDrill } from './restore-drill.ts';
import { oncePerForm } from './support/once.ts';
import { firstOf } from './support/words.ts';

/** As many rounds as there are reasons: then each age has had a backup of each. */
const ROUNDS = BACKUP_REASONS.length;
const QUICK_ROUNDS = 1;

/** What the drill found, in the long form or the quick one. */
export const drillToll = oncePerForm((isQuick) => runDrill(isQuick ? QUICK_ROUNDS : ROUNDS));

function noteOf({ restores, kinds, rotatedOut, wrongs }: DrillToll): string {
  return `${restores} restores of ${kinds.size} kinds (reason and age), ${rotatedOut} backups rotated out before${firstOf(wrongs)}`;
}

function figure(name: string, read: (toll: DrillToll) => number): Figure {
  const run = ({ isQuick }: { readonly isQuick: boolean }): Measured => {
    const found = drillToll(isQuick);
    return { value: read(found), note: noteOf(found) };
  };
  return { name, unit: 'restores', budget: 0, run };
}

/** Every backup that rotation leaves is restored over the present file, compared, and the restore taken back. */
export const figures: readonly Figure[] = [
  figure('restore-failed', ({ failed }) => failed),
  figure('restore-not-undoable', ({ notUndone }) => notUndone),
];
