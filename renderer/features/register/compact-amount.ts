import { formatMoney } from '../../components/money-words.ts';

/** An amount in three significant digits without its currency, which the column header names: `−48 k`. */
export function compactAmount(minor: number, currency: string): string {
  return formatMoney(minor, currency, { compact: true }).slice(0, -(currency.length + 1));
}
