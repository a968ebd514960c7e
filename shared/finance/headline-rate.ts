import type { FlowInput } from './flows.ts';
import { annualIrr } from './irr.ts';
import { mirr } from './mirr.ts';
import { annualRate, monthlyRate } from './rates.ts';
import { type FinanceReason, known } from './reason.ts';

/** The one rate of return shown for a series, effective a year, and what it is. */
export type HeadlineRate =
  | { readonly basis: 'irr'; readonly rate: number }
  /** The flows have several internal rates (`irrRoots`), none of which is "the" return. */
  | { readonly basis: 'mirr'; readonly rate: number; readonly irrRoots: readonly number[] }
  | { readonly basis: 'none'; readonly reason: FinanceReason };

/**
 * The IRR of monthly flows when there is exactly one; the MIRR at the annual discount rate when there are several;
 * otherwise the reason why there is none. Source: methodology 1.2.
 */
export function headlineRate(monthlyFlows: FlowInput, discountRate: number): HeadlineRate {
  const found = annualIrr(monthlyFlows);
  if (found.status === 'ok') return { basis: 'irr', rate: found.rate };
  if (found.status === 'not_applicable') return { basis: 'none', reason: found.reason };
  if (found.status === 'none') return { basis: 'none', reason: { code: 'no_root' } };
  const rate = monthlyRate(discountRate);
  const monthly = mirr(monthlyFlows, { finance: rate, reinvest: rate });
  const modified = monthly.status === 'known' ? known(annualRate(monthly.value)) : monthly;
  return modified.status === 'known'
    ? { basis: 'mirr', rate: modified.value, irrRoots: found.roots }
    : { basis: 'none', reason: modified.reason };
}
