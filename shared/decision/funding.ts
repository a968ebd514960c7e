import type { AdoptedPlan } from '../domain/adopted-plan.ts';
import type { IsoDate } from '../domain/units.ts';
import type { EngineContext } from './facts.ts';

/** Where an initiative stands in the plan last adopted. */
export interface Funding {
  readonly isAdopted: boolean;
  readonly isFunded: boolean;
  /** The plan says nothing about it: it is newer, and counts as funded. */
  readonly isNewer: boolean;
}

const UNPLANNED: Funding = { isAdopted: false, isFunded: true, isNewer: false };

/** The plan as of a day: one adopted later is not there yet. */
export function planOn(plan: AdoptedPlan | null, asOf: IsoDate): AdoptedPlan | null {
  return plan !== null && plan.adoptedOn <= asOf ? plan : null;
}

/** Funded unless the plan names it as not funded; without a plan, and when newer than it, funded (methodology 8.1). */
export function fundingOf(initiativeId: string, { plan, asOf }: EngineContext): Funding {
  const known = planOn(plan, asOf);
  if (known === null) return UNPLANNED;
  const isFunded = !known.notFunded.includes(initiativeId);
  return { isAdopted: true, isFunded, isNewer: isFunded && !known.funded.includes(initiativeId) };
}
