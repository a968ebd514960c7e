import { assertNever } from '../domain/assert-never.ts';
import type { OutcomeKind } from '../domain/value-lines.ts';
import { type Computed, known, noValue, refuseNegatives, refuseShares } from './reason.ts';

/** A measured outcome of one month in its own unit, with what turns it into money (methodology 1.4). */
export type MeasuredOutcome =
  | { readonly kind: 'deflected_contacts'; readonly contacts: number; readonly costPerContact: number }
  | {
      readonly kind: 'hours_saved';
      readonly hours: number;
      readonly hourlyRate: number;
      /** Share of the people who could use it that do, 0 to 1. */
      readonly adoption: number;
    }
  | {
      readonly kind: 'cycle_time';
      readonly daysSaved: number;
      readonly units: number;
      /** Cost of one unit being one day late; must be stated, there is no default. */
      readonly delayCostPerUnitDay: number;
    }
  | {
      readonly kind: 'revenue';
      readonly incrementalRevenue: number;
      readonly contributionMargin: number;
    }
  | { readonly kind: 'cost_avoided'; readonly invoice: number };

/**
 * Value of a measured outcome before realisation and attribution, in the unit of its prices:
 * contacts x cost; hours x rate x adoption; days x units x cost of delay; revenue x contribution margin; the invoice.
 *
 * Example: 1,200 hours x 55 x .7 adoption = 46,200. Source: methodology 1.4.
 */
export function outcomeValue(outcome: MeasuredOutcome): Computed {
  switch (outcome.kind) {
    case 'deflected_contacts': {
      const { contacts, costPerContact } = outcome;
      return product({ contacts, 'cost per contact': costPerContact });
    }
    case 'hours_saved': {
      const { hours, hourlyRate, adoption } = outcome;
      return product({ hours, 'hourly rate': hourlyRate }, { adoption });
    }
    case 'cycle_time': {
      const { daysSaved, units, delayCostPerUnitDay } = outcome;
      return product({ 'days saved': daysSaved, units, 'cost of delay': delayCostPerUnitDay });
    }
    case 'revenue': {
      const { incrementalRevenue, contributionMargin } = outcome;
      return product(
        { 'incremental revenue': incrementalRevenue },
        { 'contribution margin': contributionMargin },
      );
    }
    case 'cost_avoided':
      return product({ invoice: outcome.invoice });
    default:
      return assertNever(outcome);
  }
}

function product(
  amounts: Readonly<Record<string, number>>,
  shares: Readonly<Record<string, number>> = {},
): Computed {
  const refused = refuseNegatives(amounts) ?? refuseShares(shares);
  if (refused !== undefined) return noValue(refused);
  return known(
    [...Object.values(amounts), ...Object.values(shares)].reduce((value, factor) => value * factor, 1),
  );
}

/**
 * Money really claimed of an outcome: amount x realisation x attribution, both shares of 0 to 1.
 * Realisation: how much of the value reaches the books; attribution: how much of it the initiative caused.
 * Example: 46,200 x .5 x 1 = 23,100. Source: methodology 1.4.
 */
export function realisedAmount(amount: number, realisation: number, attribution: number): Computed {
  const refused = refuseShares({ realisation, attribution });
  return refused === undefined ? known(amount * realisation * attribution) : noValue(refused);
}

/** An outcome line and the work whose hours it counts ("first-line support"); null = it counts no hours. */
export interface HoursClaim {
  readonly id: string;
  readonly kind: OutcomeKind;
  readonly hoursOf: string | null;
}

/**
 * Double counting: work whose hours are claimed both as deflected contacts and as hours saved, with the line ids.
 * The same hours may be claimed once only (methodology 1.4). Sorted by the name of the work.
 */
export function hoursClaimedTwice(
  lines: readonly HoursClaim[],
): readonly { readonly hoursOf: string; readonly lineIds: readonly string[] }[] {
  const byWork = new Map<string, HoursClaim[]>();
  for (const line of lines) {
    if (line.hoursOf === null || (line.kind !== 'deflected_contacts' && line.kind !== 'hours_saved'))
      continue;
    byWork.set(line.hoursOf, [...(byWork.get(line.hoursOf) ?? []), line]);
  }
  return [...byWork]
    .filter(([, claims]) => new Set(claims.map((claim) => claim.kind)).size > 1)
    .map(([hoursOf, claims]) => ({ hoursOf, lineIds: claims.map((claim) => claim.id).sort() }))
    .sort((a, b) => (a.hoursOf < b.hoursOf ? -1 : 1));
}
