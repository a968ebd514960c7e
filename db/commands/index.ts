/** Every command of a portfolio: a plain function of the transaction and its input, and the words for its history entry. */
export { setActuals, setActualsLabel } from './actuals.ts';
export { adoptPlan, adoptPlanLabel, type NewAdoptedPlan } from './adopted-plan.ts';
export { addEvidence, addEvidenceLabel, recordAssessment, recordAssessmentLabel } from './assessments.ts';
export { setAssetReuse, setAssetReuseLabel, setAssetTerms, setAssetTermsLabel } from './asset-terms.ts';
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
export {
  setInitiativeTexts,
  setInitiativeTextsLabel,
  updateInitiatives,
  updateInitiativesLabel,
} from './bulk.ts';
export { setChecklistRow, setChecklistRowLabel } from './checklist.ts';
export {
  addCondition,
  addConditionLabel,
  removeCondition,
  removeConditionLabel,
  updateCondition,
  updateConditionLabel,
} from './conditions.ts';
export { deleteInitiative, deleteInitiativeLabel } from './delete-initiative.ts';
export {
  addDriver,
  addDriverLabel,
  removeDriver,
  removeDriverLabel,
  updateDriver,
  updateDriverLabel,
} from './drivers.ts';
export { setGovernance, setGovernanceLabel } from './governance.ts';
export {
  type ImportInput,
  importBatch,
  importBatchLabel,
  type PreparedRecord,
} from './import.ts';
export { type ImportMemory, rememberMapping } from './import-mappings.ts';
export {
  createInitiative,
  createInitiativeLabel,
  updateInitiative,
  updateInitiativeLabel,
} from './initiatives.ts';
export { setLaunch, setLaunchLabel } from './launch.ts';
export {
  addLine,
  addLineLabel,
  removeLine,
  removeLineLabel,
  updateLine,
  updateLineLabel,
} from './lines.ts';
export { enterMonth, enterMonthLabel } from './month-entry.ts';
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
export { restateMonth, restateMonthLabel } from './restatements.ts';
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
export { removeView, removeViewLabel, saveView, saveViewLabel } from './saved-views.ts';
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
export { startForwardModel, startForwardModelLabel } from './start-forward-model.ts';
export {
  setForecastValues,
  setForecastValuesLabel,
  setUnitCounts,
  setUnitCountsLabel,
} from './tracking.ts';
