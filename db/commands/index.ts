/** Every command of a portfolio: a plain function of the transaction and its input, and the words for its history entry. */
export { addEvidence, addEvidenceLabel, recordAssessment, recordAssessmentLabel } from './assessments.ts';
export {
  type ImportInput,
  importBatch,
  importBatchLabel,
  type PreparedRecord,
} from './import.ts';
export {
  createInitiative,
  createInitiativeLabel,
  deleteInitiative,
  deleteInitiativeLabel,
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
export { updateSettings, updateSettingsLabel } from './settings.ts';
