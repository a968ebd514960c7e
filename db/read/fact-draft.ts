import type { InitiativeFacts } from '#shared/decision/facts.ts';
import type { StopTerms } from '#shared/domain/forward-model.ts';
import type { Initiative } from '#shared/domain/initiative.ts';

type Lists = Omit<InitiativeFacts, 'initiative' | 'stopTerms'>;

/** The facts of one initiative while they are being collected. */
export type Draft = { readonly [K in keyof Lists]: Lists[K][number][] } & {
  readonly initiative: Initiative;
  stopTerms: StopTerms | null;
};

/** A draft in which nothing but the initiative is known. */
export function draftOf(initiative: Initiative): Draft {
  return {
    initiative,
    assessments: [],
    lines: [],
    values: [],
    closedMonths: [],
    readings: [],
    tripwires: [],
    incidents: [],
    pastDecisions: [],
    planVersions: [],
    forecasts: [],
    unitCounts: [],
    drivers: [],
    scopes: [],
    stopTerms: null,
    assetUses: [],
    checklist: [],
  };
}
