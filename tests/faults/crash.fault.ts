import { type Figure, type Measured, median } from '#tests/bench/support/figure.ts';
import { type Toll, takeToll } from './support/kill-toll.ts';
import { oncePerForm } from './support/once.ts';
import { firstOf } from './support/words.ts';

const KILLS = 1000;
const QUICK_KILLS = 20;

const toll = oncePerForm((isQuick) => takeToll(isQuick ? QUICK_KILLS : KILLS));

function figure(name: string, unit: string, budget: number, read: (toll: Toll) => Measured): Figure {
  return { name, unit, budget, run: async ({ isQuick }) => read(await toll(isQuick)) };
}

function noteOf({ kills, acknowledged, hotJournals, reopenMs, wrongs }: Toll): string {
  const reopen = `reopened in ${median(reopenMs).toFixed(0)} ms at the median`;
  return `${kills} kills, ${acknowledged} acknowledged commands, ${hotJournals} kills in a write, ${reopen}${firstOf(wrongs)}`;
}

/** SIGKILL at random moments of commands, undo, imports, upgrades, opening and creating. */
export const figures: readonly Figure[] = [
  figure('kill-lost-commands', 'commands', 0, (found) => ({ value: found.lost, note: noteOf(found) })),
  figure('kill-half-applied', 'kills', 0, ({ halfApplied }) => halfApplied),
  figure('kill-unopenable', 'kills', 0, ({ unopenable }) => unopenable),
  figure('kill-slowest-reopen', 'ms', 1000, ({ reopenMs }) => Math.max(...reopenMs)),
];
