import { DAYS_OF_YEAR, type DatedFlow, readDatedFlows } from './dated-flows.ts';
import { notApplicable, type RateResult, ratesOf } from './rate-result.ts';

/**
 * Every internal rate of return of dated flows, as an effective annual rate: all x > -1 with
 * sum of N_i / (1 + x)^((d_i - d_min)/365) = 0 (Act/365F). The order of the flows does not matter.
 *
 * Same search and same statuses as for equally spaced flows. Flows of monthly series are dated on the last day of
 * their month. Example: -1000 on 1957-01-01, 390000 on 2013-01-01 -> 11.2339 %.
 * Source: methodology 1.2 (LibreOffice help; published vectors in the tests).
 */
export function xirr(flows: readonly DatedFlow[]): RateResult {
  const read = readDatedFlows(flows);
  if ('reason' in read) return notApplicable(read.reason);
  return ratesOf(read.amounts, read.days, DAYS_OF_YEAR);
}
