import type { Figure } from '#tests/bench/support/figure.ts';

/** The value of a figure's short form. Where it cannot be had, `skip` ends the test with the reason. */
export async function quickValue(figure: Figure, skip: (reason: string) => void): Promise<number> {
  const measured = await figure.run({ isQuick: true, root: '.' });
  if (typeof measured === 'number') return measured;
  if ('value' in measured) return measured.value;
  skip(measured.skipped);
  return Number.NaN;
}
