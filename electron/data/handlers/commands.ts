import * as commands from '#db/commands/index.ts';
import type { ReadDb } from '#db/handles.ts';
import { listSavedViews } from '#db/read/saved-views.ts';
import type { Tx } from '#db/write.ts';
import type { DataCall, Handlers, Output, Parsed } from '#shared/api/contract.ts';
import { type DataContext, write } from '../context.ts';

/** A handler that is one command: its words for the history, then the command itself with fresh ids. */
function command<C extends DataCall>(
  name: C,
  label: (db: ReadDb, input: Parsed<C>) => string,
  run: (tx: Tx, input: Parsed<C>, newId: () => string) => Output<C>,
) {
  return (context: DataContext, input: Parsed<C>): Output<C> =>
    write(context, name, label(context.file.db, input), (tx) => run(tx, input, context.options.newId));
}

type CommandCall =
  | 'createInitiative'
  | 'updateInitiative'
  | 'deleteInitiative'
  | 'recordAssessment'
  | 'addEvidence'
  | 'addLine'
  | 'updateLine'
  | 'removeLine'
  | 'setMonthValues'
  | 'setActuals'
  | 'setReadings'
  | 'closeMonths'
  | 'reopenMonths'
  | 'addTripwire'
  | 'updateTripwire'
  | 'removeTripwire'
  | 'addIncident'
  | 'updateIncident'
  | 'removeIncident'
  | 'startForwardModel'
  | 'addDriver'
  | 'updateDriver'
  | 'removeDriver'
  | 'addScope'
  | 'updateScope'
  | 'removeScope'
  | 'addScopeLine'
  | 'updateScopeLine'
  | 'removeScopeLine'
  | 'setStopTerms'
  | 'addAsset'
  | 'updateAsset'
  | 'removeAsset'
  | 'setAssetUse'
  | 'setUnitCounts'
  | 'setForecastValues'
  | 'lockPlan'
  | 'setChecklistRow'
  | 'restateMonth'
  | 'setGovernance'
  | 'setLaunch'
  | 'addCondition'
  | 'updateCondition'
  | 'removeCondition'
  | 'setAssetTerms'
  | 'setAssetReuse'
  | 'saveView'
  | 'removeView'
  | 'updateSettings';

/** The calls that change one thing a person edited, each one command, one history entry, one undo; and what they keep for the screens. */
export const commandHandlers: Handlers<CommandCall | 'listSavedViews', DataContext> = {
  listSavedViews: (context) => ({ views: listSavedViews(context.file.db) }),
  createInitiative: command(
    'createInitiative',
    (_db, input) => commands.createInitiativeLabel(input),
    commands.createInitiative,
  ),
  updateInitiative: command('updateInitiative', commands.updateInitiativeLabel, commands.updateInitiative),
  deleteInitiative: command('deleteInitiative', commands.deleteInitiativeLabel, commands.deleteInitiative),
  recordAssessment: command('recordAssessment', commands.recordAssessmentLabel, commands.recordAssessment),
  addEvidence: command('addEvidence', commands.addEvidenceLabel, commands.addEvidence),
  addLine: command('addLine', commands.addLineLabel, commands.addLine),
  updateLine: command('updateLine', commands.updateLineLabel, commands.updateLine),
  removeLine: command('removeLine', commands.removeLineLabel, commands.removeLine),
  setMonthValues: command('setMonthValues', commands.setMonthValuesLabel, commands.setMonthValues),
  setActuals: command('setActuals', commands.setActualsLabel, commands.setActuals),
  setReadings: command('setReadings', commands.setReadingsLabel, commands.setReadings),
  closeMonths: command('closeMonths', commands.closeMonthsLabel, commands.closeMonths),
  reopenMonths: command('reopenMonths', commands.reopenMonthsLabel, commands.reopenMonths),
  addTripwire: command('addTripwire', commands.addTripwireLabel, commands.addTripwire),
  updateTripwire: command('updateTripwire', commands.updateTripwireLabel, commands.updateTripwire),
  removeTripwire: command('removeTripwire', commands.removeTripwireLabel, commands.removeTripwire),
  addIncident: command('addIncident', commands.addIncidentLabel, commands.addIncident),
  updateIncident: command('updateIncident', commands.updateIncidentLabel, commands.updateIncident),
  removeIncident: command('removeIncident', commands.removeIncidentLabel, commands.removeIncident),
  startForwardModel: command(
    'startForwardModel',
    commands.startForwardModelLabel,
    commands.startForwardModel,
  ),
  addDriver: command('addDriver', commands.addDriverLabel, commands.addDriver),
  updateDriver: command('updateDriver', commands.updateDriverLabel, commands.updateDriver),
  removeDriver: command('removeDriver', commands.removeDriverLabel, commands.removeDriver),
  addScope: command('addScope', commands.addScopeLabel, commands.addScope),
  updateScope: command('updateScope', commands.updateScopeLabel, commands.updateScope),
  removeScope: command('removeScope', commands.removeScopeLabel, commands.removeScope),
  addScopeLine: command('addScopeLine', commands.addScopeLineLabel, commands.addScopeLine),
  updateScopeLine: command('updateScopeLine', commands.updateScopeLineLabel, commands.updateScopeLine),
  removeScopeLine: command('removeScopeLine', commands.removeScopeLineLabel, commands.removeScopeLine),
  setStopTerms: command('setStopTerms', commands.setStopTermsLabel, commands.setStopTerms),
  addAsset: command('addAsset', (_db, input) => commands.addAssetLabel(input), commands.addAsset),
  updateAsset: command('updateAsset', (_db, input) => commands.updateAssetLabel(input), commands.updateAsset),
  removeAsset: command('removeAsset', commands.removeAssetLabel, commands.removeAsset),
  setAssetUse: command('setAssetUse', commands.setAssetUseLabel, commands.setAssetUse),
  setUnitCounts: command('setUnitCounts', commands.setUnitCountsLabel, commands.setUnitCounts),
  setForecastValues: command(
    'setForecastValues',
    commands.setForecastValuesLabel,
    commands.setForecastValues,
  ),
  lockPlan: command('lockPlan', commands.lockPlanLabel, commands.lockPlan),
  setChecklistRow: command('setChecklistRow', commands.setChecklistRowLabel, commands.setChecklistRow),
  restateMonth: command('restateMonth', commands.restateMonthLabel, commands.restateMonth),
  setGovernance: command('setGovernance', commands.setGovernanceLabel, commands.setGovernance),
  setLaunch: command('setLaunch', commands.setLaunchLabel, commands.setLaunch),
  addCondition: command('addCondition', commands.addConditionLabel, commands.addCondition),
  updateCondition: command('updateCondition', commands.updateConditionLabel, commands.updateCondition),
  removeCondition: command('removeCondition', commands.removeConditionLabel, commands.removeCondition),
  setAssetTerms: command('setAssetTerms', commands.setAssetTermsLabel, commands.setAssetTerms),
  setAssetReuse: command('setAssetReuse', commands.setAssetReuseLabel, commands.setAssetReuse),
  saveView: command('saveView', (_db, input) => commands.saveViewLabel(input), commands.saveView),
  removeView: command('removeView', commands.removeViewLabel, commands.removeView),
  updateSettings: command('updateSettings', () => commands.updateSettingsLabel(), commands.updateSettings),
};
