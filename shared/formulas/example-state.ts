import type { RuleState } from '../decision/rules/rule-state.ts';

/** Limited production, nothing wrong, value positive but not ready to scale: CONTINUE by C1. */
export const EXAMPLE_STATE: RuleState = {
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

/** The same, grown: everything S1 asks for. */
export const SCALE_STATE: RuleState = {
  ...EXAMPLE_STATE,
  probability: 0.86,
  band: 3,
  readiness: 80,
  bcr50: 1.8,
  paybackProbability: 0.78,
};
