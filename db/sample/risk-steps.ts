import * as commands from '../commands/index.ts';
import type { ScriptInitiative } from './script.ts';
import { type Ids, idOf, type Step } from './step.ts';

/** Committing tripwires and entering what was measured at their due date; incidents and their mitigation. */
export function riskSteps(script: ScriptInitiative, ids: Ids, newId: () => string): Step[] {
  const steps: Step[] = [];
  for (const { committedOn, dueOn, measured, ...criterion } of script.tripwires) {
    const key = tripwireKey(script.key, criterion.metric, dueOn);
    const tripwire = { ...criterion, committedOn, dueOn, measuredValue: null };
    const added = () => ({ initiativeId: idOf(ids, script.key), tripwire });
    steps.push({
      on: script.addedOn > committedOn ? script.addedOn : committedOn,
      name: 'addTripwire',
      label: (db) => commands.addTripwireLabel(db, added()),
      run: (tx) => ids.set(key, commands.addTripwire(tx, added(), newId).id),
    });
    if (measured === null) continue;
    const judged = () => ({ id: idOf(ids, key), tripwire: { ...tripwire, measuredValue: measured } });
    steps.push({
      on: dueOn,
      name: 'updateTripwire',
      label: (db) => commands.updateTripwireLabel(db, judged()),
      run: (tx) => commands.updateTripwire(tx, judged()),
    });
  }
  for (const incident of script.incidents) {
    const key = `${script.key}/incident ${incident.openedOn}`;
    const opened = () => ({
      initiativeId: idOf(ids, script.key),
      incident: { ...incident, mitigatedOn: null },
    });
    steps.push({
      on: incident.openedOn,
      name: 'addIncident',
      label: (db) => commands.addIncidentLabel(db, opened()),
      run: (tx) => ids.set(key, commands.addIncident(tx, opened(), newId).id),
    });
    if (incident.mitigatedOn === null) continue;
    const mitigated = () => ({ id: idOf(ids, key), incident });
    steps.push({
      on: incident.mitigatedOn,
      name: 'updateIncident',
      label: (db) => commands.updateIncidentLabel(db, mitigated()),
      run: (tx) => commands.updateIncident(tx, mitigated()),
    });
  }
  return steps;
}

/** What the steps call a tripwire of the script. */
export const tripwireKey = (key: string, metric: string, dueOn: string): string =>
  `${key}/tripwire ${metric} ${dueOn}`;
