import type { Term } from '../decision/result.ts';
import { assertNever } from '../domain/assert-never.ts';
import { formatMoney, formatNumber, formatScore, formatShare } from './format.ts';
import { formatRatio, formatStandardError } from './format-ratio.ts';

const WORDS = { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' } as const;
const SIGNS = { '<': '<', '<=': '≤', '>': '>', '>=': '≥' } as const;

/** A comparison for a table: "months in pilot: 11, above 9"; "P(value > 0): 0.43 (SE 0.005), below 0.60". */
export function termPhrase(term: Term, currency: string): string {
  return compared(`${term.quantity}: ${actualText(term, currency)}`, term, currency);
}

/** The same inside a sentence: "P(value > 0) is 0.43 (SE 0.005), below 0.60". */
export function termClause(term: Term, currency: string): string {
  return compared(`${term.quantity} is ${actualText(term, currency)}`, term, currency);
}

/**
 * The same where many stand in a row: "BRI 0.97 ≥ 0.90", by the abbreviation where the quantity has one. A comparison
 * that does not hold is left out: another one beside it carries the rule.
 */
export function termInequality(term: Term, currency: string): string {
  const name = /\(([A-Z]+\d*)\)$/.exec(term.quantity)?.[1] ?? term.quantity;
  const actual = `${name} ${actualText(term, currency)}`;
  if (term.holds !== true || term.threshold === null || term.comparator === '=') return actual;
  return `${actual} ${SIGNS[term.comparator]} ${quantityText(term.threshold, term, currency)}`;
}

function compared(actual: string, term: Term, currency: string): string {
  if (term.comparator === '=' || term.holds === null || term.threshold === null) return actual;
  const limit = `${WORDS[term.comparator]} ${quantityText(term.threshold, term, currency)}`;
  return `${actual}, ${term.holds ? '' : 'not '}${limit}`;
}

function actualText(term: Term, currency: string): string {
  if (term.actual === null) return 'unknown';
  const text = quantityText(term.actual, term, currency);
  return term.se === undefined ? text : `${text} (SE ${formatStandardError(term.se)})`;
}

function quantityText(amount: number | string, term: Term, currency: string): string {
  if (typeof amount === 'string') return amount;
  switch (term.unit) {
    case 'money':
      return amount === 0 ? '0' : signedMoney(amount, currency);
    case 'share':
      return formatShare(amount);
    case 'ratio':
      return formatRatio(amount);
    case 'percent':
      return percentText(amount, term);
    case 'score':
      return formatScore(amount);
    case 'months':
    case 'days':
    case 'count':
    case 'level':
    case 'metric':
    case 'text':
      return formatNumber(amount);
    default:
      return assertNever(term.unit);
  }
}

/** A net amount, compact, with its sign either way: `+12 k EUR`. */
export function signedMoney(amount: number, currency: string): string {
  return `${amount > 0 ? '+' : ''}${formatMoney(amount, currency, { compact: true })}`;
}

const MOST_DECIMALS = 6;

/** Per cent with one decimal, or as many as it takes to tell the amount from the threshold beside it. */
function percentText(amount: number, { actual, threshold }: Term): string {
  const other = amount === threshold ? actual : threshold;
  const rounded = (value: number, decimals: number) => Number((value * 100).toFixed(decimals));
  let decimals = 1;
  if (typeof other === 'number' && other !== amount) {
    while (decimals < MOST_DECIMALS && rounded(amount, decimals) === rounded(other, decimals)) decimals += 1;
  }
  return `${formatNumber(rounded(amount, decimals))}\u00a0%`;
}
