import type { Figure, Measured } from '#tests/bench/support/figure.ts';
import { type DamageToll, takeDamageToll } from './damage-toll.ts';
import { oncePerForm } from './support/once.ts';
import { firstOf } from './support/words.ts';

const COPIES = 1000;
const QUICK_COPIES = 40;

/** The toll of damaged copies of one portfolio, taken once. */
export const damageToll = oncePerForm((isQuick) => takeDamageToll(isQuick ? QUICK_COPIES : COPIES, isQuick));

/** Sum of one count over all kinds of damage. */
export function totalOf(tolls: readonly DamageToll[], read: (toll: DamageToll) => number): number {
  return tolls.reduce((sum, each) => sum + read(each), 0);
}

function figure(
  name: string,
  read: (toll: DamageToll) => number,
  inWords: (toll: DamageToll) => string,
): Figure {
  const run = async ({ isQuick }: { readonly isQuick: boolean }): Promise<Measured> => {
    const tolls = await damageToll(isQuick);
    const note = tolls.map((each) => `${each.kind}: ${inWords(each)}`).join('; ');
    return { value: totalOf(tolls, read), note: `${note}${firstOf(tolls.flatMap(({ wrongs }) => wrongs))}` };
  };
  return { name, unit: 'copies', budget: 0, run };
}

const noticed = (each: DamageToll): string =>
  `${each.copies} copies, ${each.changed} with changed content (integrity_check alone missed ${each.missedByIntegrityCheck}), ${each.found} found bad`;
const recovered = (each: DamageToll): string =>
  `of ${each.found} bad ones ${each.rebuiltWhole} made anew without any loss, ${each.rebuiltInPart} up to the last sound entry, ${each.fromBackup} from the backup`;
const leftAlone = (each: DamageToll): string =>
  `${each.copies - each.touched} of ${each.copies} byte for byte`;

/** Bit flips, zeroed and garbage sectors, swapped pages and cut tails: nothing passes unnoticed, and each leads back to a portfolio. */
export const figures: readonly Figure[] = [
  figure('damage-silent', ({ silent }) => silent, noticed),
  figure('damage-no-way-out', ({ noWayOut }) => noWayOut, recovered),
  figure('damage-original-touched', ({ touched }) => touched, leftAlone),
];
