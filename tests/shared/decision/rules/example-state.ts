import type { RuleState } from '#shared/decision/rules/rule-state.ts';

/**
 * The base state of methodology 8.5: limited production, no gate failure, UE .95, data ok, E > 0, P .70, BRI .95, R 72,
 * BCR 1.3, PB .6, funded.
 */
export const BASE_STATE: RuleState = {
  stage: 'limited',
  hardFailure: false,
  isGateUnknown: false,
  fixableFailure: false,
  tripwireMissed: false,
  isDataOk: true,
  value: 1,
  probability: 0.7,
  band: 2,
  killWatches: 0,
  unitEconomics: 0.95,
  bcr50: 1.3,
  paybackProbability: 0.6,
  benefitRealisation: 0.95,
  costPerSuccessRise: 0,
  strikes: 0,
  isCauseOpen: false,
  isLate: false,
  isAssetMissing: false,
  isFunded: true,
  areNextFloorsMet: true,
  readiness: 72,
  wasScale: false,
};
