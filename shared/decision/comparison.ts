import type { Comparator } from '../domain/risk.ts';

/** True when `value` is at least (at most) `threshold`; meeting it exactly is enough. */
export function meets(value: number, comparator: Comparator, threshold: number): boolean {
  return comparator === 'at_least' ? value >= threshold : value <= threshold;
}

/** `>=` or `<=`, for printing. */
export function comparatorSign(comparator: Comparator): '>=' | '<=' {
  return comparator === 'at_least' ? '>=' : '<=';
}
