import type { Driver, Scope, ScopeLine, ScopeLineKind } from '#shared/domain/forward-model.ts';
import { SCOPE_LINE_KINDS } from '#shared/domain/forward-model.ts';
import { formatNumber } from '#shared/report/format.ts';
import { veilNumber } from '../../../components/money-words.ts';

export type DriversById = ReadonlyMap<string, Driver>;

/** k as a person writes it: 1/60 for a conversion of minutes, .8 as 0.8. */
export function constantText(constant: number): string {
  if (constant === 1 / 60) return '1/60';
  return formatNumber(constant);
}

/** "1/60", "Tasks", "Review share": the factors of the product a line is; a constant of 1 is left out. */
export function productFactors(line: ScopeLine, drivers: DriversById): readonly string[] {
  const names = line.driverIds.map((id) => drivers.get(id)?.name ?? 'a removed driver');
  const role = line.role === null ? '' : ` + price of ${line.role}`;
  // A share or a conversion says nothing about money; a larger constant is an amount.
  const constant =
    Math.abs(line.constant) <= 1 ? constantText(line.constant) : veilNumber(constantText(line.constant));
  const factor = role === '' ? constant : `(${constant}${role})`;
  return line.constant === 1 && role === '' ? names : [factor, ...names];
}

/**
 * Amount of a line with every driver at its P50, in currency units; null while one of them is not entered.
 * The price of a scarce role is left out: it comes with an adopted plan.
 */
export function amountAtP50(line: ScopeLine, drivers: DriversById): number | null {
  let amount = line.constant;
  for (const id of line.driverIds) {
    const p50 = drivers.get(id)?.p50 ?? null;
    if (p50 === null) return null;
    amount *= p50;
  }
  return amount;
}

/** Sums at P50 by kind, of the kinds the scope has lines of; null while a line of the kind has no amount. */
export function totalsAtP50(
  scope: Scope,
  drivers: DriversById,
): readonly { readonly kind: ScopeLineKind; readonly amount: number | null }[] {
  return SCOPE_LINE_KINDS.flatMap((kind) => {
    const lines = scope.lines.filter((line) => line.kind === kind);
    if (lines.length === 0) return [];
    const amounts = lines.map((line) => amountAtP50(line, drivers));
    return [
      {
        kind,
        amount: amounts.reduce<number | null>(
          (sum, one) => (sum === null || one === null ? null : sum + one),
          0,
        ),
      },
    ];
  });
}

/** An amount in currency units: whole from 100 on, cents below; hidden in discreet mode. */
export function unitsText(amount: number): string {
  const step = Math.abs(amount) >= 100 ? 1 : 100;
  return veilNumber(formatNumber(Math.round(amount * step) / step));
}
