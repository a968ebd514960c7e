import { AMOUNTS_PER_SCOPE } from './amounts.ts';
import type { OutcomeColumns } from './closed-form.ts';

/** Makes `count` columns of `length` places. */
export function newColumns(count: number, length: number): Float64Array[] {
  return Array.from({ length: count }, () => new Float64Array(length));
}

/** Columns for the results of `length` draws. */
export function newOutcomes(length: number): OutcomeColumns {
  return {
    delta: new Float64Array(length),
    benefit: new Float64Array(length),
    cost: new Float64Array(length),
    margin: new Float64Array(length),
    atPayback: new Float64Array(length),
    atHorizon: new Float64Array(length),
    paysBack: new Uint8Array(length),
  };
}

/** How many amount columns a model with so many scopes has. */
export function amountColumns(scopes: number): number {
  return scopes * AMOUNTS_PER_SCOPE;
}
