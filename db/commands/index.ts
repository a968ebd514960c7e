/** Every command of a portfolio: a plain function of the transaction and its input, and the words for its history entry. */
export { adoptPlan, adoptPlanLabel, type NewAdoptedPlan } from './adopted-plan.ts';
export { addEvidence, addEvidenceLabel, recordAssessment, recordAssessmentLabel } from './assessments.ts';
export {
  addAsset,
  addAssetLabel,
  removeAsset,
  removeAssetLabel,
  setAssetUse,
  setAssetUseLabel,
  updateAsset,
  updateAssetLabel,
} from './assets.ts';
export { setChecklistRow, setChecklistRowLabel } from './checklist.ts';
export { deleteInitiative, deleteInitiativeLabel } from './delete-initiative.ts';
export {
  addDriver,
  addDriverLabel,
  removeDriver,
  removeDriverLabel,
  updateDriver,
  updateDriverLabel,
} from './drivers.ts';
export {
  type ImportInput,
  importBatch,
  importBatchLabel,
  type PreparedRecord,
} from './import.ts';
export {
  createInitiative,
  createInitiativeLabel,
  updateInitiative,
  updateInitiativeLabel,
} from './initiatives.ts';
export {
  addLine,
  addLineLabel,
  removeLine,
  removeLineLabel,
  updateLine,
  updateLineLabel,
} from './lines.ts';
export {
  closeMonths,
  closeMonthsLabel,
  reopenMonths,
  reopenMonthsLabel,
  setMonthValues,
  setMonthValuesLabel,
  setReadings,
  setReadingsLabel,
} from './months.ts';
export { lockPlan, lockPlanLabel } from './plans.ts';
export { savePolicy, savePolicyLabel } from './policy.ts';
export { recordClosedReview, recordClosedReviewLabel } from './reviews.ts';
export {
  addIncident,
  addIncidentLabel,
  addTripwire,
  addTripwireLabel,
  removeIncident,
  removeIncidentLabel,
  removeTripwire,
  removeTripwireLabel,
  updateIncident,
  updateIncidentLabel,
  updateTripwire,
  updateTripwireLabel,
} from './risk.ts';
export {
  addScopeLine,
  addScopeLineLabel,
  removeScopeLine,
  removeScopeLineLabel,
  updateScopeLine,
  updateScopeLineLabel,
} from './scope-lines.ts';
export {
  addScope,
  addScopeLabel,
  removeScope,
  removeScopeLabel,
  setStopTerms,
  setStopTermsLabel,
  updateScope,
  updateScopeLabel,
} from './scopes.ts';
export { updateSettings, updateSettingsLabel } from './settings.ts';
export {
  setForecastValues,
  setForecastValuesLabel,
  setUnitCounts,
  setUnitCountsLabel,
} from './tracking.ts';
