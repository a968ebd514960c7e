import type { FinanceReason } from './reason.ts';

/** One value a period, period 0 first; blank (null, undefined, NaN) = not measured. Income positive, spending negative. */
export type FlowInput = readonly (number | null | undefined)[];

/** The flows as plain numbers, or why they cannot be used: none at all, blank, or not finite, positions named. */
export function readFlows(
  flows: FlowInput,
): { readonly flows: readonly number[] } | { readonly reason: FinanceReason } {
  if (flows.length === 0) return { reason: { code: 'empty' } };
  const blank: number[] = [];
  const notFinite: number[] = [];
  const numbers: number[] = [];
  // An index loop: forEach and map would jump over the holes of a sparse array, and a hole is a blank too.
  for (let position = 0; position < flows.length; position += 1) {
    const flow = flows[position];
    if (flow === null || flow === undefined || Number.isNaN(flow)) blank.push(position);
    else if (Number.isFinite(flow)) numbers.push(flow);
    else notFinite.push(position);
  }
  if (blank.length > 0) return { reason: { code: 'blank', positions: blank } };
  if (notFinite.length > 0) return { reason: { code: 'not_finite', positions: notFinite } };
  return { flows: numbers };
}

/** Number of sign changes of a series, zeros left out: +, 0, -, - has one. */
export function signChanges(flows: readonly number[]): number {
  let changes = 0;
  let last = 0;
  for (const flow of flows) {
    if (flow === 0) continue;
    if (last * Math.sign(flow) < 0) changes += 1;
    last = Math.sign(flow);
  }
  return changes;
}

/** Sum in the order of the ids, so that the order in which the parts arrive cannot move the last digit. */
export function sumById(parts: readonly { readonly id: string; readonly amount: number }[]): number {
  const sorted = [...parts].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : a.amount - b.amount));
  let sum = 0;
  for (const part of sorted) sum += part.amount;
  return sum;
}

/** Sum of numbers that carry no id, in ascending order; the same whatever order they come in. */
export function sumSorted(amounts: readonly number[]): number {
  let sum = 0;
  for (const amount of [...amounts].sort((a, b) => a - b)) sum += amount;
  return sum;
}
