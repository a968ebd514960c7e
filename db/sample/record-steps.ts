import { minorUnits } from '#shared/domain/units.ts';
import * as commands from '../commands/index.ts';
import {
  CONDITIONS,
  GOVERNANCE,
  RESTATEMENTS,
  type ScriptCondition,
  type ScriptGovernance,
  type ScriptRestatement,
} from './records.ts';
import { type Ids, idOf, type Step } from './step.ts';

/** Conditions and that they were met, months restated, and what is on record about the agents' powers. */
export function recordSteps(ids: Ids, newId: () => string): Step[] {
  return [
    ...CONDITIONS.flatMap((condition) => conditionSteps(condition, ids, newId)),
    ...RESTATEMENTS.map((restatement) => restatementStep(restatement, ids, newId)),
    ...GOVERNANCE.map((governance) => governanceStep(governance, ids)),
  ];
}

function conditionSteps(
  { key, setOn, what, owner, dueOn, metOn }: ScriptCondition,
  ids: Ids,
  newId: () => string,
): Step[] {
  const conditionKey = `${key}/condition ${what}`;
  const owed = { what, owner, dueOn, note: '' };
  const added = () => ({ initiativeId: idOf(ids, key), condition: { ...owed, metOn: null } });
  const set: Step = {
    on: setOn,
    name: 'addCondition',
    label: (db) => commands.addConditionLabel(db, added()),
    run: (tx) => ids.set(conditionKey, commands.addCondition(tx, added(), newId).id),
  };
  if (metOn === null) return [set];
  const changed = () => ({ id: idOf(ids, conditionKey), condition: { ...owed, metOn } });
  const met: Step = {
    on: metOn,
    name: 'updateCondition',
    label: (db) => commands.updateConditionLabel(db, changed()),
    run: (tx) => commands.updateCondition(tx, changed()),
  };
  return [set, met];
}

function restatementStep(
  { key, on, month, reason, euros, figures }: ScriptRestatement,
  ids: Ids,
  newId: () => string,
): Step {
  const input = () => ({
    initiativeId: idOf(ids, key),
    month,
    reason,
    amounts: Object.entries(euros).map(([line, amount]) => ({
      lineId: idOf(ids, `${key}/${line}`),
      amount: minorUnits(amount * 100),
    })),
    figures: [...figures],
  });
  return {
    on,
    name: 'restateMonth',
    label: (db) => commands.restateMonthLabel(db, input()),
    run: (tx) => commands.restateMonth(tx, input(), newId),
  };
}

function governanceStep({ key, on, governance }: ScriptGovernance, ids: Ids): Step {
  const input = () => ({
    initiativeId: idOf(ids, key),
    governance: { ...governance, framework: [...governance.framework] },
  });
  return {
    on,
    name: 'setGovernance',
    label: (db) => commands.setGovernanceLabel(db, input()),
    run: (tx) => commands.setGovernance(tx, input()),
  };
}
