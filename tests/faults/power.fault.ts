import type { Figure, Measured } from '#tests/bench/support/figure.ts';
import { stopMigration } from './support/migration-cuts.ts';
import { oncePerForm } from './support/once.ts';
import { cutPower, type PowerLoss } from './support/power-cuts.ts';
import { whyNoShim } from './support/shim.ts';
import { firstOf } from './support/words.ts';

const CUTS = 10_000;
const QUICK_CUTS = 150;

/** In the short form every so manieth call of the upgrade. */
const QUICK_STEP = 23;

const loss = oncePerForm((isQuick) => cutPower({ cuts: isQuick ? QUICK_CUTS : CUTS }));

function figure(name: string, unit: string, measure: (isQuick: boolean) => Measured): Figure {
  const run = ({ isQuick }: { readonly isQuick: boolean }): Measured => {
    const reason = whyNoShim();
    return reason === undefined ? measure(isQuick) : { skipped: reason };
  };
  return { name, unit, budget: 0, run };
}

function migrationFigure(isQuick: boolean): Measured {
  const { calls, old, fresh, between, wrongs } = stopMigration(isQuick ? QUICK_STEP : 1);
  const note = `an upgrade of ${calls} calls: ${old} stops left the old file, ${fresh} the new one${firstOf(wrongs)}`;
  return { value: between, note };
}

function noteOf({ cuts, calls, syncs, acknowledged, leftJournals, wrongs }: PowerLoss): string {
  const script = `${calls} calls, ${syncs} of them syncs, ${acknowledged} acknowledgements`;
  return `${cuts} cuts of a script of ${script}; ${leftJournals} left a journal${firstOf(wrongs)}`;
}

/** The power fails at random points of a recorded script; what was not synced is lost, kept by chance or torn. */
export const figures: readonly Figure[] = [
  figure('power-lost-commands', 'commands', (isQuick) => {
    const found = loss(isQuick);
    return { value: found.lost, note: noteOf(found) };
  }),
  figure('power-unreadable', 'files', (isQuick) => loss(isQuick).unreadable),
  figure('migration-between', 'files', migrationFigure),
];
