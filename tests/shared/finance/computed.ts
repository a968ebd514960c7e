import type { Computed, FinanceReason } from '#shared/finance/reason.ts';

/** The value of a known figure; fails the test with the reason otherwise. */
export function amountOf(figure: Computed): number {
  if (figure.status !== 'known') throw new Error(`undefined: ${JSON.stringify(figure.reason)}`);
  return figure.value;
}

/** What an undefined figure with this reason looks like. */
export function undefinedFor(reason: FinanceReason): Computed {
  return { status: 'undefined', reason };
}
