import type { Figure, Measured } from '#tests/bench/support/figure.ts';
import { type IoLoss, runOnFailingDisks } from './support/io-runs.ts';
import { oncePerForm } from './support/once.ts';
import { whyNoShim } from './support/shim.ts';
import { firstOf } from './support/words.ts';

/** Positions of each of the three faults in each part, once and for ever, in the short form. */
const QUICK_POSITIONS = 2;

const loss = oncePerForm((isQuick) => runOnFailingDisks(isQuick ? QUICK_POSITIONS : null));

function figure(name: string, unit: string, read: (loss: IoLoss) => Measured): Figure {
  const run = ({ isQuick }: { readonly isQuick: boolean }): Measured => {
    const reason = whyNoShim();
    return reason === undefined ? read(loss(isQuick)) : { skipped: reason };
  };
  return { name, unit, budget: 0, run };
}

const listed = (wrongs: readonly string[]): Measured => ({
  value: wrongs.length,
  note: `${wrongs.length} in all${firstOf(wrongs)}`,
});

function noteOf({ runs, calm, fired, told }: IoLoss): string {
  const script = `${calm.commands} commands: ${calm.writes} writes, ${calm.names} renames and removals, ${calm.syncs} syncs`;
  return `${runs} runs of a script of ${script}; a call failed in ${fired}, the person was told in ${told} of them`;
}

/** Each write and each sync of a script fails, once and for ever, for want of room and with an I/O error. */
export const figures: readonly Figure[] = [
  figure('io-lost', 'commands', (found) => ({ value: found.lost, note: noteOf(found) })),
  figure('io-corrupt', 'files', ({ corrupt }) => listed(corrupt)),
  figure('io-untold', 'failures', ({ untold }) => listed(untold)),
  figure('io-stuck', 'runs', ({ stuck }) => listed(stuck)),
];
