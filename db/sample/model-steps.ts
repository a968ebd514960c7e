import { addMonths, formatMonth } from '#shared/domain/calendar.ts';
import { type MonthIndex, minorUnits } from '#shared/domain/units.ts';
import * as commands from '../commands/index.ts';
import type { ScriptDriver, ScriptModel, ScriptOutlook, ScriptScope } from './model-script.ts';
import { day } from './script.ts';
import { type Ids, idOf, type Step } from './step.ts';

/** Entering the forward model and locking the plan: what a person did about the outlook of one initiative. */
export function outlookSteps(key: string, outlook: ScriptOutlook, ids: Ids, newId: () => string): Step[] {
  return [
    ...planSteps(key, outlook, ids, newId),
    ...(outlook.model ? modelSteps(key, outlook.model, ids, newId) : []),
  ];
}

function planSteps(key: string, { plan }: ScriptOutlook, ids: Ids, newId: () => string): Step[] {
  if (plan === undefined) return [];
  const { inForceFrom, to, approvedOn, approvedBy, euros } = plan;
  const months: MonthIndex[] = [];
  for (let one = inForceFrom; one <= to; one = addMonths(one, 1)) months.push(one);
  const input = () => ({
    initiativeId: idOf(ids, key),
    inForceFrom,
    approvedOn,
    approvedBy,
    cells: Object.entries(euros).flatMap(([line, amount]) =>
      months.map((month) => ({
        lineId: idOf(ids, `${key}/${line}`),
        month,
        amount: minorUnits(amount * 100),
      })),
    ),
  });
  return [
    {
      // Recorded when the month begins it applies to: its lines are there by then.
      on: day(`${formatMonth(inForceFrom)}-02`),
      name: 'lockPlan',
      label: (db) => commands.lockPlanLabel(db, input()),
      run: (tx) => commands.lockPlan(tx, input(), newId),
    },
  ];
}

function modelSteps(key: string, model: ScriptModel, ids: Ids, newId: () => string): Step[] {
  const on = model.enteredOn;
  const [salvage, exitCost, upkeepPerMonth, upkeepMonths] = model.stop;
  const stop = () => ({
    initiativeId: idOf(ids, key),
    terms: {
      salvage: minorUnits(salvage * 100),
      exitCost: minorUnits(exitCost * 100),
      upkeepPerMonth: minorUnits(upkeepPerMonth * 100),
      upkeepMonths,
    },
  });
  return [
    ...model.drivers.map((driver): Step => {
      const input = () => ({ initiativeId: idOf(ids, key), driver: newDriver(driver, model) });
      return {
        on,
        name: 'addDriver',
        label: (db) => commands.addDriverLabel(db, input()),
        run: (tx) => ids.set(`${key}/driver ${driver.key}`, commands.addDriver(tx, input(), newId).id),
      };
    }),
    ...model.scopes.flatMap((scope) => scopeSteps(key, scope, model, ids, newId)),
    {
      on,
      name: 'setStopTerms',
      label: (db) => commands.setStopTermsLabel(db, stop()),
      run: (tx) => commands.setStopTerms(tx, stop()),
    },
  ];
}

function newDriver({ name, unit, bound, p, isVolume, grade, measure }: ScriptDriver, model: ScriptModel) {
  const [p10, p50, p90] = p;
  return {
    name,
    unit,
    bound,
    p10,
    p50,
    p90,
    datedOn: model.enteredOn,
    grade: grade ?? ('document' as const),
    isVolume: isVolume ?? false,
    loadings: [],
    measureCost: measure === undefined ? null : minorUnits(measure[0] * 100),
    measureDays: measure?.[1] ?? null,
  };
}

function scopeSteps(
  key: string,
  scope: ScriptScope,
  model: ScriptModel,
  ids: Ids,
  newId: () => string,
): Step[] {
  const [decisionMonth, buildMonths, rampMonths] = scope.months ?? [null, null, null];
  const added = () => ({
    initiativeId: idOf(ids, key),
    scope: { stage: scope.stage, basis: scope.basis ?? 'plan', decisionMonth, buildMonths, rampMonths },
  });
  const scopeKey = `${key}/scope ${scope.stage}`;
  return [
    {
      on: model.enteredOn,
      name: 'addScope',
      label: (db) => commands.addScopeLabel(db, added()),
      run: (tx) => ids.set(scopeKey, commands.addScope(tx, added(), newId).id),
    },
    ...scope.lines.map((line): Step => {
      const input = () => ({
        scopeId: idOf(ids, scopeKey),
        line: {
          name: line.name,
          kind: line.kind,
          constant: line.k,
          driverIds: line.drivers.map((driver) => idOf(ids, `${key}/driver ${driver}`)),
          role: line.role ?? null,
        },
      });
      return {
        on: model.enteredOn,
        name: 'addScopeLine',
        label: (db) => commands.addScopeLineLabel(db, input()),
        run: (tx) => commands.addScopeLine(tx, input(), newId),
      };
    }),
  ];
}
